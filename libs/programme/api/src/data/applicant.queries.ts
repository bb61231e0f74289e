import { Injectable } from '@nestjs/common';
import { likePattern, orderBy, Transactions, windowOf, type CurrentRequest } from '@wir/shared/api';
import type { ApplicantDto, ApplicantPageDto, ApplicantQueryDto } from '../applicant.dto';

const COLUMNS = {
  officialName: 'v.official_name',
  code: 'p.code',
  populationServed: 'p.population_served',
};

/** Master data are dated (Hanau is independent since 2026): the version in force today counts. */
const FROM = `FROM programme.applicant p
  CROSS JOIN LATERAL (
    SELECT w.official_name, w.kind, w.official_key, w.administrative_court FROM programme.applicant_version w
    WHERE w.applicant_id = p.id AND w.valid_from <= $1 ORDER BY w.valid_from DESC LIMIT 1) v
  WHERE ($2::text[] IS NULL OR v.kind = ANY ($2)) AND ($3::text IS NULL OR v.official_name ILIKE $3 OR p.code ILIKE $3 OR p.seat_town ILIKE $3)`;

interface Row {
  readonly total: number;
  readonly items: ApplicantDto[];
}

@Injectable()
export class ApplicantQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: ApplicantQueryDto): Promise<ApplicantPageDto> {
    return this.transactions.read(request, async (tx) => {
      const { limit, offset } = windowOf(query);
      const row = await tx.queryOne<Row>(
        `SELECT (SELECT count(*) ${FROM}) AS total, coalesce((SELECT json_agg(page) FROM (
           SELECT p.id, p.code, v.official_name AS "officialName", p.addressee_body AS "addresseeBody", v.kind, v.official_key AS "officialKey",
             p.seat_town AS "seatTown", p.government_region AS "governmentRegion", v.administrative_court AS "administrativeCourt",
             p.population_served AS "populationServed"
           ${FROM} ORDER BY ${orderBy(query.sort, COLUMNS, 'v.official_name', 'p.id')} LIMIT $4 OFFSET $5) page), '[]') AS items`,
        [tx.today, query.kind ?? null, likePattern(query.search), limit, offset],
      );
      return { items: row?.items ?? [], total: row?.total ?? 0, page: query.page, pageSize: query.pageSize };
    });
  }
}
