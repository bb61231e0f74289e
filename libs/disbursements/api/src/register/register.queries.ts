import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { RegisterCheck } from './register-check';
import type { ExportRegisterDto } from './register.dto';

@Injectable()
export class RegisterQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly check: RegisterCheck,
  ) {}

  state(request: CurrentRequest): Promise<ExportRegisterDto> {
    return this.transactions.read(request, async (tx) => {
      const { entries, damagedLine, unknown } = await this.check.state(tx);
      return {
        ok: damagedLine === null && unknown.length === 0,
        entryCount: entries.length,
        lastRunNumber: entries.at(-1)?.runNumber ?? null,
        damagedLine,
        missingRunNumbers: unknown.map(({ runNumber }) => runNumber),
        missingRuns: unknown.map(({ runId, runNumber, orderCount, sumCents, at }) => ({
          runId,
          runNumber,
          orderCount,
          sumCents,
          exportedAt: at,
        })),
      };
    });
  }
}
