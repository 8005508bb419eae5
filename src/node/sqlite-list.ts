import type { CaseFilter } from '../runtime/index.js';
import type { SqliteValue } from './sqlite-database.js';

/** The query of a list. Each combination of filters has a text of its own, so that an index can serve it. */
export function listQuery(filter: CaseFilter): { sql: string; values: SqliteValue[] } {
  const { authority, after, limit = 100 } = filter;
  // Who asks for an authority goes by its steps, and what is late or stalled is a step of it.
  const work = authority === undefined ? 'cases' : 'work';
  const where: string[] = [];
  const values: SqliteValue[] = [];
  const add = (condition: string, value: SqliteValue | undefined): void => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  add('work.authority = ?', authority);
  add('cases.reference = ?', filter.reference);
  add(`${work}.status = ?`, filter.status);
  add('cases.plan = ?', filter.plan);
  add(`${work}.id > ?`, after);
  if (filter.overdue === true) where.push(`${work}.overdue = 1`);
  if (filter.stalled === true) where.push(`${work}.stalled = 1`);
  if (filter.owed === true) where.push(`${work}.owed = 1`);
  // Without statistics SQLite takes the table, whose rows are in the same order, and passes over those of other statuses.
  const byStatus = filter.status === undefined ? '' : 'INDEXED BY work_by_status';
  // An applicant has a few cases, an authority has thousands.
  const joined =
    filter.reference === undefined
      ? `work ${byStatus} CROSS JOIN cases ON cases.no = work.case_no`
      : 'cases CROSS JOIN work ON work.id = cases.id';
  const from = authority === undefined ? 'cases' : joined;
  const order = filter.reference === undefined ? work : 'cases';
  const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const sql = `SELECT cases.id, summary FROM ${from} ${condition} ORDER BY ${order}.id LIMIT ?`;
  return { sql, values: [...values, limit] };
}
