import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { isManifestPath, loadCatalogue } from '../../catalogue/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { isPackedFile, isRevision, readCatalogue, readRevision, repositoryOf } from '../../node/index.js';
import { findCatalogue, withinCatalogue } from './catalogue-option.js';
import type { Io } from '../io.js';
import { fileNames } from './text-options.js';

/** One of the two versions that are compared. */
export interface DiffSide {
  catalogue: LoadedCatalogue;
  /** The document that was named, where it is a single file. */
  file?: string;
  /** How its files are called from where the caller stands. */
  fileName: (file: string) => string;
}

/**
 * What a word names: a file or folder; else a revision of git. `HEAD~1` is the catalogue at that revision,
 * `HEAD~1:path` what stands at a path from the top of the repository, `HEAD~1:./path` from here.
 * @param other the other word, which says where the catalogue of a bare revision is
 */
export function openSide(word: string, other: string, catalogue: string, io: Io): DiffSide {
  if (existsSync(resolve(io.cwd, word))) return localSide(word, io);
  const colon = word.indexOf(':');
  const revision = colon < 0 ? word : word.slice(0, colon);
  const repository = repositoryOf(io.cwd);
  if (repository === undefined || !isRevision(repository, revision))
    throw new UsageError(
      tell('usage/no-version', { word }),
      tell(repository === undefined ? 'usage/no-version:no-repository' : 'usage/no-version:revisions'),
    );
  const path =
    colon < 0
      ? bareRevisionPath(repository, other, catalogue, io)
      : pathOf(word.slice(colon + 1), repository, io);
  const { folder, ...side } = readRevision(repository, { revision, path });
  return { ...side, fileName: (file) => `${revision}:${folder === '' ? '' : `${folder}/`}${file}` };
}

function localSide(word: string, io: Io): DiffSide {
  const place = resolve(io.cwd, word);
  const isFile = statSync(place).isFile() && !isPackedFile(place);
  if (isFile && !isManifestPath(basename(place)) && !hasCatalogue(word, io)) {
    const file = basename(place);
    const alone = loadCatalogue([{ path: file, text: new Uint8Array(readFileSync(place)) }]);
    return { catalogue: alone, file, fileName: fileNames(dirname(place), io) };
  }
  const folder = findCatalogue(word, io);
  return {
    catalogue: readCatalogue(folder),
    ...(isFile && !isManifestPath(basename(place)) ? { file: withinCatalogue(word, folder, io) } : {}),
    fileName: fileNames(folder, io),
  };
}

function hasCatalogue(word: string, io: Io): boolean {
  try {
    findCatalogue(word, io);
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** Where the catalogue that is meant stands today. */
function bareRevisionPath(repository: string, other: string, catalogue: string, io: Io): string {
  const isLocal = existsSync(resolve(io.cwd, other));
  if (isLocal && statSync(resolve(io.cwd, other)).isFile())
    return fromTop(repository, resolve(io.cwd, other));
  return fromTop(repository, findCatalogue(isLocal ? other : catalogue, io));
}

function pathOf(path: string, repository: string, io: Io): string {
  const isFromHere = /^\.{1,2}(?:\/|$)/.test(path);
  return isFromHere ? fromTop(repository, resolve(io.cwd, path)) : path.replace(/\/+$/, '');
}

/** A path as git names it. What does not exist today may have existed. */
function fromTop(repository: string, place: string): string {
  const real = existsSync(place) ? realpathSync(place) : place;
  const way = relative(realpathSync(repository), real).split(sep).join('/');
  if (way.startsWith('..'))
    throw new UsageError(
      tell('usage/outside-repository', { path: place }),
      tell('usage/outside-repository:path'),
    );
  return way;
}
