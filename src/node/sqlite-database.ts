import { literal, UnavailableError, UsageError } from '../messages/index.js';
import { tell } from './messages.js';

/** A value that a column holds. */
export type SqliteValue = string | number | null;

/** A prepared statement, as `node:sqlite` has it. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): unknown;
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
}

/** A database, as `node:sqlite` has it; `@photostructure/sqlite` has the very same for Node versions without. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

interface SqliteModule {
  DatabaseSync: new (path: string) => SqliteDatabase;
}

/** Opens a database with the driver of the runtime, or with the prebuilt one where it has none. */
export async function openDatabase(path: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await driver();
  return new DatabaseSync(path);
}

async function driver(): Promise<SqliteModule> {
  return (builtin() ?? (await import('@photostructure/sqlite'))) as SqliteModule;
}

/** The runtime's own driver; undefined where the module is missing or behind a flag. */
function builtin(): unknown {
  // Node 22 warns, as the module loads, that it is experimental. What is used of it is in both drivers, and tested with
  // each; a user of a command could do nothing about it.
  const emitWarning = Reflect.get(process, 'emitWarning') as (...args: unknown[]) => void;
  process.emitWarning = (...args: unknown[]) => {
    if (!String(args[0]).startsWith('SQLite is an experimental')) Reflect.apply(emitWarning, process, args);
  };
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** What a failure of the database means to the caller, told by its SQLite result code. */
export function storeError(path: string, error: unknown): UsageError | UnavailableError {
  if (error instanceof UsageError || error instanceof UnavailableError) return error;
  switch (resultCodeOf(error)) {
    case 5:
    case 6:
      return new UnavailableError(tell('runtime/store-locked', { path }), {
        help: tell('runtime/store-locked:help'),
      });
    case 8:
    case 14:
      return new UnavailableError(tell('runtime/store-failed:read-only', { path }), {
        help: tell('runtime/store-failed:folder'),
      });
    case 11:
    case 26:
      return new UnavailableError(tell('runtime/store-corrupt', { path }), {
        help: tell('runtime/store-corrupt:file'),
        isRetryable: false,
      });
    case 13:
      return new UnavailableError(tell('runtime/store-full', { path }), {
        help: tell('runtime/store-full:help'),
      });
    default:
      return new UnavailableError(
        tell('runtime/store-failed:file', { path, reason: literal(textOf(error)) }),
        { cause: error },
      );
  }
}

/** SQLite tells what is wrong with the file or the statement, and no values. */
function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function resultCodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { errcode, sqliteCode } = error as { errcode?: unknown; sqliteCode?: unknown };
  const code = typeof errcode === 'number' ? errcode : sqliteCode;
  // Extended codes carry the plain one in their lowest byte (SQLite, "Result and Error Codes").
  if (typeof code === 'number') return code & 0xff;
  const text = error instanceof Error ? error.message : '';
  if (/database is locked|database table is locked/.test(text)) return 5;
  if (/unable to open database file/.test(text)) return 14;
  if (/readonly database/.test(text)) return 8;
  if (/malformed/.test(text)) return 11;
  if (/not a database/.test(text)) return 26;
  if (/database or disk is full/.test(text)) return 13;
  return undefined;
}
