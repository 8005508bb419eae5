import { randomBytes } from 'node:crypto';
import { UsageError } from '../messages/index.js';
import { tell } from './messages.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** "onet": what marks a file as a store of ours. */
const applicationId = 0x6f6e6574;

/** Counts the layouts that there have been. */
const layoutVersion = 4;

const layout = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE plans (hash TEXT PRIMARY KEY, plan TEXT NOT NULL) STRICT;
  -- By number: what is worked on at one time lies together, however random the ids are.
  CREATE TABLE cases (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL REFERENCES plans (hash),
    seq INTEGER NOT NULL,
    status TEXT NOT NULL,
    wake_at INTEGER,
    active INTEGER NOT NULL,
    -- The state, apart from what stands in parts.
    state TEXT NOT NULL,
    -- What lists show, and what they ask for.
    summary TEXT NOT NULL,
    reference TEXT,
    overdue INTEGER NOT NULL,
    stalled INTEGER NOT NULL,
    owed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX cases_by_wake ON cases (wake_at, id) WHERE wake_at IS NOT NULL;
  CREATE INDEX cases_active ON cases (id) WHERE active = 1;
  CREATE INDEX cases_by_status ON cases (status, id);
  CREATE INDEX cases_by_plan ON cases (plan, id);
  CREATE INDEX cases_by_reference ON cases (reference, id) WHERE reference IS NOT NULL;
  CREATE INDEX cases_overdue ON cases (id) WHERE overdue = 1;
  CREATE INDEX cases_stalled ON cases (id) WHERE stalled = 1;
  CREATE INDEX cases_owed ON cases (id) WHERE owed = 1;
  CREATE INDEX cases_by_status_overdue ON cases (status, id) WHERE overdue = 1;
  CREATE INDEX cases_by_status_stalled ON cases (status, id) WHERE stalled = 1;
  CREATE INDEX cases_by_status_owed ON cases (status, id) WHERE owed = 1;
  -- The authorities that have steps of a case in their hands, and what of the case their lists ask for.
  CREATE TABLE work (
    authority TEXT NOT NULL,
    id TEXT NOT NULL,
    case_no INTEGER NOT NULL,
    status TEXT NOT NULL,
    overdue INTEGER NOT NULL,
    stalled INTEGER NOT NULL,
    owed INTEGER NOT NULL,
    PRIMARY KEY (authority, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX work_by_status ON work (authority, status, id);
  CREATE INDEX work_overdue ON work (authority, id) WHERE overdue = 1;
  CREATE INDEX work_stalled ON work (authority, id) WHERE stalled = 1;
  CREATE INDEX work_owed ON work (authority, id) WHERE owed = 1;
  CREATE INDEX work_by_case ON work (case_no);
  -- Of a state that is large: each step, item and source of it, so that an event writes what it changes.
  CREATE TABLE parts (
    no INTEGER PRIMARY KEY,
    case_no INTEGER NOT NULL,
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (case_no, path)
  ) STRICT;
  -- A position is given once, also where the last entries have been forgotten.
  CREATE TABLE log (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    case_no INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    transitions TEXT NOT NULL
  ) STRICT;
  CREATE INDEX log_by_case ON log (case_no);
`;

/**
 * Makes the file a store of the present version, or says why it cannot be one.
 * @throws UsageError `runtime/store-newer`, `runtime/store-older`, `runtime/store-foreign`
 */
export function prepareSchema(database: SqliteDatabase, path: string): void {
  // One runner alone: the lock is held from the first read until the process ends, however it ends.
  database.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE;');
  database.exec('BEGIN IMMEDIATE; COMMIT;');
  const version = pragma(database, 'user_version');
  const id = pragma(database, 'application_id');
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
  if (id !== applicationId && (id !== 0 || version !== 0 || tables.n > 0)) {
    throw new UsageError(tell('runtime/store-foreign', { path }));
  }
  if (version !== layoutVersion && id === applicationId) {
    const code = version > layoutVersion ? 'runtime/store-newer' : 'runtime/store-older';
    throw new UsageError(
      tell(code, { path, version, known: layoutVersion }),
      tell('runtime/store-newer:help'),
    );
  }
  // Write-ahead log, and a sync with every commit: what is acknowledged survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  // Cases that are worked on stay in memory (64 MiB), and a page that many transitions touch goes into the file once.
  database.exec('PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;');
  // What is removed is overwritten: nobody finds it in the file.
  database.exec('PRAGMA secure_delete = ON;');
  if (version === 0) create(database);
}

/**
 * Gives the file free before it is closed. Closing alone does not: the connection lives on until the last prepared
 * statement is collected as garbage. The write-ahead log is folded into the file on the way.
 */
export function releaseLock(database: SqliteDatabase): void {
  // In exclusive mode a write-ahead log keeps its lock; only without one can the mode be left (SQLite, "WAL-mode").
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL;');
  database.exec('BEGIN; SELECT count(*) FROM sqlite_schema; COMMIT;');
}

function create(database: SqliteDatabase): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(layout);
    const secret = randomBytes(32).toString('hex');
    database.prepare("INSERT INTO meta (key, value) VALUES ('secret', ?)").run(secret);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layoutVersion};`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function pragma(database: SqliteDatabase, name: 'user_version' | 'application_id'): number {
  return (database.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[name]!;
}
