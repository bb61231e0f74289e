import { MAX_RETURN_ROWS, type ReturnRow } from '@wir/disbursements/domain';
import { readReturn, type ReadReturn } from './return-reader';

const HEAD = 'order_number;status;amount_cents;value_date;document_number;reason';
const ROW = 'WIR-2026-A-00001;PAID;6000000;2026-03-17;SAP-1;';

const read = (text: string): ReadReturn => readReturn(Buffer.from(text, 'utf8'));
function rowsOf(text: string): readonly ReturnRow[] {
  const { file } = read(text);
  if (!file.ok) throw new Error(file.code);
  return file.rows;
}

interface Entry {
  readonly amount?: string;
  readonly side?: 'DBIT' | 'CRDT';
  readonly status?: string;
  readonly details?: string;
  readonly extra?: string;
}

const entryOf = ({ amount = '60000.00', side = 'DBIT', status = '<Cd>BOOK</Cd>', details = '', extra = '' }: Entry) =>
  `<Ntry><NtryRef>N1</NtryRef><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${extra}<Sts>${status}</Sts><BookgDt><Dt>2026-03-17</Dt></BookgDt>
   <ValDt><Dt>2026-03-18</Dt></ValDt><AcctSvcrRef>BANK-7</AcctSvcrRef>${details === '' ? '' : `<NtryDtls>${details}</NtryDtls>`}</Ntry>`;
const detailOf = (id: string, more = ''): string =>
  `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs>${more}</TxDtls>`;
const camt = (entries: readonly Entry[], head = '', version = '08'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
   <Stmt><Id>S1</Id>${head}${entries.map(entryOf).join('')}</Stmt></BkToCstmrStmt></Document>`;

describe('reading what the cash office sends', () => {
  it('tells the formats apart by their content', () => {
    expect(read(`${HEAD}\n${ROW}\n`).format).toBe('CSV');
    expect(read(`\ufeff ${camt([{}])}`).format).toBe('CAMT_053');
    expect(read('PK\u0003\u0004').file).toEqual({ ok: false, code: 'payment-return.unreadable' });
  });

  it.each<[string, Buffer | string, string]>([
    ['Latin-1', Buffer.from(`${HEAD}\n${ROW}ü`, 'latin1'), 'payment-return.encoding-invalid'],
    ['a row cut off', `${HEAD}\n${ROW}\nWIR-2026-A-00002;PAID;600`, 'payment-return.truncated'],
    ['too many rows', `${HEAD}\n${`${ROW}\n`.repeat(MAX_RETURN_ROWS + 1)}`, 'payment-return.too-many-rows'],
    ['blank lines before the rows', `${HEAD}\n${'\n'.repeat(20_000)}${ROW}\n`, 'payment-return.too-many-rows'],
    ['XML cut off', camt([{}]).slice(0, -40), 'payment-return.unreadable'],
    ['a DOCTYPE', `<!DOCTYPE Document [<!ENTITY x "y">]>${camt([{}])}`, 'payment-return.declaration-forbidden'],
    ['CDATA', camt([{ details: '<![CDATA[<x>]]>' }]), 'payment-return.declaration-forbidden'],
    ['another message', camt([{}]).replace('camt.053', 'camt.052'), 'payment-return.format-unknown'],
    ['a declared Latin-1', camt([{}]).replace('UTF-8', 'ISO-8859-1'), 'payment-return.encoding-invalid'],
    ['no entry', camt([]), 'payment-return.file-empty'],
    [
      'another number of entries',
      camt([{}], '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>'),
      'payment-return.total-mismatch',
    ],
    [
      'another sum',
      camt([{}], '<TxsSummry><TtlNtries><Sum>60000.01</Sum></TtlNtries></TxsSummry>'),
      'payment-return.total-mismatch',
    ],
    [
      'balances that do not follow',
      camt(
        [{}],
        `<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100000</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
         <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">39999.99</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`,
      ),
      'payment-return.total-mismatch',
    ],
  ])('refuses %s as a whole', (_what, content, code) => {
    expect(readReturn(Buffer.from(content)).file).toEqual({ ok: false, code });
  });

  it('takes as many rows as a file may hold', () => {
    expect(rowsOf(`${HEAD}\n${`${ROW}\n`.repeat(MAX_RETURN_ROWS)}TOTAL;${MAX_RETURN_ROWS};60000000000\n`)).toHaveLength(
      MAX_RETURN_ROWS,
    );
  });
});

describe('a movement of the bank', () => {
  it.each(['02', '08'])('that leaves with our number is a payment (version %s)', (version) => {
    const status = version === '02' ? 'BOOK' : '<Cd>BOOK</Cd>';
    const [row] = rowsOf(camt([{ status, details: detailOf('WIR-2026-A-00001') }], '', version));

    expect(row).toEqual({
      line: 1,
      orderNumber: 'WIR-2026-A-00001',
      status: 'PAID',
      amount: '6000000',
      valueDate: '2026-03-18',
      documentNumber: 'BANK-7',
      reason: '',
      hasAllColumns: true,
    });
  });

  it('that bundles payments gives one row each, with its own amount', () => {
    const details = ['WIR-2026-A-00001', 'WIR-2026-A-00002']
      .map((id, index) => detailOf(id, `<Amt Ccy="EUR">${30_000 + index}.5</Amt>`))
      .join('');

    expect(rowsOf(camt([{ details }])).map(({ line, orderNumber, amount }) => [line, orderNumber, amount])).toEqual([
      [1, 'WIR-2026-A-00001', '3000050'],
      [2, 'WIR-2026-A-00002', '3000150'],
    ]);
  });

  it.each([
    ['a reason', detailOf('WIR-2026-A-00001', '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>'), '', 'AC04'],
    ['a turned entry', detailOf('WIR-2026-A-00001'), '<RvslInd>true</RvslInd>', ''],
    [
      'its family',
      detailOf(
        'WIR-2026-A-00001',
        '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>',
      ),
      '',
      '',
    ],
  ])('that comes in with %s is a bounce', (_what, details, extra, reason) => {
    expect(rowsOf(camt([{ side: 'CRDT', details, extra }]))).toMatchObject([{ status: 'RETURNED', reason }]);
  });

  it.each([
    ['Rueckzahlung WIR-2026-A-00001 zu viel', 'WIR-2026-A-00001'],
    ['Rueckzahlung wir 2026 a 00001', 'WIR-2026-A-00001'],
    ['WIR-2026-A-00001 und WIR-2026-A-00002', ''],
    ['Miete', ''],
  ])('that comes in as "%s" is a repayment of "%s"', (text, orderNumber) => {
    const details = detailOf('NOTPROVIDED', `<RmtInf><Ustrd>${text}</Ustrd></RmtInf>`);

    expect(rowsOf(camt([{ side: 'CRDT', details }]))).toMatchObject([{ status: 'REPAID', orderNumber }]);
  });

  it('that is pending or in another currency is refused by itself', () => {
    const rows = rowsOf(
      camt([{ status: '<Cd>PDNG</Cd>' }, {}]).replace(/Ccy="EUR">60000.00<\/Amt>(?!.*Ccy)/s, 'Ccy="CHF">1</Amt>'),
    );

    expect(rows.map(({ refusal }) => refusal)).toEqual([
      'payment-return.entry-pending',
      'payment-return.currency-different',
    ]);
  });

  it('keeps a hidden entry of a comment out', () => {
    expect(rowsOf(camt([{}]).replace('<Ntry>', `<!-- ${entryOf({})} --><Ntry>`))).toHaveLength(1);
  });
});
