import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MAIL_JOB, MAIL_QUEUE } from '@wir/identity/domain';
import {
  eventKeyOf,
  isMessageCode,
  messageOf,
  NOTIFICATION_QUEUE,
  type NotificationEvent,
} from '@wir/notifications/domain';
import { Jobs, logger, Transactions, type CurrentRequest } from '@wir/shared/api';

const SUBJECT = `
SELECT a.case_number, a.applicant_id, p.official_name
FROM applications.application a JOIN programme.applicant p ON p.id = a.applicant_id
WHERE a.id = coalesce($1::uuid,
  (SELECT n.application_id FROM decisions.notice n WHERE n.id = $2::uuid),
  (SELECT w.application_id FROM decisions.award w WHERE w.id = $3::uuid),
  (SELECT w.application_id FROM disbursements.disbursement_request d JOIN decisions.award w ON w.id = d.award_id WHERE d.id = $4::uuid))
UNION ALL
SELECT r.run_number, NULL, '' FROM disbursements.payment_run r WHERE r.id = $5::uuid
UNION ALL
SELECT s.name, NULL, '' FROM budget.scenario s WHERE s.id = $6::uuid`;

/** In the order of the parameters above. */
const ID_NAMES = [
  'applicationId',
  'noticeId',
  'awardId',
  'disbursementRequestId',
  'paymentRunId',
  'budgetScenarioId',
] as const;

const ENQUEUE = 'SELECT notifications.enqueue_for_roles($1, $2::text[], $3::uuid, $4, $5)';

interface SubjectRow {
  readonly case_number: string;
  readonly applicant_id: string | null;
  readonly official_name: string;
}

/** Turns events of the domains into messages in the outbox (Postausgang), one per recipient, however often a job is repeated. */
@Injectable()
export class MessageOutbox implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.work(NOTIFICATION_QUEUE, (data, request) => this.deliver(data, request));
  }

  async deliver(data: unknown, request: CurrentRequest): Promise<void> {
    const event = eventOf(data);
    if (event === null) {
      logger.warn(
        {
          queue: NOTIFICATION_QUEUE,
          event: typeof data === 'object' && data !== null && 'event' in data ? String(data.event) : null,
        },
        'no message for this event',
      );
      return;
    }
    await this.transactions.command(request, async (tx) => {
      const subject = await tx.queryOne<SubjectRow>(
        SUBJECT,
        ID_NAMES.map((name) => event[name] ?? null),
      );
      if (subject === null) throw new Error(`The subject of ${event.event} is unknown`);
      const message = messageOf(event.event, { caseNumber: subject.case_number, applicantName: subject.official_name });
      const recipient = message.to === 'APPLICANT' ? subject.applicant_id : null;
      await tx.query(ENQUEUE, [eventKeyOf(event), [...message.roles], recipient, message.subject, message.body]);
      tx.enqueue(MAIL_QUEUE, {}, MAIL_JOB);
    });
  }
}

/** Jobs are stored as JSON and may be older than this code: what is not understood is left alone. */
function eventOf(data: unknown): NotificationEvent | null {
  if (typeof data !== 'object' || data === null) return null;
  const members: Readonly<Record<string, unknown>> = { ...data };
  const { event, occurrence } = members;
  if (typeof event !== 'string' || !isMessageCode(event)) return null;
  const ids = Object.fromEntries(
    ID_NAMES.filter((name) => typeof members[name] === 'string').map((name) => [name, members[name]]),
  );
  return { event, occurrence: typeof occurrence === 'number' ? occurrence : 0, ...ids };
}
