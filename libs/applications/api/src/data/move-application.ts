import type { ApplicationState } from '@wir/applications/domain';
import { NOTIFICATION_QUEUE, notificationEvent, type MessageCode } from '@wir/notifications/domain';
import { updateVersioned, type Tx } from '@wir/shared/api';
import type { Application } from './application.repository';

/** What the trail says about a change; `before` and `after` add to the changed fields of the row. */
export interface ApplicationEvent {
  readonly action: string;
  readonly reason?: string | null;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

export type ApplicationChanges = Partial<
  Omit<
    Application,
    | 'id'
    | 'programmeId'
    | 'callId'
    | 'moduleCode'
    | 'applicantId'
    | 'caseNumber'
    | 'state'
    | 'createdByAccountId'
    | 'version'
  >
>;

/** Who acted stands in the event itself; the ids on the row are for the four-eyes rules. */
const UNTOLD = /(PersonId|AccountId)$/;

/** Writes the new state and fields, and the event with them. Whether the move is allowed, the caller has asked the domain. */
export async function moveApplication(
  tx: Tx,
  application: Application,
  toState: ApplicationState,
  changes: ApplicationChanges,
  event: ApplicationEvent,
): Promise<Application> {
  const { id, applicantId, state: fromState } = application;
  const version = await updateVersioned(tx, 'applications.application', id, application.version, {
    ...columnsOf(changes),
    state: toState,
  });
  const told = Object.keys(changes).filter((name) => !UNTOLD.test(name)) as (keyof ApplicationChanges)[];
  const moves = fromState !== toState;
  tx.audit({
    action: event.action,
    objectType: 'APPLICATION',
    objectId: id,
    objectVersion: version,
    applicantId,
    fromState: moves ? fromState : null,
    toState: moves ? toState : null,
    reason: event.reason ?? null,
    before: imageOf(told, application, event.before),
    after: imageOf(told, { ...application, ...changes }, event.after),
  });
  return { ...application, ...changes, state: toState, version };
}

function imageOf(
  fields: readonly (keyof ApplicationChanges)[],
  source: Application,
  extra: ApplicationEvent['before'],
): Record<string, unknown> | null {
  const image = { ...Object.fromEntries(fields.map((name) => [name, source[name]])), ...extra };
  return Object.keys(image).length === 0 ? null : image;
}

/** Columns are the fields in snake case; the spec compares the two with the entity. */
export function columnsOf(changes: ApplicationChanges): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** Tells the people at the next desk; leaves only after commit. The version tells repetitions of the same event apart. */
export function announce(tx: Tx, { id, version }: Pick<Application, 'id' | 'version'>, event: MessageCode): void {
  tx.enqueue(NOTIFICATION_QUEUE, notificationEvent(event, { applicationId: id }, version));
}
