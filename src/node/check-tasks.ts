import { join } from 'node:path';
import { createExcerpts, packDocuments, readSource, unpackDocuments } from '../catalogue/index.js';
import type { LoadedCatalogue, PreparedBatch, SourceDocument, SourceFile } from '../catalogue/index.js';
import { checkBundle } from '../check/index.js';
import type { BundleVerdict } from '../check/index.js';
import { readDocumentFile, unreadable } from './load-folder.js';
import { fieldKey } from '../model/index.js';

/** What every bundle of a catalogue may look at. */
export interface SharedPart {
  /** The folder, a real path. */
  top: string;
  manifest: string | undefined;
  documents: PreparedBatch;
  /** Which block yields an element of a subject, where one does. */
  yielders: ReadonlyMap<string, string>;
}

/** A piece of work for another thread. */
export type CheckTask =
  | { kind: 'read'; files: readonly [path: string, place: string][] }
  | { kind: 'share'; shared: SharedPart }
  | { kind: 'bundles'; bundles: readonly string[]; documents: PreparedBatch };

/** What a piece of work comes to. */
export interface CheckAnswers {
  read: PreparedBatch;
  share: undefined;
  bundles: BundleVerdict[];
}

type Answer = CheckAnswers[keyof CheckAnswers];

/** Does pieces of work one after the other; what is shared is kept between them. */
export function createTaskRunner(): (task: CheckTask) => Answer {
  let excerptOf: ((batch: PreparedBatch) => LoadedCatalogue) | undefined;
  return (task) => {
    switch (task.kind) {
      case 'read':
        return packDocuments(task.files.flatMap(([path, place]) => readPlace(path, place) ?? []));
      case 'share':
        excerptOf = excerptsOf(task.shared);
        return undefined;
      case 'bundles': {
        const catalogue = excerptOf?.(task.documents);
        return catalogue === undefined ? [] : task.bundles.map((bundle) => checkBundle(catalogue, bundle));
      }
    }
  };
}

/** Reads a file a second time, to find the lines and columns of what was found in it. */
export function readAgain(top: string): (file: string) => SourceFile | undefined {
  return (file) => {
    try {
      return readDocumentFile(file, join(top, file));
    } catch {
      // It was there a moment ago. Findings in it have no lines then.
      return undefined;
    }
  };
}

function readPlace(path: string, place: string): SourceDocument | undefined {
  try {
    const file = readDocumentFile(path, place);
    return file === undefined ? undefined : readSource(file);
  } catch (error) {
    return {
      file: path,
      document: undefined,
      kind: undefined,
      id: undefined,
      raw: undefined,
      diagnostics: [unreadable(path, error)],
    };
  }
}

function excerptsOf({
  top,
  manifest,
  documents,
  yielders,
}: SharedPart): (batch: PreparedBatch) => LoadedCatalogue {
  const again = readAgain(top);
  const excerpt = createExcerpts({
    documents: unpackDocuments(documents, again),
    manifest,
    yielderOf: (subject, element) => yielders.get(fieldKey(subject, element)),
  });
  return (batch) => excerpt(unpackDocuments(batch, again));
}
