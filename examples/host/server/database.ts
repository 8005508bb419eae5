import { randomBytes } from 'node:crypto';
import { DatabaseSync } from '@photostructure/sqlite';

/**
 * What the host keeps beside the runner's store: whose an application is, what an authority has on its desk, and where
 * files lie. The runner's own file holds the cases.
 */
export type Database = InstanceType<typeof DatabaseSync>;

/** Opens the host's database, and makes its tables where they are missing. */
export function openDatabase(path: string): Database {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS applications (
      id TEXT PRIMARY KEY, person TEXT NOT NULL, bundle TEXT NOT NULL, answers TEXT NOT NULL,
      number INTEGER UNIQUE, changed TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS applications_of ON applications (person);
    CREATE TABLE IF NOT EXISTS tasks (
      id INTEGER PRIMARY KEY, authority TEXT NOT NULL, application TEXT NOT NULL, step TEXT NOT NULL,
      idempotency_key TEXT NOT NULL UNIQUE, token TEXT NOT NULL, input TEXT NOT NULL, received TEXT NOT NULL, decided TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS tasks_of ON tasks (authority) WHERE decided IS NULL;
    CREATE TABLE IF NOT EXISTS files (
      id TEXT PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL
    ) STRICT;
  `);
  return database;
}

/** A secret of this host, made once, so that sessions outlive a restart. */
export function secretOf(database: Database): string {
  const made = randomBytes(32).toString('hex');
  database.prepare(`INSERT OR IGNORE INTO settings VALUES ('secret', ?)`).run(made);
  const row = database.prepare(`SELECT value FROM settings WHERE name = 'secret'`).get() as { value: string };
  return row.value;
}
