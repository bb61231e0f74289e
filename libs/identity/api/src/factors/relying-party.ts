import { Injectable } from '@nestjs/common';
import { Settings } from '@wir/shared/api';
import type { Request } from 'express';

export interface RelyingParty {
  /** Host without port: passkeys are bound to it. */
  readonly id: string;
  readonly origin: string;
}

/** Who we are for browsers: the public address, in the demo the address the browser used. */
@Injectable()
export class OwnAddress {
  constructor(private readonly settings: Settings) {}

  of(request: Request): RelyingParty {
    const origin = this.settings.publicOrigin ?? `http://${request.headers.host ?? 'localhost'}`;
    const url = new URL(origin);
    return { id: url.hostname, origin: url.origin };
  }
}
