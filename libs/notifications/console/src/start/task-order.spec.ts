import type { TaskDto, TaskListDto } from '@wir/shared/contract';
import { cardOrder, groupTasks, overdueCount } from './task-order';

function task(id: string, overrides: Partial<TaskDto> = {}): TaskDto {
  return {
    id,
    kind: 'SIGN_NOTICE',
    objectType: 'NOTICE',
    objectId: id,
    caseNumber: `WIR-2026-${id}`,
    applicantName: 'Stadt Musterstadt',
    title: 'Bescheid zeichnen',
    amountCents: 100,
    dueDate: null,
    since: '2026-02-20T08:00:00Z',
    link: `/bescheide/${id}`,
    ...overrides,
  };
}

const ids = (tasks: readonly TaskDto[]): string[] => tasks.map(({ id }) => id);

describe('grouping tasks', () => {
  const list: TaskListDto = {
    items: [
      task('late', { dueDate: '2026-04-01' }),
      task('none', { since: '2026-01-01T08:00:00Z' }),
      task('soon', { dueDate: '2026-03-05' }),
      task('decide', { kind: 'DECIDE_APPLICATION' }),
    ],
    groups: [
      { kind: 'DECIDE_APPLICATION', title: '', count: 1, sumCents: 100 },
      { kind: 'SIGN_NOTICE', title: '', count: 7, sumCents: 81_240_000 },
    ],
    nextDate: null,
  };

  it('keeps the order of the server for the groups', () => {
    expect(groupTasks(list).map(({ kind }) => kind)).toEqual(['DECIDE_APPLICATION', 'SIGN_NOTICE']);
  });

  it('shows count and sum of all tasks, also of rows that were cut off', () => {
    expect(groupTasks(list)[1]).toMatchObject({ count: 7, sumCents: 81_240_000 });
  });

  it('puts the earliest deadline first and tasks without one last', () => {
    expect(ids(groupTasks(list)[1]?.tasks ?? [])).toEqual(['soon', 'late', 'none']);
  });
});

describe('the cards of a municipality', () => {
  it('stand in the order of their deadlines, with what is not submitted yet on top', () => {
    const cards = cardOrder([
      task('reply', { kind: 'ANSWER_INFORMATION_REQUEST', dueDate: '2026-03-04' }),
      task('payout', { kind: 'REQUEST_DISBURSEMENT' }),
      task('draft', { kind: 'CONTINUE_DRAFT' }),
    ]);

    expect(ids(cards)).toEqual(['draft', 'reply', 'payout']);
  });
});

describe('counting what is overdue', () => {
  it('counts days before today only', () => {
    const tasks = [task('a', { dueDate: '2026-03-01' }), task('b', { dueDate: '2026-03-02' }), task('c')];

    expect(overdueCount(tasks, '2026-03-02')).toBe(1);
  });
});
