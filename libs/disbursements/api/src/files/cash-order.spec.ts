import { TypstPdfRenderer } from '@wir/documents/api';
import { cents, localDate } from '@wir/shared/kernel';
import type { RunHead, RunLine } from '../runs/run-content';
import { RunFiles, type Release } from './run-files';
import { DEMO_ACCOUNT } from './payer';

const line = (number: number): RunLine => ({
  orderId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  orderNumber: `WIR-2026-A-${String(number).padStart(5, '0')}`,
  applicantId: '00000000-0000-4000-8000-000000000000',
  caseNumber: `WIR-2026-${String(number).padStart(4, '0')}`,
  year: 2026,
  amountCents: cents(1_234_567),
  iban: 'DE89370400440532013000',
  accountHolder: 'Kreisausschuss des Landkreises Marburg-Biedenkopf',
  remittanceText: `WIR WIR-2026-${String(number).padStart(4, '0')} HHJ 2026 Rate 1 MR-B 2026-0001`,
  dueOn: localDate('2026-03-15'),
  approval: {
    requestNumber: `WIR-2026-M-${String(number).padStart(5, '0')}`,
    requestedAt: '2026-03-02T08:00:00+00:00',
    requestedBy: 'Petra Zimmermann-Hölderlin',
    checkedAt: '2026-03-02T08:10:00+00:00',
    checkedBy: 'Sabine Berger',
    checkedFor: number % 3 === 0 ? 'Thomas Neumann' : null,
    orderedAt: '2026-03-02T08:20:00+00:00',
    orderedBy: 'Andreas Vogt',
    orderedFor: null,
  },
});
const runOf = (count: number): RunHead => ({
  id: '00000000-0000-4000-8000-000000000001',
  run_number: 'WIR-2026-L-00001',
  state: 'EXPORTING',
  release: 'SECOND_PERSON',
  order_count: count,
  sum_cents: cents(1_234_567 * count),
  checksum: 'ab'.repeat(32),
  files: [],
  export_payer: { name: 'Land Hessen, Landesoberkasse', ...DEMO_ACCOUNT },
  created_at: new Date('2026-03-02T09:00:00Z'),
  created_by: 'Andreas Vogt',
  created_by_person_id: '00000000-0000-4000-8000-000000000002',
  created_for_person_id: null,
  created_for: null,
  released_at: null,
  release_shown: null,
  version: 1,
});
const release: Release = {
  at: new Date('2026-03-05T10:30:00Z'),
  by: { name: 'Claudia Roth-Meier', representing: 'Jens Albrecht' },
};
const lines = (count: number): RunLine[] => Array.from({ length: count }, (_, index) => line(index + 1));

describe('the files of a payment run', () => {
  const files = new RunFiles(new TypstPdfRenderer());

  it('are the same bytes however often they are made', async () => {
    const [first, second] = [await files.of(runOf(7), lines(7), release), await files.of(runOf(7), lines(7), release)];

    expect(first.map(({ format, sha256 }) => [format, sha256])).toEqual(
      second.map(({ format, sha256 }) => [format, sha256]),
    );
    expect(first.map(({ format }) => format)).toEqual(['pain.001', 'csv', 'pdf']);
  });

  it('ask the bank to pay on the day of the release at the earliest', async () => {
    const late = { ...release, at: new Date('2026-04-01T06:00:00Z') };
    const [xml] = await files.of(runOf(1), lines(1), late);

    expect(xml?.bytes.toString('utf8')).toContain('<ReqdExctnDt><Dt>2026-04-01</Dt></ReqdExctnDt>');
    expect(xml?.bytes.toString('utf8')).toContain('<CreDtTm>2026-03-02T10:00:00</CreDtTm>');
  });
});
