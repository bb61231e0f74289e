export type { AuditRecord } from './audit-record';
export { canonicalForm } from './canonical-form';
export { verifyChain } from './verify-chain';
export type { ChainFault, ChainVerdict, Sha256 } from './verify-chain';
