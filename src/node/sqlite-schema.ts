import { randomBytes } from 'node:crypto';
import { UsageError } from '../messages/index.js';
import { tell } from './messages.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** "onet": what marks a file as a store of ours. */
const applicationId = 0x6f6e6574;

/** One step from each version of the layout to the next; the number of steps is the version. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE plans (hash TEXT PRIMARY KEY, plan TEXT NOT NULL) STRICT;
  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plans (hash),
    seq INTEGER NOT NULL,
    status TEXT NOT NULL,
    wake_at INTEGER,
    active INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX cases_by_wake ON cases (wake_at) WHERE wake_at IS NOT NULL;
  CREATE INDEX cases_active ON cases (id) WHERE active = 1;
  CREATE INDEX cases_by_status ON cases (status, id);
  CREATE TABLE log (
    case_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    transitions TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
  ) STRICT, WITHOUT ROWID;
  `,
  // Cases by number: what is worked on at one time lies together, however random the ids are.
  `
  CREATE TABLE numbered (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL REFERENCES plans (hash),
    seq INTEGER NOT NULL,
    status TEXT NOT NULL,
    wake_at INTEGER,
    active INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  INSERT INTO numbered SELECT rowid, id, plan, seq, status, wake_at, active, state FROM cases ORDER BY rowid;
  CREATE TABLE numbered_log (
    case_no INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    transitions TEXT NOT NULL,
    PRIMARY KEY (case_no, seq)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO numbered_log
    SELECT numbered.no, log.seq, log.event, log.transitions FROM log JOIN numbered ON numbered.id = log.case_id
    ORDER BY numbered.no, log.seq;
  DROP TABLE log;
  DROP TABLE cases;
  ALTER TABLE numbered RENAME TO cases;
  ALTER TABLE numbered_log RENAME TO log;
  CREATE INDEX cases_by_wake ON cases (wake_at) WHERE wake_at IS NOT NULL;
  CREATE INDEX cases_active ON cases (id) WHERE active = 1;
  CREATE INDEX cases_by_status ON cases (status, id);
  `,
];

/**
 * Makes the file a store of the present version, or says why it cannot be one.
 * @throws UsageError `runtime/store-newer`, `runtime/store-foreign`
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
  if (version > migrations.length) {
    throw new UsageError(
      tell('runtime/store-newer', { path, version, known: migrations.length }),
      tell('runtime/store-newer:help'),
    );
  }
  // Write-ahead log, and a sync with every commit: what is acknowledged survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  // Cases that are worked on stay in memory (64 MiB), and a page that many transitions touch goes into the file once.
  database.exec('PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;');
  for (let next = version; next < migrations.length; next++) migrate(database, next);
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

function migrate(database: SqliteDatabase, from: number): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(migrations[from]!);
    if (from === 0) {
      const secret = randomBytes(32).toString('hex');
      database.prepare("INSERT INTO meta (key, value) VALUES ('secret', ?)").run(secret);
    }
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${from + 1};`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function pragma(database: SqliteDatabase, name: 'user_version' | 'application_id'): number {
  return (database.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[name]!;
}
