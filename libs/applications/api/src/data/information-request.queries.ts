import type { InformationRequestItem } from '@wir/applications/domain';
import type { Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import type { Application } from './application.repository';

export async function openInformationRequest(
  tx: Tx,
  { id, applicantId }: Application,
  items: readonly InformationRequestItem[],
  dueDate: LocalDate,
): Promise<void> {
  await tx.execute(
    'INSERT INTO applications.information_request (application_id, applicant_id, items, due_date) VALUES ($1, $2, $3::jsonb, $4)',
    [id, applicantId, JSON.stringify(items), dueDate],
  );
}

/** Whether there was one to answer. */
export async function answerInformationRequest(tx: Tx, applicationId: string): Promise<boolean> {
  const answered = await tx.execute(
    "UPDATE applications.information_request SET state = 'ANSWERED', answered_at = $2 WHERE application_id = $1 AND state = 'OPEN'",
    [applicationId, tx.now],
  );
  return answered > 0;
}
