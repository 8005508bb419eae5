import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareCodeUnits } from '../base/index.js';
import { catalogueLimits, isPackedText } from '../catalogue/index.js';
import type { SourceFile } from '../catalogue/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import { literal } from '../messages/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { documentLimits } from '../documents/index.js';
import { isWithin, realPath } from './load-boundary.js';

const documentName = /\.(?:ya?ml|json)$/i;

/** Files that stand in a folder for other tools. */
const otherTools =
  /^(?:package(?:-lock)?|npm-shrinkwrap|[jt]sconfig(?:\..+)?|pnpm-lock|onething\..+)\.(?:json|ya?ml)$/i;

/** A document that was found: what it is called in findings, and where it is. */
export interface FoundFile {
  path: string;
  place: string;
}

/**
 * Reads the documents below a folder. Hidden files, `node_modules` and the files of other tools are left out; symbolic
 * links are followed only within the folder, each target once.
 * @param folder a real path
 * @param prefix what the paths of the files begin with, `''` or ending in a slash
 */
export function readFolder(folder: string, prefix: string, findings: Diagnostic[]): SourceFile[] {
  return listFolder(folder, prefix, findings).flatMap(({ path, place }) => {
    try {
      return readDocumentFile(path, place) ?? [];
    } catch (error) {
      findings.push(unreadable(path, error));
      return [];
    }
  });
}

/** Finds the documents below a folder without reading them. */
export function listFolder(folder: string, prefix: string, findings: Diagnostic[]): FoundFile[] {
  return new FolderReader(folder, prefix, findings).list();
}

/** The finding about a file or folder that cannot be read. */
export function unreadable(file: string, error: unknown): Diagnostic {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return createDiagnostic('catalogue/unreadable', { reason: literal(reason) }, { file, pointer: '' });
}

class FolderReader {
  readonly #files: FoundFile[] = [];
  readonly #seen = new Set<string>();
  /** Folders still to be read: paths relative to the top, and the real paths behind them. */
  readonly #pending: FoundFolder[] = [];

  constructor(
    readonly top: string,
    readonly prefix: string,
    readonly findings: Diagnostic[],
  ) {}

  list(): FoundFile[] {
    this.#folder('', this.top);
    for (let folder = this.#pending.pop(); folder !== undefined; folder = this.#pending.pop()) {
      for (const entry of this.#entries(folder.path)) this.#entry(folder, entry);
      // One more than is allowed is enough for the finding.
      if (this.#files.length > catalogueLimits.files) break;
    }
    return this.#files;
  }

  #entries(folder: string): Dirent[] {
    try {
      const entries = readdirSync(join(this.top, folder), { withFileTypes: true });
      return entries.sort((a, b) => compareCodeUnits(a.name, b.name));
    } catch (error) {
      this.findings.push(unreadable(this.prefix + folder, error));
      return [];
    }
  }

  #entry(folder: FoundFolder, entry: Dirent): void {
    // eslint-disable-next-line no-restricted-syntax -- a hidden file, no key
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return;
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
    // Below a real path, what is no link is real: nobody need be asked.
    const real = join(folder.real, entry.name);
    if (entry.isSymbolicLink()) this.#link(path);
    else if (entry.isDirectory()) this.#folder(path, real);
    else if (entry.isFile()) this.#file(path, real);
  }

  #link(path: string): void {
    const target = realPath(join(this.top, path));
    if (target === undefined || !isWithin(this.top, target)) {
      this.findings.push(createDiagnostic('catalogue/link-outside', {}, this.#at(path)));
      return;
    }
    const stats = statSync(target);
    if (stats.isDirectory()) this.#folder(path, target);
    else if (stats.isFile()) this.#file(path, target);
  }

  #folder(path: string, real: string): void {
    if (this.#isNew(real)) this.#pending.push({ path, real });
  }

  #file(path: string, real: string): void {
    if (isDocumentPath(path) && this.#isNew(real))
      this.#files.push({ path: this.prefix + path, place: real });
  }

  #isNew(real: string): boolean {
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }

  #at(path: string): { file: string; pointer: string } {
    return { file: this.prefix + path, pointer: '' };
  }
}

interface FoundFolder {
  path: string;
  real: string;
}

/**
 * Is the file a document by its name, and none that stands there for another tool, is hidden or belongs to a package?
 * @param path relative to the catalogue
 */
export function isDocumentPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1)!;
  if (!documentName.test(name) || otherTools.test(name)) return false;
  // eslint-disable-next-line no-restricted-syntax -- a hidden file, no key
  return !parts.some((part) => part.startsWith('.') || part === 'node_modules');
}

/** Of a file that is too large, enough is read to tell what it would have been. */
const beginning = 4096;

/**
 * Reads a document.
 * @param path what it is called in findings
 * @param place where it is
 * @returns undefined for what was built of a catalogue: it is no document of it, wherever it was put
 */
export function readDocumentFile(path: string, place: string): SourceFile | undefined {
  const file = openSync(place, 'r');
  try {
    const { size } = fstatSync(file);
    const isWhole = size <= documentLimits.bytes;
    const bytes = new Uint8Array(isWhole ? size : beginning);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(file, bytes, length, bytes.length - length, null);
    }
    const text = bytes.subarray(0, length);
    if (/\.json$/i.test(path) && isPackedText(text)) return undefined;
    return { path, text, ...(isWhole ? {} : { size }) };
  } finally {
    closeSync(file);
  }
}
