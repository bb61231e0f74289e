import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { CurrentRequest } from '../request/current-request';
import { Settings } from '../settings/settings';

/** The session jobs act in. Its key lies in a file beside the database, never in it: stored is only the hash. */
@Injectable()
export class SystemSession {
  private token: string | null = null;

  constructor(private readonly settings: Settings) {}

  get isConfigured(): boolean {
    return existsSync(this.settings.systemKeyFile);
  }

  request(name: string): CurrentRequest {
    return CurrentRequest.forSystem(this.key(), name);
  }

  private key(): string {
    this.token ??= readFileSync(this.settings.systemKeyFile, 'utf8').trim();
    return this.token;
  }
}
