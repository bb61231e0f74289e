import { MINISTRY_LETTERHEAD, type CashOrderData } from '@wir/documents/domain';
import { formatEuro, formatGermanDate } from '@wir/shared/kernel';
import type { RunHead, RunLine } from '../runs/run-content';
import type { Release } from './run-files';

const CLOCK = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' });

/** Kassenanordnung (Sammelanordnung): who is paid what, and by whose decisions (VV zu §§ 70–80 LHO). */
export function cashOrder(run: RunHead, lines: readonly RunLine[], release: Release): CashOrderData {
  return {
    title: `Auszahlungsanordnung ${run.run_number}`,
    subtitle: 'Sammelanordnung an die Kasse',
    author: MINISTRY_LETTERHEAD.authorityLines.join(' '),
    facts: [
      { label: 'Auftraggeber', value: `${run.export_payer.name}, ${grouped(run.export_payer.iban)}` },
      { label: 'Anordnungen', value: String(run.order_count) },
      { label: 'Summe', value: formatEuro(run.sum_cents) },
      { label: 'Zusammengestellt', value: step(run.created_at, run.created_by, run.created_for) },
      { label: 'Prüfsumme der Liste', value: run.checksum },
    ],
    columns: [
      'Anordnung',
      'Empfänger und Verwendungszweck',
      'Mittelanforderung',
      'sachlich und rechnerisch richtig',
      'Anordnung',
      'Betrag',
    ],
    rows: lines.map((line) => ({
      number: line.orderNumber,
      order: [`Haushaltsjahr ${line.year}`, `fällig ${formatGermanDate(line.dueOn)}`],
      payee: [line.accountHolder, grouped(line.iban), line.remittanceText],
      request: [
        line.approval.requestNumber ?? line.caseNumber,
        ...person(line.approval.requestedAt, line.approval.requestedBy, null, 'zeichnungsberechtigt'),
      ],
      check: person(line.approval.checkedAt, line.approval.checkedBy, line.approval.checkedFor, 'Sachbearbeitung'),
      decision: person(
        line.approval.orderedAt,
        line.approval.orderedBy,
        line.approval.orderedFor,
        'Anordnungsbefugnis',
      ),
      amount: formatEuro(line.amountCents),
    })),
    total: formatEuro(run.sum_cents),
    release: {
      heading: 'Freigabe',
      text:
        run.release === 'ONE_STEP'
          ? 'Zusammengestellt und ausgegeben in einem Schritt (Einstellung dieser Umgebung).'
          : 'Der Zahlungslauf wurde von einer zweiten Person freigegeben.',
      person: step(release.at, release.by.name, release.by.representing),
    },
    closing:
      'Elektronisch erstellt; die genannten Personen haben in ihrem Konto gehandelt. Jeder Schritt steht im Protokoll.',
  };
}

function person(
  at: string | null | undefined,
  name: string | null | undefined,
  representing: string | null | undefined,
  role: string,
): string[] {
  if (!name) return ['–'];
  return [named(name, representing), role, ...(at ? [CLOCK.format(new Date(at))] : [])];
}

function step(at: Date, name: string | null, representing: string | null): string {
  return `${named(name ?? '–', representing)}, ${CLOCK.format(at)} Uhr`;
}

function named(name: string, representing: string | null | undefined): string {
  return representing ? `${name} i. V. für ${representing}` : name;
}

function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
