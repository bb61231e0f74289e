import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { CurrentRequest } from '../request/current-request';
import { Settings } from '../settings/settings';

/** The session jobs act in. Its key lies in a file beside the database, never in it: stored is only the hash. */
@Injectable()
export class SystemSession {
  private token: string | null = null;

  constructor(private readonly settings: Settings) {}

  get isConfigured(): boolean {
    return this.settings.systemKeyFile !== undefined;
  }

  request(name: string): CurrentRequest {
    return CurrentRequest.forSystem(this.key(), name);
  }

  private key(): string {
    if (this.settings.systemKeyFile === undefined) throw new Error('WIR_SYSTEM_KEY_FILE is not set');
    this.token ??= readFileSync(this.settings.systemKeyFile, 'utf8').trim();
    return this.token;
  }
}
