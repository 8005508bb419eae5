import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listOf, literal, UsageError } from '../../messages/index.js';
import type { LiteralArg, Message } from '../../messages/index.js';
import { tell } from '../messages.js';
import { own } from '../../base/index.js';
import type { Io } from '../io.js';

/** The operations that can fail when everything is written and only has to be put in place. */
export interface FileOperations {
  rename(from: string, to: string): void;
}

/** A file on its way: its new text beside its place, and the old one under another name. */
interface Move {
  path: string;
  to: string;
  fresh: string;
  old?: string;
  /** Folders that were made for it, the innermost first. */
  made: string[];
}

/**
 * Writes files, all of them or none: each beside its place and through to the disk, then all of them moved there. Where
 * a move fails, those before it are taken back. Folders above them are made, and links are followed.
 *
 * What remains: no file is ever half written, but where the machine loses power between two moves, some files are new
 * and others old; hidden files `.onething-….tmp` beside them then hold the rest.
 * @param files the texts by path, relative to where the caller stands
 * @throws UsageError `usage/output` where one cannot be written; all are as they were then, or the error names those
 *   that are not and where their old text is
 */
export function writeFiles(
  files: ReadonlyMap<string, string>,
  io: Pick<Io, 'cwd'>,
  operations: FileOperations = { rename: renameSync },
): void {
  const moves: Move[] = [];
  const moved: Move[] = [];
  try {
    for (const [path, text] of files)
      if (!isStream(resolve(io.cwd, path))) moves.push(writeBeside(path, resolve(io.cwd, path), text));
    // One move is whole by itself.
    if (moves.length > 1) for (const move of moves) keepOld(move);
    for (const move of moves) {
      attempt(move.path, () => operations.rename(move.fresh, move.to));
      moved.push(move);
    }
  } catch (error) {
    const stuck = moved.reverse().filter((move) => !takenBack(move, operations));
    for (const move of moves) discard(move, stuck.includes(move));
    for (const folder of moves.flatMap(({ made }) => made)) removeEmpty(folder);
    throw stuck.length === 0 ? error : stuckError(error, stuck);
  }
  for (const { old } of moves) if (old !== undefined) rmSync(old, { force: true });
  for (const folder of new Set(moves.map(({ to }) => dirname(to)))) syncFolder(folder);
  for (const [path, text] of files) {
    const place = resolve(io.cwd, path);
    if (isStream(place)) attempt(path, () => writeFileSync(place, text));
  }
}

/** A pipe or a terminal, as in `/dev/stdout`: nothing can be put in its place. */
function isStream(place: string): boolean {
  try {
    const there = statSync(place, { throwIfNoEntry: false });
    return there !== undefined && !there.isFile() && !there.isDirectory();
  } catch {
    // A part of the path is a file: writing tells.
    return false;
  }
}

function writeBeside(path: string, place: string, text: string): Move {
  return attempt(path, () => {
    const before = statSync(place, { throwIfNoEntry: false });
    if (before?.isDirectory() === true) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    // Whoever linked to a file means that file, and keeps the link.
    const to = before === undefined ? place : realpathSync(place);
    const made = madeFolders(dirname(to));
    const fresh = hiddenBeside(to);
    try {
      writeThrough(fresh, text);
      if (before !== undefined) chmodSync(fresh, before.mode);
    } catch (error) {
      rmSync(fresh, { force: true });
      for (const folder of made) removeEmpty(folder);
      throw error;
    }
    return { path, to, fresh, made };
  });
}

/** Hidden, and no document: whoever reads the folder meanwhile passes it by. */
function hiddenBeside(place: string): string {
  return join(dirname(place), `.onething-${randomUUID()}.tmp`);
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function madeFolders(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const made: string[] = [];
  for (let one = folder; one.length >= first.length; one = dirname(one)) made.push(one);
  return made;
}

/** The old file under a second name, so that it can come back as it was. */
function keepOld(move: Move): void {
  if (statSync(move.to, { throwIfNoEntry: false }) === undefined) return;
  const old = hiddenBeside(move.to);
  attempt(move.path, () => {
    try {
      linkSync(move.to, old);
    } catch {
      // Not every file system has second names.
      copyFileSync(move.to, old);
    }
  });
  move.old = old;
}

function takenBack({ old, to }: Move, operations: FileOperations): boolean {
  try {
    if (old === undefined) rmSync(to);
    else operations.rename(old, to);
    return true;
  } catch {
    return false;
  }
}

function discard({ fresh, old }: Move, isStuck: boolean): void {
  rmSync(fresh, { force: true });
  if (old !== undefined && !isStuck) rmSync(old, { force: true });
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}

/** A move is safe when its folder is on the disk; where folders cannot be opened the system sees to it. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Windows has no such thing.
  }
}

const reasons = {
  EACCES: 'file.not-allowed',
  EPERM: 'file.not-allowed',
  EISDIR: 'file.folder',
  ENOTDIR: 'file.within-file',
  EEXIST: 'file.within-file',
  ENOSPC: 'file.no-room',
  EROFS: 'file.read-only',
} as const;

/** Why a file could not be written, in words where the mistake is a usual one. */
export function reasonOf(error: unknown): Message | LiteralArg {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  const usual = own<(typeof reasons)[keyof typeof reasons]>(reasons, code);
  return usual === undefined ? literal(code) : tell(usual);
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(
      tell('usage/output', { path, reason: reasonOf(error) }),
      tell('usage/output:elsewhere'),
    );
  }
}

function stuckError(error: unknown, stuck: readonly Move[]): UsageError {
  const files = stuck.map(({ path, old }) =>
    old === undefined ? path : tell('usage/output:moved', { path, old }),
  );
  const reason = error instanceof UsageError ? error.said : literal(String(error));
  return new UsageError(
    tell('usage/output:stuck', { reason, files: listOf(files, 'comma') }),
    tell('usage/output:by-hand'),
  );
}
