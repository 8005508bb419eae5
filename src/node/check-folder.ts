import { statSync } from 'node:fs';
import { loadDocuments, packDocuments, unpackDocuments, yieldersIn } from '../catalogue/index.js';
import type { LoadedCatalogue, SourceDocument, SourceFile } from '../catalogue/index.js';
import { checkCatalogue, findingsOf } from '../check/index.js';
import type { BundleVerdict, CatalogueFindings, CheckOptions } from '../check/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { openCheckPool } from './check-pool.js';
import type { CheckPool } from './check-pool.js';
import { reachOf } from './check-reach.js';
import { readAgain } from './check-tasks.js';
import { projectOf, realPath } from './load-boundary.js';
import { readCatalogue } from './load-catalogue.js';
import { listFolder } from './load-folder.js';
import type { FoundFile } from './load-folder.js';
import { createImportResolver } from './load-imports.js';

/** A catalogue and what is wrong with it. */
export interface CheckedFolder {
  catalogue: LoadedCatalogue;
  findings: CatalogueFindings;
}

/** How a folder is checked. */
export interface CheckFolderOptions extends CheckOptions {
  /** Relative imports may not lead out of this folder: see `readCatalogue`. */
  boundary?: string;
  /** Threads that somebody else has opened; left out: as many as there are processors, where there is enough to do. */
  pool?: CheckPool;
}

/** A smaller catalogue is checked before threads have begun. */
const worthThreads = 400;

/** How many files are one piece of work. */
const filesAtOnce = 250;

/**
 * Reads a catalogue from a folder, or one packed file, and checks it: what `readCatalogue` and `checkCatalogue` find,
 * byte for byte, but on all processors where there is enough to do, and in bounded memory: of a large catalogue only the
 * documents in use are held as values.
 * @throws UsageError where there is no such folder
 */
export async function checkCatalogueFolder(
  folder: string,
  options: CheckFolderOptions = {},
): Promise<CheckedFolder> {
  const { pool: given, boundary, ...check } = options;
  const top = realPath(folder);
  const findings: Diagnostic[] = [];
  const isFolder = top !== undefined && statSync(top).isDirectory();
  const files = isFolder ? listFolder(top, '', findings) : [];
  const pool = given ?? (files.length < worthThreads ? undefined : openCheckPool());
  if (pool === undefined || top === undefined) {
    const catalogue = readCatalogue(folder, boundary === undefined ? {} : { boundary });
    return { catalogue, findings: checkCatalogue(catalogue, check) };
  }
  try {
    const limit = boundary === undefined ? projectOf(top) : (realPath(boundary) ?? top);
    return await checkOn(pool, { top, limit, files, findings }, check);
  } finally {
    if (given === undefined) await pool.close();
  }
}

interface ListedFolder {
  top: string;
  limit: string;
  files: readonly FoundFile[];
  findings: Diagnostic[];
}

async function checkOn(
  pool: CheckPool,
  { top, limit, files, findings }: ListedFolder,
  options: CheckOptions,
): Promise<CheckedFolder> {
  const prepared = await readOn(pool, top, files);
  const { catalogue, documents } = loadDocuments(
    files.flatMap(({ path }) => (prepared.has(path) ? [placeholder(path)] : [])),
    {
      read: (file) => prepared.get(file.path),
      imports: createImportResolver(top, limit, findings),
      diagnostics: findings,
    },
  );
  const verdicts = await bundlesOn(pool, { top, catalogue, documents, prepared, options });
  return { catalogue, findings: findingsOf(catalogue, verdicts) };
}

/** Reads, parses and checks the shapes of all files. */
async function readOn(
  pool: CheckPool,
  top: string,
  files: readonly FoundFile[],
): Promise<Map<string, SourceDocument>> {
  const again = readAgain(top);
  const parts = await inTurns(chunksOf(files, filesAtOnce), pool.size * 2, async (part) => {
    const batch = await pool.run({ kind: 'read', files: part.map(({ path, place }) => [path, place]) });
    return unpackDocuments(batch, again);
  });
  return new Map(parts.flat().map((document) => [document.file, document]));
}

/** A file that was read elsewhere: nobody looks at its text. */
function placeholder(path: string): SourceFile {
  return { path, text: '' };
}

interface Loaded {
  top: string;
  catalogue: LoadedCatalogue;
  documents: readonly SourceDocument[];
  prepared: ReadonlyMap<string, SourceDocument>;
  options: CheckOptions;
}

/** Composes and proves all bundles. */
async function bundlesOn(
  pool: CheckPool,
  { top, catalogue, documents, prepared, options }: Loaded,
): Promise<BundleVerdict[]> {
  const bundles = [...catalogue.bundles.keys()];
  if (bundles.length === 0) return [];
  // What did not come from a thread was not read from below the folder.
  const withText = (source: SourceDocument) => !prepared.has(source.file);
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const common = documents.filter(({ kind }) => kind !== 'block' && kind !== 'bundle' && kind !== 'case');
  await pool.tell({
    kind: 'share',
    shared: {
      top,
      manifest: catalogue.manifest?.file,
      documents: packDocuments(common, withText),
      yielders: yieldersIn(catalogue.blocks),
    },
  });
  const size = Math.max(1, Math.min(8, Math.ceil(bundles.length / (pool.size * 4))));
  let begun = 0;
  const verdicts = await inTurns(chunksOf(bundles, size), pool.size * 2, (part) => {
    for (const bundle of part) options.onBundle?.(bundle, begun++, bundles.length);
    const reached = [...reachOf(catalogue, part)].map((file) => byFile.get(file)!);
    return pool.run({ kind: 'bundles', bundles: part, documents: packDocuments(reached, withText) });
  });
  return verdicts.flat();
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** Answers in the order of the items, so many of them under way at a time: what waits need not be held. */
async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) answers[index] = await run(items[index]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return answers;
}
