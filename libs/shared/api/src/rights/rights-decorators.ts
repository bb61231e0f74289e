import { SetMetadata } from '@nestjs/common';

export const PERMISSION = 'wir:permission';
export const PUBLIC = 'wir:public';
export const WITHOUT_KEY = 'wir:without-key';
export const WITHOUT_IF_MATCH = 'wir:without-if-match';

export const STEP_UP = 'wir:step-up';
export const DURING_ENROLMENT = 'wir:during-enrolment';

/** The one permission a caller needs; rules about the single record belong to the use case. */
export const Requires = (permission: string): MethodDecorator => SetMetadata(PERMISSION, permission);

/** Reachable without sign-in; counted by the spec of the route table. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

/** A POST that may be repeated without harm (sign-in, dry computation, verification). */
export const WithoutKey = (): MethodDecorator => SetMetadata(WITHOUT_KEY, true);

/** A PUT, PATCH or DELETE on something that has no version. */
export const WithoutIfMatch = (): MethodDecorator => SetMetadata(WITHOUT_IF_MATCH, true);

/** Final signature, payment order, bank data, roles: the second factor must have been shown in the last five minutes. */
export const StepUp = (): MethodDecorator => SetMetadata(STEP_UP, true);

/** Open to accounts that must still enrol a second factor: who am I, my factors, sign-out. */
export const DuringEnrolment = (): MethodDecorator => SetMetadata(DURING_ENROLMENT, true);

export const PERSONAL_DATA = 'wir:personal-data';

/** The answer holds data of persons: whoever of the authority reads it is noted, with the kind of record. */
export const ReadsPersonalData = (objectType: string): MethodDecorator => SetMetadata(PERSONAL_DATA, objectType);
