import { BoundedCache } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { UnavailableError, UsageError, assertArguments } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import type { Plan } from '../model/index.js';
import type {
  AuthorityWork,
  CaseFilter,
  CaseState,
  CaseStore,
  CaseSummary,
  Commit,
  DueCase,
  LogEntry,
  LoggedEntry,
} from '../runtime/index.js';
import { conflictError, restoreCase } from '../runtime/index.js';
import { tell } from './messages.js';
import { openDatabase, storeError } from './sqlite-database.js';
import type { SqliteDatabase, SqliteValue } from './sqlite-database.js';
import { backUp } from './sqlite-backup.js';
import { listQuery } from './sqlite-list.js';
import { prepareSchema, releaseLock } from './sqlite-schema.js';
import { changedParts, isDivided, joinParts, restOf } from './state-parts.js';

interface Waiting {
  commit: Commit;
  resolve: (position: number) => void;
  reject: (error: unknown) => void;
}

/** Where a case stands in the file. */
interface Place {
  no: number;
  seq: number;
  /** What it is listed under, as it is stored. */
  authorities: string;
  isDivided: boolean;
}

interface LogRow {
  seq: number;
  event: string;
  transitions: string;
}

/** So many transitions share one sync at most. */
const largestBatch = 512;
/** Of so many cases the place is remembered, and of so many plans that they are there. */
const mostPlaces = 10_000;
const mostPlans = 1_000;

/**
 * A durable store in one file. Transitions of many cases that arrive together are written in one transaction, with
 * one sync of the disk; each is acknowledged only after that.
 * @param path of the file; it is made where it does not exist, and `":memory:"` keeps everything in memory
 * @throws UnavailableError `runtime/store-locked`, `runtime/store-corrupt`, `runtime/store-full`, `runtime/store-failed`
 * @throws UsageError `runtime/store-newer`, `runtime/store-older`, `runtime/store-foreign`
 */
export async function createSqliteStore(path: string): Promise<CaseStore> {
  assertArguments('createSqliteStore', { path: 'text' }, { path });
  let database: SqliteDatabase | undefined;
  try {
    database = await openDatabase(path);
    prepareSchema(database, path);
  } catch (error) {
    database?.close();
    throw storeError(path, error);
  }
  return new SqliteStore(path, database);
}

class SqliteStore implements CaseStore {
  readonly #path: string;
  readonly #database: SqliteDatabase;
  readonly #statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  /** Nobody else writes the file while it is open. */
  readonly #places = new BoundedCache<Place>(mostPlaces);
  readonly #savedPlans = new BoundedCache<true>(mostPlans);
  #waiting: Waiting[] = [];
  #scheduled = false;
  #closed = false;

  constructor(path: string, database: SqliteDatabase) {
    this.#path = path;
    this.#database = database;
  }

