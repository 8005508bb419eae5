import { pointer, suggest } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../diagnostics/index.js';
import type { Catalogue } from '../model/index.js';
import { catalogueLimits } from './limits.js';
import { openPacked } from './packed-open.js';
import { sourcesOf, withoutCopies } from './packed-sources.js';
import { readSource, takeDocument } from './source-document.js';
import type { SourceDocument } from './source-document.js';
import { folderOf, groupByFolder, isManifestPath, joinPath, rootFolder } from './source-folders.js';
import type { SourceFolders } from './source-folders.js';
import type { Entry, SourceFile } from './source-file.js';
import type { LoadOptions, PackedFile } from './types.js';
import { tell } from './messages.js';
import { literals } from '../messages/index.js';

/** Everything that belongs to a catalogue, imports included. */
export interface Sources {
  documents: SourceDocument[];
  manifest: Entry<Catalogue> | undefined;
  diagnostics: Diagnostic[];
}

/** Reads the files of a catalogue and, one after the other, those of what it imports. */
export function collectSources(files: readonly SourceFile[], options: LoadOptions): Sources {
  const collector = new Collector(groupByFolder(files), options);
  const root = rootFolder(collector.folders, options.root);
  const manifest = collector.read(root, collector.folders.get(root) ?? [], []);
  const made = (options.documents ?? []).map(takeDocument);
  for (const document of made) collector.documents.push(document);
  return {
    documents: withoutCopies(collector.documents, collector.packed),
    manifest: manifest ?? asManifest(made.find(({ kind }) => kind === 'catalogue')),
    diagnostics: collector.diagnostics,
  };
}

/** A document as the manifest that it is; undefined where it is none. */
export function asManifest(source: SourceDocument | undefined): Entry<Catalogue> | undefined {
  if (source?.document?.kind !== 'catalogue') return undefined;
  return { document: source.document, file: source.file };
}

/** What the manifest names as no documents of the catalogue is left out; the manifest itself stays. */
function withoutIgnored(
  sources: readonly SourceDocument[],
  manifest: Entry<Catalogue> | undefined,
): readonly SourceDocument[] {
  const ignored = manifest?.document.ignore ?? [];
  if (manifest === undefined || ignored.length === 0) return sources;
  const paths = ignored.map((path) => joinPath(folderOf(manifest.file), path));
  return sources.filter(
    ({ file }) =>
      file === manifest.file || !paths.some((path) => file === path || file.startsWith(`${path}/`)),
  );
}

class Collector {
  readonly documents: SourceDocument[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Those that came packed. */
  readonly packed = new Set<SourceDocument>();
  readonly #read = new Set<string>();

  constructor(
    readonly folders: SourceFolders,
    readonly options: LoadOptions,
  ) {}

  /** Reads one catalogue; `chain` are the folders of those that import it, outermost first. */
  read(folder: string, files: readonly SourceFile[], chain: readonly string[]): Entry<Catalogue> | undefined {
    this.#read.add(folder);
    const room = catalogueLimits.files - this.documents.length;
    if (files.length > room) {
      const at = { file: files[Math.max(0, room)]!.path, pointer: '' };
      this.diagnostics.push(
        createDiagnostic('catalogue/too-many-files', { limit: catalogueLimits.files }, at),
      );
    }
    const { memory, read } = this.options;
    const found = files
      .slice(0, Math.max(0, room))
      .map((file) => memory?.read(file) ?? read?.(file) ?? readSource(file));
    const first = found.find(({ kind }) => kind === 'catalogue');
    const manifest = asManifest(first);
    const sources = withoutIgnored(found, manifest);
    // One by one: more documents than a call may have arguments.
    for (const source of sources) this.documents.push(source);
    for (const other of sources) {
      if (other.kind !== 'catalogue' || other === first) continue;
      const related = [{ at: { file: first!.file, pointer: '' }, ...tell('place.first') }];
      const at: SourceRef = { file: other.file, pointer: '/kind' };
      this.diagnostics.push(createDiagnostic('catalogue/second-manifest', {}, at, { related }));
    }
    for (const [index, name] of (manifest?.document.imports ?? []).entries()) {
      this.#import(name, { file: manifest!.file, pointer: pointer('imports', index) }, [...chain, folder]);
    }
    return manifest;
  }

  #import(name: string, at: SourceRef, chain: readonly string[]): void {
    if (
      /^(?:[/\\]|[A-Za-z]:|[a-z][a-z0-9+.-]*:\/\/)/.test(name) ||
      name.includes('\\') ||
      name.includes('\0')
    ) {
      this.diagnostics.push(createDiagnostic('catalogue/import-outside', { name }, at));
      return;
    }
    const found = this.#find(name, at.file);
    if (found === 'outside') {
      this.diagnostics.push(createDiagnostic('catalogue/import-outside', { name }, at));
      return;
    }
    if (found === undefined) {
      const near = suggest(joinPath(folderOf(at.file), name), this.folders.keys());
      const help = near.length > 0 ? { help: tell('help.folder', { name: near[0]! }) } : {};
      this.diagnostics.push(createDiagnostic('catalogue/import-missing', { name }, at, help));
      return;
    }
    if ('packed' in found) {
      this.#takePacked(found);
      return;
    }
    const { folder, files } = found;
    const start = chain.indexOf(folder);
    if (start !== -1 || chain.length > catalogueLimits.importDepth) {
      const ring = [...chain.slice(Math.max(0, start)), folder].map((part) => (part === '' ? '.' : part));
      this.diagnostics.push(
        createDiagnostic('catalogue/import-cycle', { chain: literals(ring, 'then') }, at),
      );
      return;
    }
    if (!this.#read.has(folder)) this.read(folder, files, chain);
  }

  /** What it imports was packed with it. */
  #takePacked({ path, packed }: PackedFile): void {
    if (this.#read.has(path)) return;
    this.#read.add(path);
    const opened = openPacked(packed, path);
    if ('diagnostics' in opened) {
      this.diagnostics.push(...opened.diagnostics);
      return;
    }
    for (const document of sourcesOf(opened.packed, `${path}/`)) {
      this.documents.push(document);
      this.packed.add(document);
    }
  }

  #find(
    name: string,
    from: string,
  ): { folder: string; files: readonly SourceFile[] } | PackedFile | 'outside' | undefined {
    const isRelative = /^\.{1,2}(?:\/|$)/.test(name);
    const folder = isRelative ? joinPath(folderOf(from), name) : name;
    const given = isRelative ? this.folders.get(folder) : undefined;
    if (given !== undefined) return { folder, files: given };
    const files = this.options.imports?.(name, from);
    if (files === undefined || files === 'outside' || 'packed' in files) return files;
    const manifest = files.find((file) => isManifestPath(file.path));
    const place = folderOf(manifest?.path ?? files[0]?.path ?? folder);
    return { folder: place, files: groupByFolder(files).get(place) ?? files };
  }
}
