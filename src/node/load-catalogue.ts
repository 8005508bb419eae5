import { statSync } from 'node:fs';
import { UsageError, assertArguments } from '../messages/index.js';
import { tell } from './messages.js';
import { loadCatalogue, loadPacked } from '../catalogue/index.js';
import type { LoadedCatalogue, LoadOptions } from '../catalogue/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { projectOf, realPath } from './load-boundary.js';
import { readFolder } from './load-folder.js';
import { createImportResolver } from './load-imports.js';
import { readPacked } from './packed-file.js';

/** How a catalogue is read from the disk. */
export interface ReadOptions extends Omit<LoadOptions, 'root' | 'diagnostics' | 'imports'> {
  /**
   * Relative imports may not lead out of this folder. Left out: the nearest folder at or above the catalogue that is a
   * project (has a `package.json` or a repository); else the catalogue's own folder.
   */
  boundary?: string;
  /** Texts that are read instead of the files of the folder that have these paths, as findings name them. */
  texts?: ReadonlyMap<string, string>;
}

/**
 * Reads a catalogue from a folder: every YAML and JSON document below it, and the catalogues that it imports by relative
 * folder or npm package name; or from one packed file, which `onething build` wrote and whose hashes are verified.
 * Paths in diagnostics are relative to the folder, with forward slashes; a packed file itself is called `.`.
 * @param folder the folder, or the packed file
 * @throws UsageError where there is neither
 */
export function readCatalogue(folder: string, options: ReadOptions = {}): LoadedCatalogue {
  assertArguments('readCatalogue', { folder: 'text', options: 'object' }, { folder, options });
  const { boundary, texts = new Map<string, string>(), ...load } = options;
  const top = realPath(folder);
  const packed = top === undefined ? undefined : readPacked(top);
  if (packed !== undefined) return loadPacked(packed, { ...load, file: '.' });
  if (top === undefined || !statSync(top).isDirectory()) {
    throw new UsageError(tell('node/no-folder', { folder }), tell('node/no-folder:catalogue'));
  }
  const limit = boundary === undefined ? projectOf(top) : realPath(boundary);
  if (limit === undefined) {
    throw new UsageError(tell('node/no-folder', { folder: boundary ?? '' }), tell('node/no-folder:existing'));
  }
  const findings: Diagnostic[] = [];
  const files = readFolder(top, '', findings).map((file) => {
    const text = texts.get(file.path);
    return text === undefined ? file : { path: file.path, text };
  });
  const imports = createImportResolver(top, limit, findings);
  return loadCatalogue(files, { ...load, imports, diagnostics: findings });
}
