import type { ApplicationState, DecisionOutcome } from '@wir/applications/domain';
import type { ModuleCode } from '@wir/programme/domain';
import { centsColumn, localDateColumn } from '@wir/shared/api';
import type { Cents, LocalDate } from '@wir/shared/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The application's own row. Changes go through `moveApplication`, which compares the version in the UPDATE. */
@Entity({ schema: 'applications', name: 'application' })
export class ApplicationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'programme_id', update: false }) programmeId!: string;
  @Column({ type: 'uuid', name: 'call_id', update: false }) callId!: string;
  @Column({ type: 'text', name: 'module_code', update: false }) moduleCode!: ModuleCode;
  @Column({ type: 'uuid', name: 'applicant_id', update: false }) applicantId!: string;
  @Column({ type: 'text', name: 'case_number', update: false }) caseNumber!: string;
  @Column({ type: 'text' }) state!: ApplicationState;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ type: 'date', name: 'period_start', transformer: localDateColumn }) periodStart!: LocalDate;
  @Column({ type: 'date', name: 'period_end', transformer: localDateColumn }) periodEnd!: LocalDate;
  @Column({ type: 'text', name: 'contact_name' }) contactName!: string;
  @Column({ type: 'text', name: 'contact_email' }) contactEmail!: string;
  @Column({ type: 'boolean', name: 'no_premature_start' }) noPrematureStart!: boolean;
  @Column({ type: 'boolean', name: 'total_financing_secured' }) totalFinancingSecured!: boolean;
  @Column({ type: 'boolean', name: 'no_double_funding' }) noDoubleFunding!: boolean;
  @Column({ type: 'boolean', name: 'no_input_tax_deduction' }) noInputTaxDeduction!: boolean;
  @Column({ type: 'bigint', name: 'requested_cents', transformer: centsColumn }) requestedCents!: Cents;
  @Column({ type: 'bigint', name: 'approved_cents', nullable: true, transformer: centsColumn })
  approvedCents!: Cents | null;
  @Column({ type: 'date', name: 'due_date', nullable: true, transformer: localDateColumn }) dueDate!: LocalDate | null;
  @Column({ type: 'boolean' }) late!: boolean;
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column({ type: 'integer', name: 'submission_count' }) submissionCount!: number;
  @Column({ type: 'uuid', name: 'assignee_account_id', nullable: true }) assigneeAccountId!: string | null;
  @Column({ type: 'uuid', name: 'created_by_account_id', update: false }) createdByAccountId!: string;
  @Column({ type: 'uuid', name: 'submitted_by_person_id', nullable: true }) submittedByPersonId!: string | null;
  @Column({ type: 'uuid', name: 'reviewed_by_person_id', nullable: true }) reviewedByPersonId!: string | null;
  @Column({ type: 'uuid', name: 'budget_confirmed_by_person_id', nullable: true }) budgetConfirmedByPersonId!:
    string | null;
  @Column({ type: 'uuid', name: 'reviewed_for_person_id', nullable: true }) reviewedForPersonId!: string | null;
  @Column({ type: 'uuid', name: 'budget_confirmed_for_person_id', nullable: true }) budgetConfirmedForPersonId!:
    string | null;
  @Column({ type: 'uuid', name: 'decided_by_person_id', nullable: true }) decidedByPersonId!: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) outcome!: DecisionOutcome | null;
  @Column({ type: 'text', name: 'decision_reasons', nullable: true }) decisionReasons!: string | null;
  @Column({ type: 'uuid', name: 'award_id', nullable: true }) awardId!: string | null;
  @Column({ type: 'uuid', name: 'notice_id', nullable: true }) noticeId!: string | null;
  @Column({ type: 'integer' }) version!: number;
}
