import { ask, read, unreachable } from './ingress.js';
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
  const answer = await ask(`${admin}/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  if (answer instanceof Error) throw unreachable(answer);
  const { rows } = read<{ rows: Row[] }>(answer);
  return rows.map(({ id, summary }) => {
    const found = JSON.parse(summary) as { plan: string; status: CaseStatus; seq: number };
    return { id, plan: found.plan, status: found.status, seq: found.seq };
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
