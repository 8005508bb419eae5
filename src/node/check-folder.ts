import { assertArguments } from '../messages/index.js';
import { omitUndefined } from '../base/index.js';
import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { openCatalogue, packDocuments, unpackDocuments } from '../catalogue/index.js';
import type { LoadedCatalogue, OpenCatalogue, SourceDocument, SourceFile } from '../catalogue/index.js';
import { checkCatalogue, findingsOf, findNearDuplicates } from '../check/index.js';
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
  assertArguments('checkCatalogueFolder', { folder: 'text', options: 'object' }, { folder, options });
  const { pool: given, boundary, ...check } = options;
  const top = realPath(folder);
  const findings: Diagnostic[] = [];
  const isFolder = top !== undefined && statSync(top).isDirectory();
  const files = isFolder ? listFolder(top, '', findings) : [];
  const pool = given ?? (files.length < worthThreads ? undefined : openCheckPool());
  if (pool === undefined || top === undefined) {
    const catalogue = readCatalogue(folder, omitUndefined({ boundary }));
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
  const open = openCatalogue(
    files.flatMap(({ path }) => (prepared.has(path) ? [placeholder(path)] : [])),
    {
      read: (file) => prepared.get(file.path),
      imports: createImportResolver(top, limit, findings),
      diagnostics: findings,
    },
  );
  const verdicts = bundlesOn(pool, { top, open, prepared, options });
  try {
    // While the other threads compose, this one checks the documents against each other.
    const catalogue = await inSteps(open.check());
    const likenesses = findNearDuplicates(catalogue);
    return { catalogue, findings: findingsOf(catalogue, await verdicts, likenesses) };
  } catch (error) {
    // What becomes of the threads' work no longer matters, but somebody has to hear of it.
    await verdicts.catch(() => undefined);
    throw error;
  }
}

/** Lets other threads' answers in between the steps: whoever waits for work gets it. */
async function inSteps<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

/** Reads, parses and checks the shapes of all files. */
async function readOn(
  pool: CheckPool,
  top: string,
  files: readonly FoundFile[],
): Promise<Map<string, SourceDocument>> {
  const again = readAgain(top);
  const parts = await inTurns(chunksOf(files, filesAtOnce), pool.size * 4, async (part) => {
    const batch = await pool.run({ kind: 'read', files: part.map(({ path, place }) => [path, place]) });
    return unpackDocuments(batch, again);
  });
  return new Map(parts.flat().map((document) => [document.file, document]));
}

/** A file that was read elsewhere: nobody looks at its text. */
function placeholder(path: string): SourceFile {
  return { path, text: '' };
}

interface Opened {
  top: string;
  open: OpenCatalogue;
  prepared: ReadonlyMap<string, SourceDocument>;
  options: CheckOptions;
}

/** Composes and proves all bundles. All of the work is handed out before anything is waited for. */
async function bundlesOn(
  pool: CheckPool,
  { top, open, prepared, options }: Opened,
): Promise<BundleVerdict[]> {
  const bundles = [...open.bundles.keys()];
  if (bundles.length === 0) return [];
  // What did not come from a thread was not read from below the folder.
  const withText = (source: SourceDocument) => !prepared.has(source.file);
  const byFile = new Map(open.documents.map((document) => [document.file, document]));
  const common = open.documents.filter(
    ({ kind }) => kind !== 'block' && kind !== 'bundle' && kind !== 'case',
  );
  const shared = pool.tell({
    kind: 'share',
    shared: {
      top,
      manifest: open.manifest?.file,
      documents: packDocuments(common, withText),
      yielders: open.yielders(),
    },
  });
  const size = Math.max(1, Math.min(8, Math.ceil(bundles.length / (pool.size * 32))));
  let begun = 0;
  const verdicts = chunksOf(bundles, size).map(async (part) => {
    const reached = [...reachOf(open, part)].map((file) => byFile.get(file)!);
    const documents = packDocuments(reached, withText);
    const answer = await pool.run({ kind: 'bundles', bundles: part, documents });
    for (const bundle of part) options.onBundle?.(bundle, begun++, bundles.length);
    return answer;
  });
  const [, answers] = await Promise.all([shared, Promise.all(verdicts)]);
  return answers.flat();
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
