import { UnavailableError } from '../../messages/index.js';
import type { CaseFilter, CaseStatus, CaseSummary } from '../../runtime/index.js';

interface Row {
  id: string;
  summary: string;
}

/**
 * Cases in the order of their ids, by the SQL that the admin interface of a node answers (table "state").
 * @throws UnavailableError `runtime/cluster-unreachable`, `runtime/cluster-failed`
 */
export async function listCases(
  admin: string,
  service: string,
  { status, plan, after, limit = 100 }: CaseFilter,
): Promise<CaseSummary[]> {
  const where = [`service_name = ${quoted(service)}`, `key = 'summary'`];
  if (status !== undefined) where.push(`strpos(value_utf8, ${quoted(`"status":"${status}"`)}) > 0`);
  if (plan !== undefined) where.push(`strpos(value_utf8, ${quoted(`"plan":"${plan}"`)}) > 0`);
  if (after !== undefined) where.push(`service_key > ${quoted(after)}`);
  const query =
    `SELECT service_key AS id, value_utf8 AS summary FROM state WHERE ${where.join(' AND ')} ` +
    `ORDER BY service_key LIMIT ${Math.max(0, Math.trunc(limit))}`;
  const response = await fetch(`${admin}/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  }).catch((error: unknown) => {
    throw new UnavailableError(
      'runtime/cluster-unreachable',
      `The cluster does not answer: ${String(error)}.`,
    );
  });
  if (!response.ok) {
    throw new UnavailableError(
      'runtime/cluster-failed',
      `The cluster answers with status ${response.status}.`,
    );
  }
  const { rows } = (await response.json()) as { rows: Row[] };
  return rows.map(({ id, summary }) => {
    const found = JSON.parse(summary) as { plan: string; status: CaseStatus; seq: number };
    return { id, plan: found.plan, status: found.status, seq: found.seq };
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
