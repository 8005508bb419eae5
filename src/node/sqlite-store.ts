import { BoundedCache } from '../base/index.js';
import { UnavailableError, UsageError, assertArguments } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import type { Plan } from '../model/index.js';
import type {
  CaseFilter,
  CaseState,
  CaseStatus,
  CaseStore,
  CaseSummary,
  Commit,
  DueCase,
  LogEntry,
} from '../runtime/index.js';
import { conflictError, restoreCase } from '../runtime/index.js';
import { tell } from './messages.js';
import { openDatabase, storeError } from './sqlite-database.js';
import type { SqliteDatabase, SqliteValue } from './sqlite-database.js';
import { prepareSchema, releaseLock } from './sqlite-schema.js';

interface Waiting {
  commit: Commit;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Where a case stands in the file. */
interface Place {
  no: number;
  seq: number;
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
 * @throws UsageError `runtime/store-newer`, `runtime/store-foreign`
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

  commit(commit: Commit): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ commit, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    });
  }

  load(id: string): ReturnType<CaseStore['load']> {
    return this.#try(() => {
      const row = this.#get<{ plan: string; seq: number; state: string }>(
        'SELECT plan, seq, state FROM cases WHERE id = ?',
        id,
      );
      return (
        row && {
          id,
          plan: row.plan,
          seq: row.seq,
          state: this.#parse<CaseState>(row.state, tell('store.case', { id })),
        }
      );
    });
  }

  history(
    id: string,
    { after = 0, limit = -1 }: { after?: number; limit?: number } = {},
  ): Promise<LogEntry[]> {
    return this.#try(() =>
      this.#all<{ seq: number; event: string; transitions: string }>(
        `SELECT log.seq, event, transitions FROM log JOIN cases ON cases.no = log.case_no
         WHERE cases.id = ? AND log.seq > ? ORDER BY log.seq LIMIT ?`,
        id,
        after,
        limit,
      ).map(({ seq, event, transitions }) => ({
        seq,
        event: this.#parse<LogEntry['event']>(event, tell('store.log', { id })),
        transitions: this.#parse<LogEntry['transitions']>(transitions, tell('store.log', { id })),
      })),
    );
  }

  list({ status, plan, after = '', limit = 100 }: CaseFilter): Promise<CaseSummary[]> {
    return this.#try(() =>
      this.#all<{ id: string; plan: string; status: CaseStatus; seq: number }>(
        `SELECT id, plan, status, seq FROM cases
         WHERE id > ? AND (?2 IS NULL OR status = ?2) AND (?3 IS NULL OR plan = ?3) ORDER BY id LIMIT ?4`,
        after,
        status ?? null,
        plan ?? null,
        limit,
      ),
    );
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
        const conflict = this.#write(commit);
        done.push(conflict === undefined ? resolve : () => reject(conflict));
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

  #write(commit: Commit): UnavailableError | undefined {
    const { id, entries } = commit;
    const place = this.#placeOf(id);
    const before = place?.seq ?? 0;
    if (entries.some((entry, index) => entry.seq !== before + index + 1)) {
      return conflictError(id);
    }
    if (commit.newPlan !== undefined) this.#savePlan(commit.newPlan);
    const seq = before + entries.length;
    const no = this.#writeCase(commit, seq, place?.no);
    for (const entry of entries) {
      this.#run(
        'INSERT INTO log (case_no, seq, event, transitions) VALUES (?, ?, ?, ?)',
        no,
        entry.seq,
        JSON.stringify(entry.event),
        JSON.stringify(entry.transitions),
      );
    }
    this.#places.set(id, { no, seq });
    return undefined;
  }

  #savePlan(plan: Plan): void {
    if (this.#savedPlans.has(plan.hash)) return;
    this.#run('INSERT OR IGNORE INTO plans (hash, plan) VALUES (?, ?)', plan.hash, JSON.stringify(plan));
    this.#savedPlans.set(plan.hash, true);
  }

  /** Writes where the case stands; gives its number. */
  #writeCase({ id, plan, state, wakeAt, active }: Commit, seq: number, no: number | undefined): number {
    const values = [seq, state.status, wakeAt ?? null, active ? 1 : 0, JSON.stringify(state)] as const;
    if (no === undefined) {
      const sql = `INSERT INTO cases (id, plan, seq, status, wake_at, active, state) VALUES (?, ?, ?, ?, ?, ?, ?)
         RETURNING no`;
      return this.#get<{ no: number }>(sql, id, plan, ...values)!.no;
    }
    const sql = 'UPDATE cases SET seq = ?, status = ?, wake_at = ?, active = ?, state = ? WHERE no = ?';
    this.#run(sql, ...values, no);
    return no;
  }

  #placeOf(id: string): Place | undefined {
    return this.#places.get(id) ?? this.#get<Place>('SELECT no, seq FROM cases WHERE id = ?', id);
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
