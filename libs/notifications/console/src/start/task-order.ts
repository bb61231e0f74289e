import type { TaskDto, TaskListDto } from '@wir/shared/contract';

/** What one kind of task adds up to, with its rows. `count` and `sumCents` count all, also rows that were cut off. */
export interface TaskGroup {
  readonly kind: string;
  readonly count: number;
  readonly sumCents: number;
  readonly tasks: readonly TaskDto[];
}

/** Not submitted yet: whoever overlooks one of these misses the call, so they stand above all dates. */
const UNSUBMITTED: readonly string[] = ['CONTINUE_DRAFT', 'SIGN_APPLICATION'];

export function isUnsubmitted(task: TaskDto): boolean {
  return UNSUBMITTED.includes(task.kind);
}

/** Earliest day first, tasks without one last and the longest waiting first among them. */
export function byDeadline(a: TaskDto, b: TaskDto): number {
  if (a.dueDate !== b.dueDate) return (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999');
  return a.since.localeCompare(b.since) || a.id.localeCompare(b.id);
}

/** Groups in the order of the server, which is the order of the work; rows in the order of their deadline. */
export function groupTasks(list: TaskListDto): TaskGroup[] {
  return list.groups.map(({ kind, count, sumCents }) => ({
    kind,
    count,
    sumCents,
    tasks: list.items.filter((task) => task.kind === kind).toSorted(byDeadline),
  }));
}

/** Cards of a municipality: what is not submitted yet on top, then by deadline. */
export function cardOrder(tasks: readonly TaskDto[]): TaskDto[] {
  return tasks.toSorted((a, b) => Number(isUnsubmitted(b)) - Number(isUnsubmitted(a)) || byDeadline(a, b));
}

export function overdueCount(tasks: readonly TaskDto[], today: string): number {
  return tasks.filter(({ dueDate }) => dueDate !== null && dueDate < today).length;
}
