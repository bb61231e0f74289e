import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { CurrentRequest } from '../request/current-request';
import { Settings } from '../settings/settings';

/** The session jobs act in. Its key lies in a file beside the database, never in it: stored is only the hash. */
@Injectable()
export class SystemSession {
  private cached: string | null = null;

  constructor(private readonly settings: Settings) {}

  get isConfigured(): boolean {
    return existsSync(this.settings.systemKeyFile);
  }

  request(name: string): CurrentRequest {
    return CurrentRequest.forSystem(this.token(), name);
  }

  /** Also opens the gate of the functions that work before anybody is signed in (identity.demand_gate). */
  token(): string {
    this.cached ??= readFileSync(this.settings.systemKeyFile, 'utf8').trim();
    return this.cached;
  }
}
