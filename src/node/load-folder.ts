import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareCodeUnits } from '../base/index.js';
import { catalogueLimits, isPackedText } from '../catalogue/index.js';
import type { SourceFile } from '../catalogue/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { documentLimits } from '../documents/index.js';
import { isWithin, realPath } from './load-boundary.js';

const documentName = /\.(?:ya?ml|json)$/i;

/** Files that stand in a folder for other tools. */
const otherTools =
  /^(?:package(?:-lock)?|npm-shrinkwrap|[jt]sconfig(?:\..+)?|pnpm-lock|onething\..+)\.(?:json|ya?ml)$/i;

/**
 * Reads the documents below a folder. Hidden files, `node_modules` and the files of other tools are left out; symbolic
 * links are followed only within the folder, each target once.
 * @param folder a real path
 * @param prefix what the paths of the files begin with, `''` or ending in a slash
 */
export function readFolder(folder: string, prefix: string, findings: Diagnostic[]): SourceFile[] {
  return new FolderReader(folder, prefix, findings).read();
}

class FolderReader {
  readonly #files: SourceFile[] = [];
  readonly #seen = new Set<string>();
  /** Folders still to be read, as paths relative to the top. */
  readonly #pending: string[] = [''];

  constructor(
    readonly top: string,
    readonly prefix: string,
    readonly findings: Diagnostic[],
  ) {}

  read(): SourceFile[] {
    this.#seen.add(this.top);
    for (let folder = this.#pending.pop(); folder !== undefined; folder = this.#pending.pop()) {
      for (const entry of this.#entries(folder)) this.#entry(folder, entry);
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
      this.#unreadable(folder, error);
      return [];
    }
  }

  #entry(folder: string, entry: Dirent): void {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) this.#link(path);
    else if (entry.isDirectory()) this.#folder(path);
    else if (entry.isFile()) this.#file(path);
  }

  #link(path: string): void {
    const target = realPath(join(this.top, path));
    if (target === undefined || !isWithin(this.top, target)) {
      this.findings.push(createDiagnostic('catalogue/link-outside', {}, this.#at(path)));
      return;
    }
    const stats = statSync(target);
    if (stats.isDirectory()) this.#folder(path);
    else if (stats.isFile()) this.#file(path);
  }

  #folder(path: string): void {
    if (this.#isNew(path)) this.#pending.push(path);
  }

  #file(path: string): void {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!documentName.test(name) || otherTools.test(name) || !this.#isNew(path)) return;
    const place = join(this.top, path);
    try {
      const { size } = statSync(place);
      const file = { path: this.prefix + path };
      const isWhole = size <= documentLimits.bytes;
      const text = isWhole ? readFileSync(place) : beginningOf(place);
      // What was built of a catalogue is no document of it, wherever it was put.
      if (name.toLowerCase().endsWith('.json') && isPackedText(text)) return;
      this.#files.push({ ...file, text, ...(isWhole ? {} : { size }) });
    } catch (error) {
      this.#unreadable(path, error);
    }
  }

  #isNew(path: string): boolean {
    const real = realPath(join(this.top, path));
    if (real === undefined || this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }

  #unreadable(path: string, error: unknown): void {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    this.findings.push(createDiagnostic('catalogue/unreadable', { reason }, this.#at(path)));
  }

  #at(path: string): { file: string; pointer: string } {
    return { file: this.prefix + path, pointer: '' };
  }
}

/** Enough of a file that is too large to tell what it would have been. */
function beginningOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(4096);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
