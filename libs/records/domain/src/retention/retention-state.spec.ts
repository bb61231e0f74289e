import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedFrom, localDate, move, transitionFaults } from '@wir/shared/kernel';
import { assertDecidedOnce, assertDecisionDay, assertDeleter, isRetentionOver, retainUntil } from './retention-rules';
import { RETENTION_TRANSITIONS } from './retention-state';

describe('the states of retention', () => {
  it('are all reachable and leave nobody without a right', () => {
    expect(transitionFaults(RETENTION_TRANSITIONS)).toEqual([]);
  });

  it('lead to deletion only past the archive', () => {
    const before = RETENTION_TRANSITIONS.edges.filter(({ to }) => to === 'DELETED').map(({ from }) => from);

    expect(before).toEqual(['ARCHIVE_OFFERED', 'ARCHIVED']);
    expect(allowedFrom(RETENTION_TRANSITIONS, 'DELETED')).toEqual([]);
    expect(() => move(RETENTION_TRANSITIONS, 'DUE', 'delete', ['HEAD_OF_UNIT'])).toThrow('retention.wrong-state');
  });

  it('are those of the database', () => {
    const sql = readFileSync(join(__dirname, '../../../../../migrations/1795305603500-retention.ts'), 'utf8');
    const there = [...sql.matchAll(/\('retention', '([A-Z_]+)', '([A-Z_]+)'\)/g)].map(
      ([, from, to]) => `${from} ${to}`,
    );
    const here = RETENTION_TRANSITIONS.edges
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }) => `${from} ${to}`);

    expect(there.sort()).toEqual([...new Set(here)].sort());
  });
});

describe('the clock of retention', () => {
  it.each([
    ['2026-01-01', '2036-12-31'],
    ['2026-12-31', '2036-12-31'],
    ['2027-01-01', '2037-12-31'],
  ])('of a case closed on %s ends on %s', (closed, until) => {
    expect(retainUntil(localDate(closed), 10)).toBe(until);
  });

  it('counts its last day', () => {
    expect(isRetentionOver(localDate('2036-12-31'), localDate('2036-12-31'))).toBe(false);
    expect(isRetentionOver(localDate('2036-12-31'), localDate('2037-01-01'))).toBe(true);
  });
});

describe('the decision of the archive', () => {
  const offered = localDate('2037-02-01');
  const today = localDate('2037-03-01');

  it('answers the offer and is not of tomorrow', () => {
    expect(() => assertDecisionDay(offered, offered, today)).not.toThrow();
    expect(() => assertDecisionDay(localDate('2037-01-31'), offered, today)).toThrow('retention.decision-day-invalid');
    expect(() => assertDecisionDay(localDate('2037-03-02'), offered, today)).toThrow('retention.decision-day-invalid');
  });

  it('is recorded once', () => {
    expect(() => assertDecidedOnce(null)).not.toThrow();
    expect(() => assertDecidedOnce('DELETE')).toThrow('retention.already-decided');
  });

  it('comes before a deletion, which another person does', () => {
    expect(() => assertDeleter('b', 'DELETE', 'a')).not.toThrow();
    expect(() => assertDeleter('a', 'DELETE', 'a')).toThrow('retention.deleter-is-decider');
    expect(() => assertDeleter('b', null, null)).toThrow('retention.not-decided');
  });
});
