import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../messages/index.js';
import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { parseDocument } from '../../documents/index.js';
import type { Io } from '../io.js';

interface StandardInput {
  /** The option that has read it. */
  option: string;
  bytes: string | Uint8Array;
}

/** A stream gives what it holds once: it is kept for whoever reads it again. */
const standardInputs = new WeakMap<Io, StandardInput>();

/**
 * An object out of a YAML or JSON file, or of the standard input where the path is "-".
 * @param option the option that names the file, for messages
 * @throws UsageError `usage/facts` where it cannot be read or holds no object, `usage/standard-input` where another
 *   option has read the standard input
 */
export function readData(option: string, path: string, io: Io): JsonObject {
  const isStandardInput = path === '-';
  const bytes = isStandardInput ? readStandardInput(option, io) : readFile(option, path, io);
  const parsed = parseDocument(isStandardInput ? 'standard input' : path, bytes);
  const fault = parsed.diagnostics.find(({ severity }) => severity === 'error');
  if (fault?.code === 'documents/empty' && isStandardInput) throw emptyError(option);
  if (fault !== undefined) {
    const { line, column } = fault.at.range?.start ?? { line: 1, column: 1 };
    throw new UsageError('usage/facts', `${fault.at.file}:${line}:${column}: ${fault.message}`);
  }
  const { value } = parsed;
  if (isObject(value)) return value;
  throw new UsageError(
    'usage/facts',
    `The file of ${option} holds ${nameOf(value)}, not a map.`,
    'Write one line for each field: mother.insurance: employee',
  );
}

function readStandardInput(option: string, io: Io): string | Uint8Array {
  let read = standardInputs.get(io);
  if (read === undefined) {
    read = { option, bytes: attempt(option, '-', () => io.input()) };
    standardInputs.set(io, read);
  }
  if (read.option === option) return read.bytes;
  throw new UsageError(
    'usage/standard-input',
    `The standard input is read for ${read.option}, so ${option} cannot read it as well.`,
    'Name a file for one of the two.',
  );
}

function readFile(option: string, path: string, io: Io): Uint8Array {
  return attempt(option, path, () => readFileSync(resolve(io.cwd, path)));
}

function attempt<T>(option: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is none' : code === 'EISDIR' ? 'it is a folder' : String(code);
    throw new UsageError('usage/facts', `The file "${path}" of ${option} cannot be read: ${reason}.`);
  }
}

function emptyError(option: string): UsageError {
  return new UsageError(
    'usage/facts',
    `The standard input, which ${option} reads, is empty.`,
    'Pipe YAML or JSON into the command, or name a file.',
  );
}

function nameOf(value: JsonValue | undefined): string {
  return Array.isArray(value)
    ? 'a list'
    : value === null || value === undefined
      ? 'nothing'
      : 'a single value';
}
