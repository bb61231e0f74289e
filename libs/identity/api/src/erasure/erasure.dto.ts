import { DayField, ListField, TextField } from '@wir/shared/api';

export class KeptDto {
  @TextField({ max: 200 }) what!: string;
  @DayField({ nullable: true, description: 'Null while the cases are open' }) until!: string | null;
  @TextField({ max: 500 }) why!: string;
}

/** What erasing removes and what the law keeps (Art. 17 DSGVO). */
export class ErasureDto {
  @ListField('text') erasable!: string[];
  @ListField(() => KeptDto) kept!: KeptDto[];
}
