import { DECISION_OUTCOMES, type DecisionOutcome } from '@wir/applications/domain';
import { EnumField, TextField } from '@wir/shared/api';

export class DecideApplicationDto {
  @EnumField(DECISION_OUTCOMES, { name: 'DecisionOutcome' }) outcome!: DecisionOutcome;
  @TextField({ max: 10_000, multiline: true }) reasons!: string;
}
