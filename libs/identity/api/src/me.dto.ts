import { ROLES, type Role } from '@wir/identity/domain';
import { EmailField, EnumField, ListField, MomentField, TextField, UuidField } from '@wir/shared/api';

export class MeDto {
  @UuidField() id!: string;
  @TextField({ max: 200 }) name!: string;
  @EmailField() email!: string;
  @ListField(ROLES, { name: 'Role' }) roles!: Role[];
  @UuidField({ nullable: true }) applicantId!: string | null;
  @TextField({ max: 300, nullable: true }) applicantName!: string | null;
  @ListField('text', { max: 500 }) permissions!: string[];
  @MomentField({ description: 'Business time; a demo may have moved it' }) now!: string;
  @EnumField(['demo', 'production']) mode!: 'demo' | 'production';
  @MomentField() sessionExpiresAt!: string;
}
