import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { UsageError } from '../messages/index.js';
import { tell } from './messages.js';
import { storeError } from './sqlite-database.js';
import type { SqliteDatabase } from './sqlite-database.js';

/**
 * Writes a copy of a database that is in use to a file, which is on the disk when this returns.
 * @throws UsageError `usage/file-exists` where there is a file already; it is left alone
 */
export function backUp(database: SqliteDatabase, path: string): void {
  if (existsSync(path)) {
    throw new UsageError(tell('usage/file-exists', { path }), tell('usage/file-exists:help'));
  }
  try {
    database.prepare('VACUUM INTO ?').run(path);
    const file = openSync(path, 'r+');
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw storeError(path, error);
  }
}
