import { createSender, read } from './ingress.js';
import type { IngressOptions, Send } from './ingress.js';
import type { CaseFilter, CaseSummary } from '../../runtime/index.js';

/**
 * What sends queries to the admin interface of a node. A query changes nothing, so that it is sent again after any
 * failure: a node that is just handing on a partition answers with one.
 */
export function createAdmin(options: IngressOptions): Send {
  return createSender({ ...options, isPassing: (status) => status === 429 || status >= 500 });
}

interface Row {
  id: string;
  summary: string;
}

/**
 * Cases in the order of their ids, by the SQL that the admin interface of a node answers (table "state").
 * @throws UnavailableError `runtime/cluster-unreachable`, `runtime/cluster-failed`
 */
export async function listCases(admin: Send, service: string, filter: CaseFilter): Promise<CaseSummary[]> {
  const { authority, overdue, stalled, owed, after, limit = 100 } = filter;
  const where = [`service_name = ${quoted(service)}`, `key = 'summary'`];
  // The summary is JSON with its properties in one order: what it says of a case stands in it to the letter.
  const says = (part: string): void => void where.push(`strpos(value_utf8, ${quoted(part)}) > 0`);
  const pairOf = (name: string, value: string): string => `${JSON.stringify(name)}:${JSON.stringify(value)}`;
  for (const name of ['status', 'plan', 'reference'] as const) {
    const value = filter[name];
    if (value !== undefined) says(pairOf(name, value));
  }
  const late = [
    ...(overdue === true ? ['"overdue":true'] : []),
    ...(stalled === true ? ['"stalled":true'] : []),
  ];
  if (authority !== undefined) {
    const begin = `{${pairOf('authority', authority)}`;
    const both = `${begin},"overdue":true,"stalled":true}`;
    if (late.length === 0) says(begin);
    else if (late.length === 2) says(both);
    else
      where.push(
        `(strpos(value_utf8, ${quoted(`${begin},${late[0]}}`)}) > 0 OR strpos(value_utf8, ${quoted(both)}) > 0)`,
      );
  } else for (const flag of late) says(`${flag},`);
  if (owed === true) says('"owed":');
  if (after !== undefined) where.push(`service_key > ${quoted(after)}`);
  const query =
    `SELECT service_key AS id, value_utf8 AS summary FROM state WHERE ${where.join(' AND ')} ` +
    `ORDER BY service_key LIMIT ${Math.max(0, Math.trunc(limit))}`;
  const answer = await admin('query', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { rows } = read<{ rows: Row[] }>(answer);
  return rows.map(({ summary }) => JSON.parse(summary) as CaseSummary);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
