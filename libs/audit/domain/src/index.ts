export { anchorText } from './anchor';
export type { Anchor } from './anchor';
export type { AuditContent, AuditRecord } from './audit-record';
export { canonicalForm, chained, commitmentOf, digestOf } from './canonical-form';
export type { Sha256 } from './canonical-form';
export { ERASURE, verifyChain } from './verify-chain';
export type { ChainFault, ChainVerdict } from './verify-chain';
