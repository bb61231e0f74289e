export { AnchorKeys } from './anchors/anchor-keys';
export { EXPORT_COLUMNS } from './audit-export';
export { AuditModule } from './audit.module';
export { verifierProgram } from './verifier-program';
