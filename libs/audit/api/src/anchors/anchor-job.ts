import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueJobs, type Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { AnchorFiles } from './anchor-files';
import { AnchorKeys } from './anchor-keys';

const STATE =
  'SELECT t.sequence, t.head, EXISTS (SELECT 1 FROM audit.anchor a WHERE a.day = $1) AS "isAnchored" FROM audit.tip() t';
const RECORD = 'SELECT audit.record_anchor($1, $2, $3, $4, $5) AS recorded';

/** Once a day the newest hash is signed. Only an anchor tells a trail from one that was rewritten with correct hashes. */
@Injectable()
export class AnchorJob implements OnModuleInit {
  constructor(
    private readonly dueJobs: DueJobs,
    private readonly keys: AnchorKeys,
    private readonly files: AnchorFiles,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register('audit.anchor', 95, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: LocalDate): Promise<void> {
    const state = await tx.queryOne<{ sequence: number; head: string; isAnchored: boolean }>(STATE, [today]);
    if (state === null || state.isAnchored || state.sequence === 0) return;
    const anchor = this.keys.signed({ day: today, sequence: state.sequence, head: state.head });
    if (anchor === null) return;
    const { sequence, head, keyId, signature } = anchor;
    const values = [today, sequence, head, keyId, Buffer.from(signature, 'base64')];
    const row = await tx.queryOne<{ recorded: boolean }>(RECORD, values);
    // The signed state is committed already, so the copy is true even if this transaction should not be.
    if (row?.recorded) this.files.write(anchor);
  }
}
