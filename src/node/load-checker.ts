import { lstatSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError, assertArguments } from '../messages/index.js';
import { tell } from './messages.js';
import type { SourceFile } from '../catalogue/index.js';
import { createChecker } from '../check/index.js';
import type { Checker, CheckerResult, CheckOptions, FileChange } from '../check/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { projectOf, realPath } from './load-boundary.js';
import type { ReadOptions } from './load-catalogue.js';
import { isDocumentPath, readDocumentFile, readFolder } from './load-folder.js';
import { createImportResolver } from './load-imports.js';

/** Checks a catalogue folder that somebody is working in. */
export interface FolderChecker {
  /**
   * Checks again what an edit touches.
   * @param paths the files or folders that were changed, made or deleted, absolute or relative to the folder; left out:
   * the whole folder is read again, and files with the same bytes are known again
   * @throws UsageError where the folder is gone
   */
  check(paths?: readonly string[]): CheckerResult;
}

/**
 * A checker of a catalogue folder: what was parsed, composed and proven once is remembered as long as nothing that it
 * rests on has changed. The findings are those that reading and checking the folder from the beginning gives.
 * @throws UsageError where there is no such folder
 */
export function createFolderChecker(folder: string, options: ReadOptions & CheckOptions = {}): FolderChecker {
  assertArguments('createFolderChecker', { folder: 'text', options: 'object' }, { folder, options });
  return new WatchedFolder(folder, options);
}

class WatchedFolder implements FolderChecker {
  readonly #known = new Map<string, SourceFile>();
  readonly #checker: Checker;
  /** What could not be read, as of the last time that everything was read. */
  #findings: readonly Diagnostic[] = [];
  /** The same, and what could not be read of imports: they are read while the catalogue is loaded. */
  readonly #said: Diagnostic[] = [];
  readonly #folder: string;
  #isRead = false;

  constructor(folder: string, { boundary, ...load }: ReadOptions & CheckOptions) {
    this.#folder = resolve(folder);
    const top = topOf(this.#folder);
    const limit = boundary === undefined ? projectOf(top) : (realPath(boundary) ?? top);
    const imports = createImportResolver(top, limit, this.#said);
    this.#checker = createChecker([], { ...load, imports });
  }

  check(paths?: readonly string[]): CheckerResult {
    const top = topOf(this.#folder);
    const changes = this.#isRead ? changedFiles(top, this.#folder, paths, this.#known) : undefined;
    const taken = changes ?? this.#readAll(top);
    for (const change of taken) {
      if ('removed' in change) this.#known.delete(change.path);
      else this.#known.set(change.path, change);
    }
    this.#said.splice(0, this.#said.length, ...this.#findings);
    return this.#checker.check(taken, this.#said);
  }

  #readAll(top: string): FileChange[] {
    const findings: Diagnostic[] = [];
    const files = readFolder(top, '', findings);
    this.#findings = findings;
    this.#isRead = true;
    const present = new Set(files.map(({ path }) => path));
    const removed = [...this.#known.keys()].filter((path) => !present.has(path));
    return [...files, ...removed.map((path) => ({ path, removed: true }) as const)];
  }
}

/** The changes that paths stand for; undefined where only reading everything tells. */
function changedFiles(
  top: string,
  folder: string,
  paths: readonly string[] | undefined,
  known: ReadonlyMap<string, SourceFile>,
): FileChange[] | undefined {
  const changes: FileChange[] = [];
  for (const path of paths ?? ['.']) {
    const place = resolve(folder, path);
    const within = relative(place.startsWith(top) ? top : folder, place)
      .split(sep)
      .join('/');
    if (within.startsWith('..')) continue;
    const change = changedFile(top, within, known);
    if (change === undefined) return undefined;
    if (change !== 'nothing') changes.push(change);
  }
  return changes;
}

function changedFile(
  top: string,
  path: string,
  known: ReadonlyMap<string, SourceFile>,
): FileChange | 'nothing' | undefined {
  const place = join(top, path);
  try {
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (stats === undefined) return known.has(path) ? { path, removed: true } : undefined;
    const isPlain = stats.isFile() && realPath(dirname(place)) === dirname(place);
    if (!isPlain) return undefined;
    if (!isDocumentPath(path)) return 'nothing';
    return readDocumentFile(path, place) ?? (known.has(path) ? { path, removed: true } : 'nothing');
  } catch {
    return undefined;
  }
}

function topOf(folder: string): string {
  const top = realPath(folder);
  if (top === undefined || !statSync(top).isDirectory()) {
    throw new UsageError(tell('node/no-folder', { folder }), tell('node/no-folder:catalogue'));
  }
  return top;
}
