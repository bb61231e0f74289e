import { Injectable } from '@nestjs/common';
import type { Anchor } from '@wir/audit/domain';
import { Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import type { AnchorDto, AnchorListDto, AnchorSummaryDto } from '../audit.dto';
import { AnchorFiles } from './anchor-files';
import { AnchorKeys } from './anchor-keys';

interface AnchorRow extends Anchor {
  readonly signedAt: Date;
}

const ANCHORS = `SELECT day, sequence, encode(head, 'hex') AS head, key_id AS "keyId", translate(encode(signature, 'base64'), E'\\n', '') AS signature,
  signed_at AS "signedAt" FROM audit.anchor ORDER BY day`;
/** The trail's own word for what was signed; an auditor of the chain need not see the events. */
const STANDS = 'SELECT sequence, head FROM audit.anchored_heads($1::bigint[])';

@Injectable()
export class AnchorQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: AnchorKeys,
    private readonly files: AnchorFiles,
  ) {}

  list(request: CurrentRequest): Promise<AnchorListDto> {
    return this.transactions.read(request, async (tx) => {
      const { anchors } = await this.checked(tx);
      return { items: anchors, publicKey: this.keys.publicPem() };
    });
  }

  async summary(tx: ReadTx): Promise<AnchorSummaryDto> {
    const { anchors, isWhole, lastSignedAt } = await this.checked(tx);
    return {
      count: anchors.length,
      lastDay: anchors.at(-1)?.day ?? null,
      lastSignedAt: lastSignedAt?.toISOString() ?? null,
      ok: isWhole,
      keyId: this.keys.current()?.id ?? null,
    };
  }

  /** Rows of the database and copies outside of it are both witnesses: one that contradicts the trail is enough. */
  private async checked(tx: ReadTx): Promise<{ anchors: AnchorDto[]; isWhole: boolean; lastSignedAt: Date | null }> {
    const rows = await tx.query<AnchorRow>(ANCHORS);
    const copies = this.files.readAll();
    const sequences = [...new Set([...rows, ...copies].map(({ sequence }) => sequence))];
    const heads = await tx.query<{ sequence: number; head: string }>(STANDS, [sequences]);
    const headAt = new Map(heads.map(({ sequence, head }) => [sequence, head]));
    const isTrue = (anchor: Anchor): boolean =>
      headAt.get(anchor.sequence) === anchor.head && this.keys.isSignedByUs(anchor);
    const anchors = rows.map(({ signedAt: _, ...anchor }) => ({ ...anchor, ok: isTrue(anchor) }));
    return {
      anchors,
      isWhole: anchors.every(({ ok }) => ok) && copies.every(isTrue),
      lastSignedAt: rows.at(-1)?.signedAt ?? null,
    };
  }
}
