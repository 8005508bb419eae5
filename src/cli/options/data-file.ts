import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bareMessage, literal, tellKind, UsageError } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';
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
    throw new UsageError(
      tell('usage/facts:fault', {
        place: literal(`${fault.at.file}:${line}:${column}`),
        fault: bareMessage(fault),
      }),
    );
  }
  const { value } = parsed;
  if (isObject(value)) return value;
  throw new UsageError(
    tell('usage/facts:no-map', { option: literal(option), what: nameOf(value) }),
    tell('usage/facts:map'),
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
    tell('usage/standard-input', { option: literal(read.option), other: literal(option) }),
    tell('usage/standard-input:file'),
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
    const reason =
      code === 'ENOENT'
        ? tell('file.missing')
        : code === 'EISDIR'
          ? tell('file.folder')
          : literal(String(code));
    throw new UsageError(tell('usage/facts:unreadable', { path, option: literal(option), reason }));
  }
}

function emptyError(option: string): UsageError {
  return new UsageError(tell('usage/facts:empty', { option: literal(option) }), tell('usage/facts:pipe'));
}

function nameOf(value: JsonValue | undefined): Message {
  if (Array.isArray(value)) return tellKind('kind.list');
  return value === null || value === undefined ? tellKind('kind.nothing') : tell('usage/facts:single');
}
