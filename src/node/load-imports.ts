import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/index.js';
import type { ImportResolver, PackedFile, SourceFile } from '../catalogue/index.js';
import { isWithin, realPath } from './load-boundary.js';
import { readFolder } from './load-folder.js';
import { readPacked } from './packed-file.js';

/** An npm package name, with or without a scope. */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const manifests = ['catalogue.yaml', 'catalogue.yml', 'catalogue.json'];

/**
 * Finds imported catalogues on the disk: relative folders within a boundary, and npm packages in the `node_modules`
 * folders at and above the importing document. In a package the catalogue stands at the top or in `catalogue/`, as a
 * folder of documents or packed into one `catalogue.json`.
 * @param top the catalogue's own folder, a real path: paths of files are relative to it
 * @param boundary relative imports may not lead out of this folder, a real path
 */
export function createImportResolver(top: string, boundary: string, findings: Diagnostic[]): ImportResolver {
  return (name, from) => {
    const folder = dirname(join(top, from));
    const isRelative = /^\.{1,2}(?:\/|$)/.test(name);
    const place = isRelative ? relativeFolder(join(folder, name), boundary) : packageFolder(name, folder);
    if (place === undefined || place === 'outside') return place;
    return readImport(place, top, findings);
  };
}

/** The real path of a folder with a catalogue. Whether it exists is not even looked at outside of the boundary. */
function relativeFolder(path: string, boundary: string): string | undefined {
  if (!isWithin(boundary, path)) return 'outside';
  const real = realPath(path);
  if (real === undefined) return undefined;
  if (!isWithin(boundary, real)) return 'outside';
  return hasManifest(real) ? real : undefined;
}

function packageFolder(name: string, from: string): string | undefined {
  if (!packageName.test(name)) return undefined;
  for (let folder = from; ; folder = dirname(folder)) {
    const found = realPath(join(folder, 'node_modules', name));
    if (found !== undefined) {
      const places = [found, join(found, 'catalogue')];
      return places.find(hasManifest);
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function hasManifest(folder: string): boolean {
  return manifests.some((name) => existsSync(join(folder, name)));
}

function readImport(folder: string, top: string, findings: Diagnostic[]): SourceFile[] | PackedFile {
  const way = relative(top, folder).split(sep).join('/');
  const prefix = way === '' ? '' : `${way}/`;
  const manifest = manifests.find((name) => existsSync(join(folder, name)));
  const packed = manifest?.endsWith('.json') === true ? readPacked(join(folder, manifest)) : undefined;
  if (packed !== undefined) return { path: prefix + manifest!, packed };
  return readFolder(folder, prefix, findings);
}
