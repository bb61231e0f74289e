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
export { launchChromium, resolveChromium, type ChromiumProgram } from './chromium';
export { nodeProgram, testEnvironment, workspaceRoot, type TestEnvironment } from './environment';
export { HttpClient, type Answer, type RequestOptions } from './http-client';
export { continueTo, driveToState, startJourney } from './journey';
export {
  accepted,
  JOURNEY_STATES,
  moveClockTo,
  nudgeClock,
  type Journey,
  type JourneyOptions,
  type JourneyState,
} from './journey-calls';
export { ORACLE, type Machine, type OracleEdge } from './life-cycle-oracle';
export { applicantEditor, applicantSignatory, DEMO_PASSWORD, PERSONAS, type Persona } from './personas';
export { reconciliationFindings } from './reconciliation';
export { startApi, type RunningApi, type StartApiOptions } from './start-api';
export {
  apiSettings,
  asSuperuser,
  createTestDatabase,
  useTestDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from './test-database';
