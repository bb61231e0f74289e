import { MAX_RETURN_ROWS, type DisbursementCode, type ReturnFile, type ReturnRow } from '@wir/disbursements/domain';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { asList, at, centsOf, textAt, textsAt, type XmlNode } from './xml-node';

const NAMESPACE = /\sxmlns(?::\w+)?\s*=\s*["']urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(?:02|08)["']/;
const ORDER_NUMBER = /WIR[-\s]?(\d{4})[-\s]?A[-\s]?(\d{5,9})/gi;

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  trimValues: true,
});

/**
 * Statement of the bank (camt.053.001.02 and .08) → rows. Debits with our order number are payments; credits are bounces when
 * the bank says so, else repayments. Nothing is read that declares anything of its own, and sums and balances must agree:
 * who cut the file off may have cut off money.
 */
export function readCamt053(text: string): ReturnFile {
  const xml = withoutComments(text);
  if (xml.includes('<!')) return { ok: false, code: 'payment-return.declaration-forbidden' };
  if (/^\ufeff?\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(xml))
    return { ok: false, code: 'payment-return.encoding-invalid' };
  if (XMLValidator.validate(xml.replace(/^\ufeff/, '')) !== true)
    return { ok: false, code: 'payment-return.unreadable' };
  if (!NAMESPACE.test(xml)) return { ok: false, code: 'payment-return.format-unknown' };
  if (countOf(xml, 'Ntry') + countOf(xml, 'TxDtls') > 2 * MAX_RETURN_ROWS)
    return { ok: false, code: 'payment-return.too-many-rows' };
  return statementsOf(PARSER.parse(xml) as XmlNode);
}

/** An unfinished comment stays, and is refused as the declaration it looks like. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    kept.push(text.slice(from, start));
    from = end + 3;
  }
  return kept.join('') + text.slice(from);
}

function countOf(xml: string, name: string): number {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}[\\s>]`, 'g'))?.length ?? 0;
}

function statementsOf(root: XmlNode): ReturnFile {
  const statements = asList(at(root, 'Document', 'BkToCstmrStmt', 'Stmt'));
  if (statements.length === 0) return { ok: false, code: 'payment-return.format-unknown' };
  if (!statements.every(isWhole)) return { ok: false, code: 'payment-return.total-mismatch' };
  const movements = statements.flatMap((statement) => asList(at(statement, 'Ntry'))).flatMap(movementsOf);
  const rows = movements.map((row, index) => ({ ...row, line: index + 1 }));
  if (rows.length === 0) return { ok: false, code: 'payment-return.file-empty' };
  if (rows.length > MAX_RETURN_ROWS) return { ok: false, code: 'payment-return.too-many-rows' };
  return { ok: true, rows };
}

/** Number and sum of the entries, and opening + movements = closing, as far as the bank states them. */
function isWhole(statement: XmlNode): boolean {
  const entries = asList(at(statement, 'Ntry')).filter((entry) => statusOf(entry) === 'BOOK');
  const count = textAt(statement, 'TxsSummry', 'TtlNtries', 'NbOfNtries');
  const total = centsOf(textAt(statement, 'TxsSummry', 'TtlNtries', 'Sum'));
  const amounts = entries.map((entry) => centsOf(textAt(entry, 'Amt')) ?? Number.NaN);
  if (count !== '' && Number(count) !== asList(at(statement, 'Ntry')).length) return false;
  if (total !== null && total !== amounts.reduce((sum, amount) => sum + amount, 0)) return false;
  const opening = balanceOf(statement, 'OPBD') ?? balanceOf(statement, 'PRCD');
  const closing = balanceOf(statement, 'CLBD');
  if (opening === null || closing === null) return true;
  const moved = entries.reduce((sum, entry, index) => sum + (isCredit(entry) ? 1 : -1) * (amounts[index] ?? 0), 0);
  return opening + moved === closing;
}

