import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError, own } from '../../base/index.js';
import type { Io } from '../io.js';

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'a part of the path is a file',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
  EACCES: 'there is no permission to',
  EPERM: 'there is no permission to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * Writes what a command makes: into a file, or to the standard output where none is named or the name is `-`. The file
 * is there whole or not at all: it is written beside its place and then renamed.
 * @throws UsageError `usage/output` where it cannot be written
 */
export function writeOutput(path: string | undefined, text: string, io: Io): void {
  if (path === undefined || path === '-') {
    io.out(text);
    return;
  }
  const place = resolve(io.cwd, path);
  const beside = `${place}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, place);
  } catch (error) {
    removeQuietly(beside);
    throw new UsageError('usage/output', `The file "${path}" cannot be written: ${reasonOf(error)}.`);
  }
}

/** Why a file could not be written, in words where the mistake is a usual one. */
export function reasonOf(error: unknown): string {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return own(reasons, code) ?? code;
}

/** What could not be written may not be there to be removed either. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The first failure is the one that is told.
  }
}
