import type { Say } from '../../languages/index.js';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Option } from 'commander';
import { didYouMean, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { isManifestPath } from '../../catalogue/index.js';
import { isPackedFile, readCatalogue } from '../../node/index.js';
import type { Io } from '../io.js';
import { readdirSync } from 'node:fs';

/** `--catalogue`, which every command that reads one has. */
export function catalogueOption(say: Say): Option {
  return new Option(`--catalogue <${say('placeholder.dir')}>`, say('help.option.catalogue')).default('.');
}

/** The folder at or above a path that has a `catalogue.yaml`; or the path itself, where it is a packed catalogue. */
export function findCatalogue(path: string, io: Io): string {
  const start = resolve(io.cwd, path);
  if (!existsSync(start)) {
    throw new UsageError(tell('usage/no-catalogue', { path }));
  }
  if (isPackedFile(start)) return start;
  for (let folder = statSync(start).isDirectory() ? start : dirname(start); ; folder = dirname(folder)) {
    if (hasManifest(folder)) return folder;
    if (dirname(folder) === folder) break;
  }
  const below = statSync(start).isDirectory() ? cataloguesBelow(start) : [];
  throw new UsageError(
    tell('usage/no-catalogue:above', { path }),
    didYouMean(below.map((folder) => relative(io.cwd, folder))) ?? tell('usage/no-catalogue:make'),
  );
}

/** The first few folders right below one that hold a catalogue. */
function cataloguesBelow(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).slice(0, 500);
    return inside
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name))
      .filter(hasManifest)
      .slice(0, 3);
  } catch {
    return [];
  }
}

/** Reads the catalogue that a path belongs to. */
export function openCatalogue(path: string, io: Io): LoadedCatalogue {
  return readCatalogue(findCatalogue(path, io));
}

/** A path as the catalogue's findings name it, `''` for the catalogue itself. */
export function withinCatalogue(path: string, folder: string, io: Io): string {
  return relative(folder, resolve(io.cwd, path)).split('\\').join('/');
}

function hasManifest(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => isManifestPath(name) && statSync(join(folder, name)).isFile());
  } catch {
    return false;
  }
}
