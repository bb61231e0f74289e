import type { ReadTx } from '@wir/shared/api';
import type { ApplicationDto } from '../dto/application.dto';
import { findApplicationDetail } from './application-detail.queries';
import { toApplicationDto } from './application-mapper';

/** The application as the person asking may see it; also the answer of every command on it. */
export async function applicationDto(tx: ReadTx, id: string): Promise<ApplicationDto> {
  return toApplicationDto(await findApplicationDetail(tx, id), tx.actor);
}
