import { Injectable } from '@nestjs/common';
import { likePattern, orderBy, Transactions, windowOf, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import type { ComponentCap } from '@wir/programme/domain';
import type { LocalDate } from '@wir/shared/kernel';
import type { FundingCallDto, FundingCallPageDto, FundingCallQueryDto } from '../funding-call.dto';

/** What an application needs to know of the call it answers. */
export interface FundingCall {
  readonly id: string;
  readonly programmeId: string;
  readonly code: string;
  readonly opensAt: Date;
  readonly closesOn: LocalDate;
  readonly isCutOff: boolean;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly moduleCodes: readonly string[];
}

const COLUMNS = { opensAt: 'c.opens_at', closesOn: 'c.closes_on', code: 'c.code' };
const WHERE = `WHERE ($1::text IS NULL OR c.title ILIKE $1 OR c.code ILIKE $1)`;

interface Row {
  readonly total: number;
  readonly items: FundingCallDto[];
}

@Injectable()
export class FundingCallQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: FundingCallQueryDto): Promise<FundingCallPageDto> {
    return this.transactions.read(request, async (tx) => {
      const { limit, offset } = windowOf(query);
      const row = await tx.queryOne<Row>(
        `SELECT (SELECT count(*) FROM programme.funding_call c ${WHERE}) AS total, coalesce((SELECT json_agg(page) FROM (
           SELECT c.code, c.title, p.code AS "programmeCode", c.opens_at AS "opensAt", c.closes_on AS "closesOn", c.period_start AS "periodStart",
             c.period_end AS "periodEnd", c.opens_at <= $2 AND $3::date <= c.closes_on AS "isOpen",
             (SELECT coalesce(json_agg(json_build_object('code', m.module_code, 'title', m.title, 'components',
                (SELECT coalesce(json_agg(json_build_object('code', k.component_code, 'title', k.title,
                   'capCentsPerUnitYear', k.cap_cents_per_unit_year, 'maxUnits', k.max_units) ORDER BY k.position), '[]')
                 FROM programme.module_component k WHERE k.call_id = m.call_id AND k.module_code = m.module_code)) ORDER BY m.module_code), '[]')
              FROM programme.call_module m WHERE m.call_id = c.id) AS modules
           FROM programme.funding_call c JOIN programme.programme p ON p.id = c.programme_id ${WHERE}
           ORDER BY ${orderBy(query.sort, COLUMNS, 'c.opens_at DESC', 'c.id')} LIMIT $4 OFFSET $5) page), '[]') AS items`,
        [likePattern(query.search), tx.now, tx.today, limit, offset],
      );
      const items = (row?.items ?? []).map((call) => ({ ...call, opensAt: new Date(call.opensAt).toISOString() }));
      return { items, total: row?.total ?? 0, page: query.page, pageSize: query.pageSize };
    });
  }
}

/** Null when there is no such call. */
export function findFundingCall(tx: ReadTx, code: string): Promise<FundingCall | null> {
  return tx.queryOne<FundingCall>(
    `SELECT c.id, c.programme_id AS "programmeId", c.code, c.opens_at AS "opensAt", c.closes_on AS "closesOn", c.is_cut_off AS "isCutOff",
       c.period_start AS "periodStart", c.period_end AS "periodEnd",
       ARRAY(SELECT m.module_code FROM programme.call_module m WHERE m.call_id = c.id ORDER BY m.module_code) AS "moduleCodes"
     FROM programme.funding_call c WHERE c.code = $1`,
    [code],
  );
}

/** Period and caps of a call, as the rules of an application need them. */
export interface CallRulesRow {
  readonly period: { readonly start: LocalDate; readonly end: LocalDate };
  readonly caps: readonly ComponentCap[];
}

export async function findCallRules(tx: ReadTx, callId: string, moduleCode: string): Promise<CallRulesRow> {
  const row = await tx.queryOne<{ start: LocalDate; end: LocalDate; caps: ComponentCap[] }>(
    `SELECT c.period_start AS start, c.period_end AS end,
       (SELECT coalesce(json_agg(json_build_object('component', k.component_code, 'capCentsPerUnitYear', k.cap_cents_per_unit_year, 'maxUnits', k.max_units)
          ORDER BY k.position), '[]') FROM programme.module_component k WHERE k.call_id = c.id AND k.module_code = $2) AS caps
     FROM programme.funding_call c WHERE c.id = $1`,
    [callId, moduleCode],
  );
  if (row === null) throw new Error('The call of the application has gone');
  return { period: { start: row.start, end: row.end }, caps: row.caps };
}