  secret(): Promise<string> {
    return this.#try(
      () => this.#get<{ value: string }>(`SELECT value FROM meta WHERE key = 'secret'`)!.value,
    );
  }

  loadPlan(hash: string): Promise<Plan | undefined> {
    return this.#try(() => {
      const row = this.#get<{ plan: string }>('SELECT plan FROM plans WHERE hash = ?', hash);
      return row && this.#parse<Plan>(row.plan, tell('store.plan', { hash }));
    });
  }

  commit(commit: Commit): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ commit, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    });
  }

  load(id: string): ReturnType<CaseStore['load']> {
    return this.#try(() => {
      const row = this.#get<{ no: number; plan: string; seq: number; state: string }>(
        'SELECT no, plan, seq, state FROM cases WHERE id = ?',
        id,
      );
      if (row === undefined) return undefined;
      const { no, plan, seq } = row;
      const state = this.#parse<JsonObject>(row.state, tell('store.case', { id }));
      const isWhole = 'steps' in state;
      return { id, plan, seq, state: isWhole ? (state as unknown as CaseState) : this.#join(id, no, state) };
    });
  }

  #join(id: string, no: number, rest: JsonObject): CaseState {
    const rows = this.#all<{ path: string; value: string }>(
      'SELECT path, value FROM parts WHERE case_no = ? ORDER BY no',
      no,
    );
    return joinParts(
      rest,
      rows.map(({ path, value }) => ({
        path,
        value: this.#parse<JsonValue>(value, tell('store.case', { id })),
      })),
    );
  }

  history(
    id: string,
    { after = 0, limit = -1 }: { after?: number; limit?: number } = {},
  ): Promise<LogEntry[]> {
    return this.#try(() =>
      this.#all<LogRow>(
        `SELECT log.seq, event, transitions FROM log JOIN cases ON cases.no = log.case_no
         WHERE cases.id = ? AND log.seq > ? ORDER BY log.seq LIMIT ?`,
        id,
        after,
        limit,
      ).map((row) => this.#entryOf(id, row)),
    );
  }

  #entryOf(id: string, { seq, event, transitions }: LogRow): LogEntry {
    return {
      seq,
      event: this.#parse<LogEntry['event']>(event, tell('store.log', { id })),
      transitions: this.#parse<LogEntry['transitions']>(transitions, tell('store.log', { id })),
    };
  }

  log(after: number, limit: number, id?: string): Promise<LoggedEntry[]> {
    const ofCase = id === undefined ? '' : 'AND log.case_no = (SELECT no FROM cases WHERE id = ?)';
    const sql = `SELECT position, cases.id, log.seq, event, transitions FROM log JOIN cases ON cases.no = log.case_no
      WHERE position > ? ${ofCase} ORDER BY position LIMIT ?`;
    const given = id === undefined ? [after, limit] : [after, id, limit];
    return this.#try(() =>
      this.#all<{ position: number; id: string } & LogRow>(sql, ...given).map((row) => ({
        position: row.position,
        case: row.id,
        entry: this.#entryOf(row.id, row),
      })),
    );
  }

  position(): Promise<number> {
    const sql = "SELECT seq AS position FROM sqlite_sequence WHERE name = 'log'";
    return this.#try(() => this.#get<{ position: number }>(sql)?.position ?? 0);
  }

  forget(id: string): Promise<void> {
    return this.#try(() => {
      while (this.#waiting.length > 0) this.#flush();
      const place = this.#placeOf(id);
      const found = this.#get<{ plan: string }>('SELECT plan FROM cases WHERE id = ?', id);
      if (found === undefined || place === undefined) return;
      this.#atomically(() => this.#remove(id, place, found.plan));
      this.#places.delete(id);
      this.#savedPlans.delete(found.plan);
      // What was there stands in the write-ahead log as well, until that is folded into the file.
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  #remove(id: string, { no, authorities }: Place, plan: string): void {
    this.#removeWork(id, authorities);
    this.#run('DELETE FROM parts WHERE case_no = ?', no);
    this.#run('DELETE FROM log WHERE case_no = ?', no);
    this.#run('DELETE FROM cases WHERE no = ?', no);
    this.#run('DELETE FROM plans WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM cases WHERE plan = ?1)', plan);
  }

  backup(path: string): Promise<void> {
    return this.#try(() => {
      assertArguments('backup', { path: 'text' }, { path });
      while (this.#waiting.length > 0) this.#flush();
      backUp(this.#database, path);
    });
  }

  list(filter: CaseFilter): Promise<CaseSummary[]> {
    return this.#try(() => {
      const { sql, values } = listQuery(filter);
      return this.#all<{ id: string; summary: string }>(sql, ...values).map(({ id, summary }) =>
        this.#parse<CaseSummary>(summary, tell('store.list', { id })),
      );
    });
  }

  active(after: string | undefined, limit: number): Promise<string[]> {
    const sql = 'SELECT id FROM cases WHERE active = 1 AND id > ? ORDER BY id LIMIT ?';
    return this.#try(() => this.#all<{ id: string }>(sql, after ?? '', limit).map(({ id }) => id));
  }

  due(nowMs: number, limit: number, after: DueCase = { at: -Infinity, id: '' }): Promise<DueCase[]> {
    const sql = `SELECT wake_at AS at, id FROM cases
      WHERE wake_at IS NOT NULL AND wake_at <= ? AND (wake_at, id) > (?, ?) ORDER BY wake_at, id LIMIT ?`;
    const from = Math.max(after.at, -Number.MAX_SAFE_INTEGER);
    return this.#try(() => this.#all<DueCase>(sql, nowMs, from, after.id, limit));
  }

  nextWake(afterMs = -Infinity): Promise<number | undefined> {
    const sql = 'SELECT min(wake_at) AS at FROM cases WHERE wake_at > ?';
    const from = Math.max(afterMs, -Number.MAX_SAFE_INTEGER);
    return this.#try(() => this.#get<{ at: number | null }>(sql, from)?.at ?? undefined);
  }

  close(): Promise<void> {
    return this.#try(() => {
      this.#flush();
      this.#closed = true;
      this.#statements.clear();
      releaseLock(this.#database);
      this.#database.close();
    });
  }

  /** Writes everything that waits in one transaction. One that does not fit is refused alone. */
  #flush(): void {
    this.#scheduled = false;
    const batch = this.#waiting.splice(0, largestBatch);
    if (batch.length === 0) return;
    const done: (() => void)[] = [];
    try {
      if (this.#closed) throw new UsageError(tell('runtime/store-closed'));
      this.#database.exec('BEGIN IMMEDIATE');
      for (const { commit, resolve, reject } of batch) {
        const written = this.#write(commit);
        done.push(typeof written === 'number' ? () => resolve(written) : () => reject(written));
      }
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollback();
      this.#places.clear();
      this.#savedPlans.clear();
      const reason = storeError(this.#path, error);
      done.splice(0, done.length, ...batch.map((waiting) => () => waiting.reject(reason)));
    }
    for (const tell of done) tell();
    if (this.#waiting.length > 0) this.#flush();
  }

  /** Gives the position of the last entry, or why the commit does not fit. */
  #write(commit: Commit): UnavailableError | number {
    const { id, entries, summary } = commit;
    const place = this.#placeOf(id);
    const before = place?.seq ?? 0;
    if (entries.some((entry, index) => entry.seq !== before + index + 1)) {
      return conflictError(id);
    }
    if (commit.newPlan !== undefined) this.#savePlan(commit.newPlan);
    const seq = before + entries.length;
    const divided = isDivided(commit.state);
    const no = this.#writeCase(commit, { seq, divided, no: place?.no });
    if (divided) this.#writeParts(no, place?.isDivided === true ? commit.before : undefined, commit.state);
    const authorities = this.#writeWork(no, summary, place?.authorities ?? '[]');
    let position = 0;
    for (const entry of entries) {
      position = this.#get<{ position: number }>(
        'INSERT INTO log (case_no, seq, event, transitions) VALUES (?, ?, ?, ?) RETURNING position',
        no,
        entry.seq,
        JSON.stringify(entry.event),
        JSON.stringify(entry.transitions),
      )!.position;
    }
    this.#places.set(id, { no, seq, authorities, isDivided: divided });
    return position;
  }

  #writeParts(no: number, before: CaseState | undefined, after: CaseState): void {
    if (before === undefined) this.#run('DELETE FROM parts WHERE case_no = ?', no);
    for (const { path, value } of changedParts(before, after)) {
      if (value === undefined) this.#run('DELETE FROM parts WHERE case_no = ? AND path = ?', no, path);
      else {
        const sql = `INSERT INTO parts (case_no, path, value) VALUES (?, ?, ?)
          ON CONFLICT (case_no, path) DO UPDATE SET value = excluded.value`;
        this.#run(sql, no, path, value);
      }
    }
  }

  #writeWork(no: number, { id, status, owed, authorities }: CaseSummary, stored: string): string {
    const isOwed = owed === undefined ? 0 : 1;
    const work = JSON.stringify(authorities.map((one) => ({ ...one, status, isOwed })));
    if (work === stored) return stored;
    this.#removeWork(id, stored);
    for (const { authority, overdue, stalled } of authorities) {
      const sql = `INSERT INTO work (authority, id, case_no, status, overdue, stalled, owed)
        VALUES (?, ?, ?, ?, ?, ?, ?)`;
      this.#run(sql, authority, id, no, status, overdue === true ? 1 : 0, stalled === true ? 1 : 0, isOwed);
    }
    return work;
  }

  #removeWork(id: string, stored: string): void {
    for (const { authority } of JSON.parse(stored) as AuthorityWork[]) {
      this.#run('DELETE FROM work WHERE authority = ? AND id = ?', authority, id);
    }
  }

  #savePlan(plan: Plan): void {
    if (this.#savedPlans.has(plan.hash)) return;
    this.#run('INSERT OR IGNORE INTO plans (hash, plan) VALUES (?, ?)', plan.hash, JSON.stringify(plan));
    this.#savedPlans.set(plan.hash, true);
  }

  /** Writes where the case stands; gives its number. */
  #writeCase(
    { id, plan, state, summary, wakeAt, active }: Commit,
    { seq, divided, no }: { seq: number; divided: boolean; no: number | undefined },
  ): number {
    const values = [
      seq,
      state.status,
      wakeAt ?? null,
      active ? 1 : 0,
      JSON.stringify(divided ? restOf(state) : state),
      JSON.stringify(summary),
      summary.reference ?? null,
      summary.overdue === true ? 1 : 0,
      summary.stalled === true ? 1 : 0,
      summary.owed === undefined ? 0 : 1,
    ] as const;
    if (no === undefined) {
      const sql = `INSERT INTO cases
        (id, plan, seq, status, wake_at, active, state, summary, reference, overdue, stalled, owed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING no`;
      return this.#get<{ no: number }>(sql, id, plan, ...values)!.no;
    }
    const sql = `UPDATE cases SET seq = ?, status = ?, wake_at = ?, active = ?, state = ?, summary = ?, reference = ?,
      overdue = ?, stalled = ?, owed = ? WHERE no = ?`;
    this.#run(sql, ...values, no);
    return no;
  }

  #placeOf(id: string): Place | undefined {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const sql = `SELECT no, seq, EXISTS (SELECT 1 FROM parts WHERE case_no = cases.no) AS divided,
      (SELECT json_group_array(json_object('authority', authority)) FROM work WHERE case_no = cases.no) AS authorities
      FROM cases WHERE id = ?`;
    const row = this.#get<{ no: number; seq: number; authorities: string; divided: number }>(sql, id);
    return row && { no: row.no, seq: row.seq, authorities: row.authorities, isDivided: row.divided === 1 };
  }

  /** All of it, or nothing. */
  #atomically(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  #parse<T>(text: string, part: Message): T {
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new UnavailableError(tell('runtime/store-corrupt:part', { part, path: this.#path }), {
        help: restoreCase,
        isRetryable: false,
      });
    }
  }

  #rollback(): void {
    try {
      this.#database.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
  }

  #statement(sql: string): ReturnType<SqliteDatabase['prepare']> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: SqliteValue[]): void {
    this.#statement(sql).run(...values);
  }

  #get<T>(sql: string, ...values: SqliteValue[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  #all<T>(sql: string, ...values: SqliteValue[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }

  /** The driver is synchronous and throws; callers see promises and errors that say what to do. */
  #try<T>(work: () => T): Promise<T> {
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(storeError(this.#path, error));
    }
  }
}