function balanceOf(statement: XmlNode, code: string): number | null {
  const found = asList(at(statement, 'Bal')).find((balance) => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') === code);
  const amount = found === undefined ? null : centsOf(textAt(found, 'Amt'));
  return found === undefined || amount === null ? null : isCredit(found) ? amount : -amount;
}

/** One entry may bundle many payments; without details it is one movement by itself. */
function movementsOf(entry: XmlNode): Omit<ReturnRow, 'line'>[] {
  const details = asList(at(entry, 'NtryDtls')).flatMap((each) => asList(at(each, 'TxDtls')));
  return details.length === 0
    ? [movementOf(entry, entry, false)]
    : details.map((detail) => movementOf(entry, detail, details.length > 1));
}

function movementOf(entry: XmlNode, detail: XmlNode, isOneOfMany: boolean): Omit<ReturnRow, 'line'> {
  const remittance = textsAt(detail, 'RmtInf', 'Ustrd').join(' ');
  const credit = isCredit(textAt(detail, 'CdtDbtInd') === '' ? entry : detail);
  const isBounce = credit && isReturn(entry, detail);
  const bankReference =
    textAt(detail, 'Refs', 'AcctSvcrRef') || textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef');
  const refusal = refusalOf(entry, detail);
  return {
    orderNumber: orderNumberOf([
      textAt(detail, 'Refs', 'EndToEndId'),
      remittance,
      textAt(detail, 'AddtlTxInf'),
      textAt(entry, 'AddtlNtryInf'),
    ]),
    status: credit ? (isBounce ? 'RETURNED' : 'REPAID') : 'PAID',
    amount: amountText(entry, detail, isOneOfMany),
    valueDate: dayOf(entry, 'ValDt') || dayOf(entry, 'BookgDt'),
    documentNumber: bankReference.slice(0, 100),
    reason: reasonOf(detail, remittance),
    hasAllColumns: true,
    ...(refusal === null ? {} : { refusal }),
  };
}

function refusalOf(entry: XmlNode, detail: XmlNode): DisbursementCode | null {
  if (statusOf(entry) !== 'BOOK') return 'payment-return.entry-pending';
  const currency = textAt(amountOf(detail) ?? amountOf(entry) ?? {}, '@Ccy') || 'EUR';
  return currency === 'EUR' ? null : 'payment-return.currency-different';
}

/** `<Sts>BOOK</Sts>` in version 02, `<Sts><Cd>BOOK</Cd></Sts>` in version 08. */
function statusOf(entry: XmlNode): string {
  return textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
}

function isCredit(node: XmlNode): boolean {
  return textAt(node, 'CdtDbtInd') === 'CRDT';
}

/** The bank gives a reason, turns the entry round, or names the family "returned credit transfer". */
function isReturn(entry: XmlNode, detail: XmlNode): boolean {
  const family = (node: XmlNode): string => textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd');
  return (
    at(detail, 'RtrInf') !== undefined ||
    textAt(entry, 'RvslInd') === 'true' ||
    ['RRTN', 'RPCR'].includes(family(detail) || family(entry))
  );
}

function amountOf(detail: XmlNode): XmlNode | null {
  const [found = null] = asList(at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt'));
  return found;
}

/** Cents as text; empty when a bundle does not say what each payment was. */
function amountText(entry: XmlNode, detail: XmlNode, isOneOfMany: boolean): string {
  const source = amountOf(detail) ?? (isOneOfMany ? null : amountOf(entry));
  const amount = source === null ? null : centsOf(textAt(source, '#text'));
  return amount === null ? '' : String(amount);
}

function dayOf(entry: XmlNode, name: string): string {
  return textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm').slice(0, 10);
}

/** One number, however it is spaced; two different ones are as good as none. */
function orderNumberOf(texts: readonly string[]): string {
  for (const text of texts) {
    const found = new Set([...text.matchAll(ORDER_NUMBER)].map(([, year, number]) => `WIR-${year}-A-${number}`));
    const [only, other] = [...found];
    if (other !== undefined) return '';
    if (only !== undefined) return only;
  }
  return '';
}

function reasonOf(detail: XmlNode, remittance: string): string {
  const code = textAt(detail, 'RtrInf', 'Rsn', 'Cd') || textAt(detail, 'RtrInf', 'Rsn', 'Prtry');
  const info = textsAt(detail, 'RtrInf', 'AddtlInf').join(' ');
  return ([code, info].filter((part) => part !== '').join(' ') || remittance).slice(0, 500);
}
