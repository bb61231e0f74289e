import {
  APPLICATION_STATES,
  DECISION_OUTCOMES,
  type ApplicationState,
  type DecisionOutcome,
} from '@wir/applications/domain';
import { MODULE_CODES, type ModuleCode } from '@wir/programme/domain';
import {
  ActionDto,
  BooleanField,
  CentsField,
  DayField,
  EnumField,
  IntField,
  ListField,
  MomentField,
  ObjectField,
  TextField,
  UuidField,
} from '@wir/shared/api';
import { AttachmentDto } from './attachment.dto';
import { DeclarationsDto } from './application-content.dto';
import { PlanYearDto } from './financing-plan.dto';
import { InformationRequestDto } from './information-request.dto';
import { RecommendationDto } from './recommendation.dto';

/** One thing that still hinders submission, with the path of the field. */
export class SubmissionProblemDto {
  @TextField({ max: 200 }) path!: string;
  @TextField({ max: 100 }) code!: string;
}

export class DecisionDto {
  @EnumField(DECISION_OUTCOMES, { name: 'DecisionOutcome' }) outcome!: DecisionOutcome;
  @TextField({ max: 10_000, multiline: true }) reasons!: string;
  @MomentField() decidedAt!: string;
}

/** Förderantrag, as far as the person asking may see it: applicants see neither review nor undisclosed decision. */
export class ApplicationDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 60 }) programmeCode!: string;
  @TextField({ max: 60 }) callCode!: string;
  @EnumField(MODULE_CODES, { name: 'ModuleCode' }) moduleCode!: ModuleCode;
  @UuidField() applicantId!: string;
  @TextField({ max: 10 }) applicantCode!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @TextField({ max: 200 }) addresseeBody!: string;
  @EnumField(APPLICATION_STATES, { name: 'ApplicationState' }) state!: ApplicationState;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 10_000, multiline: true }) purpose!: string;
  @DayField() periodStart!: string;
  @DayField() periodEnd!: string;
  @TextField({ max: 200 }) contactName!: string;
  @TextField({ max: 254 }) contactEmail!: string;
  @ObjectField(() => DeclarationsDto) declarations!: DeclarationsDto;
  @ListField(() => PlanYearDto) years!: PlanYearDto[];
  @CentsField() requestedCents!: number;
  @CentsField({ nullable: true }) approvedCents!: number | null;
  @ListField(() => AttachmentDto) attachments!: AttachmentDto[];
  @ListField(() => InformationRequestDto) informationRequests!: InformationRequestDto[];
  @ObjectField(() => RecommendationDto, { nullable: true, description: 'Für Antragstellende immer leer' })
  recommendation!: RecommendationDto | null;
  @ObjectField(() => DecisionDto, { nullable: true, description: 'Für Antragstellende erst nach Bekanntgabe' })
  decision!: DecisionDto | null;
  @UuidField({ nullable: true }) awardId!: string | null;
  @UuidField({ nullable: true }) noticeId!: string | null;
  @DayField({ nullable: true, description: 'Frist der offenen Nachforderung' }) dueDate!: string | null;
  @BooleanField() late!: boolean;
  @MomentField({ nullable: true }) submittedAt!: string | null;
  @IntField({ min: 0 }) submissionCount!: number;
  @TextField({ max: 200, nullable: true, description: 'Für Antragstellende immer leer' }) assigneeName!: string | null;
  @ListField(() => SubmissionProblemDto) problems!: SubmissionProblemDto[];
  @ListField(() => ActionDto) actions!: ActionDto[];
  @MomentField() createdAt!: string;
  @MomentField() updatedAt!: string;
  @IntField({ min: 1 }) version!: number;
}
