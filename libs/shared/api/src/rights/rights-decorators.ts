import { SetMetadata } from '@nestjs/common';

export const PERMISSION = 'wir:permission';
export const PUBLIC = 'wir:public';
export const WITHOUT_KEY = 'wir:without-key';
export const WITHOUT_IF_MATCH = 'wir:without-if-match';

/** The one permission a caller needs; rules about the single record belong to the use case. */
export const Requires = (permission: string): MethodDecorator => SetMetadata(PERMISSION, permission);

/** Reachable without sign-in; counted by the spec of the route table. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

/** A POST that may be repeated without harm (sign-in, dry computation, verification). */
export const WithoutKey = (): MethodDecorator => SetMetadata(WITHOUT_KEY, true);

/** A PUT, PATCH or DELETE on something that has no version. */
export const WithoutIfMatch = (): MethodDecorator => SetMetadata(WITHOUT_IF_MATCH, true);
