import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../base/index.js';
import type { Io } from './io.js';

/**
 * Writes files so that each is there as a whole or as it was: all of them beside their places first, then moved.
 * Folders above them are made.
 * @param files the texts by path, relative to where the caller stands
 * @throws UsageError `usage/output` where one cannot be written; none has changed then, unless moving one failed
 */
export function writeFiles(files: ReadonlyMap<string, string>, io: Pick<Io, 'cwd'>): void {
  const moves: { from: string; to: string }[] = [];
  try {
    for (const [path, text] of files) {
      const to = resolve(io.cwd, path);
      moves.push({ from: writeBeside(path, to, text), to });
    }
    for (const { from, to } of moves) renameSync(from, to);
  } catch (error) {
    for (const { from } of moves) rmSync(from, { force: true });
    throw error instanceof UsageError ? error : unwritable([...files.keys()].join('", "'), error);
  }
}

function writeBeside(path: string, to: string, text: string): string {
  const folder = dirname(to);
  // Hidden, and no document: whoever reads the folder meanwhile passes it by.
  const from = join(folder, `.onething-${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    const before = statSync(to, { throwIfNoEntry: false });
    if (before?.isDirectory() === true) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    writeFileSync(from, text);
    if (before !== undefined) chmodSync(from, before.mode);
    return from;
  } catch (error) {
    rmSync(from, { force: true });
    throw unwritable(path, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENOSPC: 'there is no room left',
  EROFS: 'the disk is read-only',
};

function unwritable(path: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new UsageError(
    'usage/output',
    `The file "${path}" cannot be written: ${reasons[code] ?? code}.`,
    'Name a file in a folder that may be written.',
  );
}
