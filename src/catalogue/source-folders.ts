import { appendTo, compareCodeUnits } from '../base/index.js';
import type { SourceFile } from './source-file.js';

/** Files by the catalogue they belong to: the nearest folder above them that has a manifest. */
export type SourceFolders = ReadonlyMap<string, readonly SourceFile[]>;

const manifestName = /(?:^|\/)catalogue\.(?:ya?ml|json)$/i;

/** Has the path the name by which the manifest of a catalogue is found? */
export function isManifestPath(path: string): boolean {
  return manifestName.test(path);
}

/** The folder of a path; `''` at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** Joins a folder and a relative path, folding `.` and `..`. */
export function joinPath(folder: string, relative: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Sorts the files and groups them by catalogue. A catalogue within a catalogue is read only where it is imported. */
export function groupByFolder(files: readonly SourceFile[]): SourceFolders {
  const sorted = [...files].sort((a, b) => compareCodeUnits(a.path, b.path));
  const folders = new Set(
    sorted.filter((file) => isManifestPath(file.path)).map((file) => folderOf(file.path)),
  );
  const groups = new Map<string, SourceFile[]>();
  for (const file of sorted) {
    let folder = folderOf(file.path);
    while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
    appendTo(groups, folder, file);
  }
  return groups;
}

/** The folder of the catalogue that is meant: the one asked for; else the outermost, the first by name. */
export function rootFolder(groups: SourceFolders, wanted: string | undefined): string {
  if (wanted !== undefined) return joinPath('', wanted);
  const depth = (folder: string): number => (folder === '' ? 0 : folder.split('/').length);
  const folders = [...groups.keys()].sort((a, b) => depth(a) - depth(b) || compareCodeUnits(a, b));
  const manifests = folders.filter((folder) => groups.get(folder)!.some((file) => isManifestPath(file.path)));
  const outermost = manifests[0];
  // Files above every manifest belong to a catalogue without one only when there is no manifest at all.
  return groups.has('') && (outermost === undefined || outermost === '')
    ? ''
    : (outermost ?? folders[0] ?? '');
}
