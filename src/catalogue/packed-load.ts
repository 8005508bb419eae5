import { assertArguments } from '../messages/index.js';
import type { Sources } from './collect-sources.js';
import { catalogueOf } from './load-catalogue.js';
import { openPacked } from './packed-open.js';
import type { PackedInput } from './packed-open.js';
import { sourcesOf } from './packed-sources.js';
import type { LoadedCatalogue, LoadOptions } from './types.js';

/** How a packed catalogue is loaded. */
export interface PackedOptions extends Pick<LoadOptions, 'derivations' | 'formats'> {
  /** The name of the packed file, for findings about the file itself. Left out: `catalogue.json`. */
  file?: string;
}

/**
 * Loads a packed catalogue, which `packCatalogue` or `onething build` made, from memory. The hashes are verified
 * first: where one does not fit, `diagnostics` says which document was changed, and nothing of it is loaded.
 * Findings name the files and lines of the documents that were packed.
 * @param input the text, its bytes in UTF-8, or the parsed JSON
 */
export function loadPacked(input: PackedInput, options: PackedOptions = {}): LoadedCatalogue {
  assertArguments('loadPacked', { options: 'object' }, { options });
  const { file = 'catalogue.json', ...load } = options;
  const opened = openPacked(input, file);
  return catalogueOf('packed' in opened ? sourcesFrom(opened.packed) : nothing(opened.diagnostics), load);
}

function sourcesFrom(packed: Parameters<typeof sourcesOf>[0]): Sources {
  const documents = sourcesOf(packed, '');
  const found = documents.find(({ file }) => file === packed.manifest)?.document;
  const manifest = found?.kind === 'catalogue' ? { document: found, file: packed.manifest! } : undefined;
  return { documents, manifest, diagnostics: [] };
}

function nothing(diagnostics: Sources['diagnostics']): Sources {
  return { documents: [], manifest: undefined, diagnostics };
}
