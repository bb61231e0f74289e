export { SharedApiModule } from './shared-api.module';
export { readSettings, Settings, SettingsError } from './settings/settings';
export type { OidcSettings } from './settings/settings';
export { loggedFault } from './logging/fault';
export { logger, nestLogger } from './logging/logger';

export { Answer } from './answers/answer';
export { AnswerInterceptor } from './answers/answer-interceptor';
export { Answers, AnswersFile, Refuses } from './answers/answer-decorators';
export { contentDisposition } from './answers/content-disposition';
export { FileAnswer } from './answers/file-answer';
export { AcceptsFile, MAX_FILE_BYTES, UploadedContent } from './answers/uploads';
export type { UploadedFile } from './answers/uploads';

export { Database } from './database/database';
export type { Connection } from './database/database';
export { centsColumn, localDateColumn } from './database/columns';
export { registerEntities } from './database/entities';
export { openSession } from './database/session';
export type { Delegation, SessionRow } from './database/session';
export { Transactions } from './database/transactions';
export { ReadTx, Tx } from './database/tx';
export type { Actor, AuditEntry, QueuedJob } from './database/tx';
export { assertVersion, staleVersion, updateVersioned } from './database/update-versioned';

export { failPoint } from './fail-points/fail-point';
export type { FailPoint } from './fail-points/fail-point';

export { ActionDto } from './fields/action.dto';
export {
  AnyField,
  AnyValueField,
  BooleanField,
  CentsField,
  DayField,
  EmailField,
  EnumField,
  IntField,
  MomentField,
  NumberField,
  SecretField,
  TextField,
  UuidField,
} from './fields/fields';
export type { FieldOptions } from './fields/field';
export { CommaListField, ListField, ObjectField, SortField } from './fields/nested-fields';
export { likePattern, orderBy, pageOf, PageQueryDto, windowOf } from './fields/page.dto';
export type { Page } from './fields/page.dto';
export { EmptyDto } from './input/empty.dto';

export { Readiness } from './health/readiness';
export type { ReadinessCheck, ReadinessPart, ReadinessReport } from './health/readiness';

export { decodeUtf8, jsonBody, strictAddress } from './input/body-pipeline';
export { parseStrictJson } from './input/json-scan';
export { strictHead } from './input/strict-head';
export { StrictQuery } from './input/strict-query';
export { createValidationPipe } from './input/validation-pipe';

export { DueJobs } from './jobs/due-jobs';
export type { DueJob } from './jobs/due-jobs';
export { Jobs } from './jobs/jobs';
export type { JobHandler } from './jobs/jobs';
export { SystemSession } from './jobs/system-session';

export { FieldCipher } from './keys/field-cipher';
export { KeyRing } from './keys/key-ring';
export type { KeySource, KeyVersion } from './keys/key-ring';
export { Keys } from './keys/keys';

export { buildOpenApi } from './openapi/document';

export { HttpProblem, inputProblem, unauthenticated } from './problem/http-problem';
export type { InputError } from './problem/http-problem';
export { ProblemDto } from './problem/problem.dto';
export { problemDocument, ProblemFilter, sendProblem } from './problem/problem-filter';
export { Refusals } from './problem/refusals';
export { hasProblemText, registerProblemTexts } from './problem/problem-texts';
export { registerConstraintCodes } from './problem/sql-problems';

export { Current, CurrentRequest, currentRequestOf } from './request/current-request';
export { Id } from './request/id-param';
export { requestLog } from './request/request-log';

export { permissionsOf, registerPermissions } from './rights/permissions';
export { PreconditionGuard } from './rights/precondition-guard';
export {
  DuringEnrolment,
  PUBLIC,
  Public,
  ReadsPersonalData,
  Requires,
  StepUp,
  WithoutIfMatch,
  WithoutKey,
} from './rights/rights-decorators';
export { factorFreshUntil, mustEnrol, STEP_UP_MINUTES } from './rights/second-factor';
export type { SecondFactorRule } from './rights/second-factor';
export { readRouteTable, rememberRoutes } from './rights/route-table';
export type { RoutePrefix, RouteRow } from './rights/route-table';
