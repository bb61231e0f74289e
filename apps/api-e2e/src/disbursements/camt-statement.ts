export interface Movement {
  readonly orderNumber: string;
  readonly amountCents: number;
  readonly side: 'DBIT' | 'CRDT';
  readonly reference: string;
  readonly day?: string;
  /** Code of the bank's reason: makes a credit a bounce. */
  readonly returnReason?: string;
  readonly text?: string;
}

const euro = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

function entry({
  orderNumber,
  amountCents,
  side,
  reference,
  day = '2026-03-05',
  returnReason,
  text,
}: Movement): string {
  const reason = returnReason === undefined ? '' : `<RtrInf><Rsn><Cd>${returnReason}</Cd></Rsn></RtrInf>`;
  const remittance = text === undefined ? '' : `<RmtInf><Ustrd>${text}</Ustrd></RmtInf>`;
  return `<Ntry><Amt Ccy="EUR">${euro(amountCents)}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>
    <AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${orderNumber}</EndToEndId></Refs>${remittance}${reason}</TxDtls></NtryDtls></Ntry>`;
}

/** A day's statement of the bank, with the sums a bank states. */
export function aStatement(movements: readonly Movement[]): { name: string; type: string; content: string } {
  const total = movements.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-05T18:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
<TxsSummry><TtlNtries><NbOfNtries>${movements.length}</NbOfNtries><Sum>${euro(total)}</Sum></TtlNtries></TxsSummry>
${movements.map(entry).join('\n')}</Stmt></BkToCstmrStmt></Document>`;
  return { name: 'kontoauszug.xml', type: 'application/xml', content };
}
