import { EmailField, ListField, MomentField, TextField } from '@wir/shared/api';

export class DemoMailQueryDto {
  @EmailField({ optional: true }) to?: string;
}

export class DemoMailDto {
  @TextField({ max: 60 }) id!: string;
  @EmailField() to!: string;
  @TextField({ max: 300 }) subject!: string;
  @MomentField() writtenAt!: string;
  @TextField({ max: 10_000, multiline: true }) text!: string;
  @TextField({ max: 500, nullable: true, description: 'The one-use link in the mail' }) link!: string | null;
}

export class DemoMailListDto {
  @ListField(() => DemoMailDto) items!: DemoMailDto[];
}
