export { ProgrammeModule } from './programme.module';
export { findCallRules, findFundingCall } from './data/funding-call.queries';
export type { CallRulesRow, FundingCall } from './data/funding-call.queries';
export { legalParameterAt } from './data/legal-parameter.queries';
