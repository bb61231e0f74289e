import 'reflect-metadata';
import type { Tx } from '@wir/shared/api';
import { cents, localDate } from '@wir/shared/kernel';
import { getMetadataArgsStorage } from 'typeorm';
import { ApplicationEntity } from './application.entity';
import type { Application } from './application.repository';
import { columnsOf, moveApplication, type ApplicationChanges } from './move-application';

const stored = {
  id: 'a1',
  applicantId: 'm1',
  state: 'SUBMITTED',
  dueDate: null,
  title: 'Titel',
  version: 3,
} as Application;

function recorder(): { tx: Tx; statements: unknown[][]; entries: unknown[] } {
  const statements: unknown[][] = [];
  const entries: unknown[] = [];
  const tx = {
    execute: (...call: unknown[]) => Promise.resolve(statements.push(call) && 1),
    audit: (entry: unknown) => entries.push(entry),
  };
  return { tx: tx as unknown as Tx, statements, entries };
}

describe('moving an application', () => {
  it('writes state, fields and the next version, and tells the trail what changed', async () => {
    const { tx, statements, entries } = recorder();

    const moved = await moveApplication(
      tx,
      stored,
      'INFO_REQUESTED',
      { dueDate: localDate('2026-03-23'), assigneeAccountId: 'k1' },
      { action: 'x', after: { items: 1 } },
    );

    expect(moved).toMatchObject({ state: 'INFO_REQUESTED', dueDate: '2026-03-23', version: 4 });
    expect(statements).toEqual([
      [expect.stringContaining('version = version + 1'), ['a1', 3, '2026-03-23', 'k1', 'INFO_REQUESTED']],
    ]);
    expect(entries).toEqual([
      expect.objectContaining({
        objectVersion: 4,
        fromState: 'SUBMITTED',
        toState: 'INFO_REQUESTED',
        before: { dueDate: null },
        after: { dueDate: '2026-03-23', items: 1 },
      }),
    ]);
  });

  it('names no states when none changes, and no fields when none does', async () => {
    const { tx, entries } = recorder();

    await moveApplication(tx, stored, 'SUBMITTED', {}, { action: 'x' });

    expect(entries).toEqual([expect.objectContaining({ fromState: null, toState: null, before: null, after: null })]);
  });

  it('knows the column of every field', () => {
    const columns = getMetadataArgsStorage().filterColumns(ApplicationEntity);
    const changes = Object.fromEntries(
      columns.map(({ propertyName }) => [propertyName, cents(0)]),
    ) as ApplicationChanges;

    expect(Object.keys(columnsOf(changes))).toEqual(
      columns.map(({ propertyName, options }) => options.name ?? propertyName),
    );
  });
});
