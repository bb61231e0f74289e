import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, daysBetween, localDate, parseGermanDate, type LocalDate } from './local-date';
import { computeDeadlines, type NoticeChannel } from './deadlines';
import { DEADLINE_PARAMETERS } from './deadline-parameters';
import { isWorkingDay } from './hessian-holidays';
import { propertySeed } from './property-seed';

const CHANNELS: Readonly<Record<string, NoticeChannel>> = { Post: 'POST', Portal: 'PORTAL', Übergabe: 'HANDOVER' };
const NOTICES: Readonly<Record<string, boolean>> = { richtig: false, fehlerhaft: true };

function documentedExamples(): string[][] {
  const text = readFileSync(join(__dirname, '../../../../docs/deadlines.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\|\s*\d+\s*\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function day(cell: string | undefined): LocalDate | null {
  if (cell === '' || cell === '–' || cell === undefined) return null;
  const parsed = parseGermanDate(cell);
  if (parsed === null) throw new Error(`docs/deadlines.md: ${cell} is no date`);
  return parsed;
}

function oneOf<T>(choices: Readonly<Record<string, T>>, cell: string | undefined): T {
  const choice = choices[cell ?? ''];
  if (choice === undefined) throw new Error(`docs/deadlines.md: ${cell} is unknown`);
  return choice;
}

describe('computing the deadlines of docs/deadlines.md', () => {
  const rows = documentedExamples();

  it('reads every numbered row', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeGreaterThanOrEqual(21);
  });

  it.each(rows)('example %s: %s on %s', (...row) => {
    const [, channel, date, days, retrieved, notice, waived, deemed, endsOn, finalOn] = row;
    const start = day(date);
    if (start === null) throw new Error('a row needs a date');
    const override = days
      ? [
          {
            name: 'deemed_days_post' as const,
            validFrom: localDate('2025-01-02'),
            value: Number(days),
            source: 'Beispiel',
          },
        ]
      : [];

    const deadlines = computeDeadlines({
      channel: oneOf(CHANNELS, channel),
      date: start,
      retrievedOn: day(retrieved),
      noticeFaulty: oneOf(NOTICES, notice),
      waivedOn: day(waived),
      parameters: [...DEADLINE_PARAMETERS, ...override],
    });

    expect(deadlines).toMatchObject({
      deemedNotifiedOn: day(deemed),
      appealEndsOn: day(endsOn),
      finalOn: day(finalOn),
    });
  });
});

describe('the reasoning of a deadline', () => {
  it('gives each step its date, a German sentence and a source', () => {
    const { reasoning } = computeDeadlines({
      channel: 'POST',
      date: localDate('2027-02-22'),
      court: 'Verwaltungsgericht Gießen',
    });

    expect(reasoning.map(({ date }) => date)).toEqual([
      '2027-02-22',
      '2027-02-26',
      '2027-03-26',
      '2027-03-30',
      '2027-03-31',
    ]);
    expect(reasoning[2]?.text).toContain('Verwaltungsgericht Gießen');
    expect(reasoning[3]).toEqual({
      date: '2027-03-30',
      text: '26.03.2027 ist ein Feiertag (Karfreitag). Die Frist endet am nächsten Werktag, Dienstag, 30.03.2027.',
      source: '§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO, § 193 BGB',
    });
    expect(reasoning.every(({ source }) => source.length > 0)).toBe(true);
  });

  it('says that a waiver before notification is void', () => {
    const deadlines = computeDeadlines({
      channel: 'HANDOVER',
      date: localDate('2026-03-03'),
      waivedOn: localDate('2026-03-02'),
    });

    expect(deadlines.waiverEffective).toBe(false);
    expect(deadlines.reasoning.some(({ text }) => text.includes('unwirksam'))).toBe(true);
  });

  it('refuses a retrieval before the provision', () => {
    const early = { channel: 'PORTAL', date: localDate('2026-03-03'), retrievedOn: localDate('2026-03-02') } as const;

    expect(() => computeDeadlines(early)).toThrow('deadline.retrieved-before-provision');
  });
});

describe('any deadline', () => {
  const seed = propertySeed('deadlines');
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays(localDate('2010-01-01'), offset));
  const anyChannel = fc.constantFrom<NoticeChannel>('POST', 'HANDOVER', 'PORTAL');

  it('ends on a working day, at least 28 days after notification, and is final the day after', () => {
    fc.assert(
      fc.property(anyDay, anyChannel, fc.nat(10), fc.boolean(), (date, channel, delay, noticeFaulty) => {
        const { deemedNotifiedOn, appealEndsOn, finalOn } = computeDeadlines({
          channel,
          date,
          retrievedOn: addDays(date, delay),
          noticeFaulty,
        });
        if (deemedNotifiedOn === null || appealEndsOn === null || finalOn === null)
          throw new Error('retrieved in time, so notified');
        const length = daysBetween(deemedNotifiedOn, appealEndsOn);
        expect(isWorkingDay(appealEndsOn)).toBe(true);
        expect(length).toBeGreaterThanOrEqual(noticeFaulty ? 365 : 28);
        expect(length).toBeLessThanOrEqual((noticeFaulty ? 366 : 31) + 4);
        expect(finalOn).toBe(addDays(appealEndsOn, 1));
      }),
      { seed },
    );
  });

  it('is never earlier for a later event', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (date, later) => {
        const first = computeDeadlines({ channel: 'HANDOVER', date });
        const second = computeDeadlines({ channel: 'HANDOVER', date: addDays(date, later) });
        expect((second.finalOn ?? '') >= (first.finalOn ?? '')).toBe(true);
      }),
      { seed },
    );
  });
});
