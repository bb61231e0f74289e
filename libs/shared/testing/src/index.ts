export {
  aConcept,
  aFinancingPlan,
  aPdf,
  aPlanYear,
  aReturnFile,
  anApplicationPatch,
  PROGRAMME_YEARS,
  type PlanYearBody,
  type ReturnRow,
} from './builders';
export { HttpClient, type Answer, type RequestOptions } from './http-client';
export { applicantEditor, applicantSignatory, DEMO_PASSWORD, PERSONAS, type Persona } from './personas';
export { reconciliationFindings } from './reconciliation';
export { startApi, type RunningApi, type StartApiOptions } from './start-api';
export { createTestDatabase, useTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
