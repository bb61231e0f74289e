import type { ReadTx } from '@wir/shared/api';
import type { BundleScope } from './bundle-scope';
import { plainName } from './entry-names';

/** A stored file and its place in the bundle. */
export interface BundleFile {
  readonly path: string;
  readonly title: string;
  readonly sha256: string;
}

interface FoundFile {
  readonly name: string;
  readonly title: string;
  readonly sha256: string;
}

const NOTICES = `SELECT notice_number || '.pdf' AS name, 'Bescheid ' || notice_number AS title, document_sha256 AS sha256
FROM decisions.notice WHERE id = ANY ($1::uuid[]) AND document_sha256 IS NOT NULL ORDER BY notice_number`;
const ATTACHMENTS = `SELECT file_name AS name, file_name AS title, sha256 FROM applications.attachment WHERE application_id = ANY ($1::uuid[]) ORDER BY uploaded_at, id`;
const RUN_FILES = `SELECT r.run_number || CASE WHEN f.value->>'format' ILIKE '%csv%' THEN '.csv' ELSE '.xml' END AS name,
  'Zahlungslauf ' || r.run_number || ' (' || (f.value->>'format') || ')' AS title, f.value->>'sha256' AS sha256
FROM disbursements.payment_run r CROSS JOIN LATERAL jsonb_array_elements(r.files) f WHERE r.id = ANY ($1::uuid[]) ORDER BY r.run_number, f.value->>'format'`;

/** Issued letters, attachments, and of a payment the files that went to the cash office. */
export async function filesOf(tx: ReadTx, scope: BundleScope): Promise<BundleFile[]> {
  const found = async (folder: string, sql: string, ids: readonly string[]): Promise<BundleFile[]> => {
    const rows = ids.length === 0 ? [] : await tx.query<FoundFile>(sql, [ids]);
    return rows.map(({ name, title, sha256 }, index) => {
      const number = String(index + 1).padStart(2, '0');
      return { path: `${folder}/${number}-${plainName(name)}`, title, sha256 };
    });
  };
  return [
    ...(await found('dokumente', NOTICES, scope.noticeIds)),
    ...(await found('anlagen', ATTACHMENTS, scope.kind === 'CASE' ? scope.applicationIds : [])),
    ...(await found('zahlungslauf', RUN_FILES, scope.kind === 'PAYMENT' ? scope.runIds : [])),
  ];
}
