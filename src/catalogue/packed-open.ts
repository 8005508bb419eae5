import { isDeeperThan, isObject, own } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { documentLimits } from '../documents/index.js';
import type { PackedCatalogue, PackedDocument } from '../model/index.js';
import { checkPublished } from './check-published.js';
import { hashOfDocument, hashOfPacked } from './packed-hash.js';

/** A packed catalogue as it comes: its text, the bytes of it, or the parsed JSON. */
export type PackedInput = string | Uint8Array | PackedCatalogue | JsonObject;

/** A packed catalogue whose hashes fit, or why there is none. */
export type OpenedPack = { packed: PackedCatalogue } | { diagnostics: Diagnostic[] };

const beginning = /^\uFEFF?\s*\{\s*"kind"\s*:\s*"packed-catalogue"/;

/** Does a JSON text begin as a packed catalogue does? What `build` writes has its kind in front. */
export function isPackedText(text: string | Uint8Array): boolean {
  const start = text.slice(0, 200);
  return beginning.test(typeof start === 'string' ? start : new TextDecoder('utf-8').decode(start));
}

/**
 * Reads a packed catalogue and verifies its hashes. Where one does not fit, nothing of it counts.
 * @param file the name of the packed file itself, for findings
 */
export function openPacked(input: PackedInput, file: string): OpenedPack {
  const at = { file, pointer: '' };
  const read = readJson(input);
  const reason = 'reason' in read ? read.reason : faultOf(read.value);
  if (reason !== undefined) {
    return { diagnostics: [createDiagnostic('catalogue/packed-unreadable', { reason }, at)] };
  }
  const value = (read as { value: JsonObject }).value;
  const version = own(value, 'formatVersion');
  if (version !== 1) {
    const args = { version: JSON.stringify(version ?? null) };
    const place = { file, pointer: '/formatVersion' };
    return { diagnostics: [createDiagnostic('catalogue/packed-version', args, place)] };
  }
  const fault = faultOfDocuments(value);
  if (fault !== undefined) {
    return { diagnostics: [createDiagnostic('catalogue/packed-unreadable', { reason: fault }, at)] };
  }
  const packed = value as unknown as PackedCatalogue;
  const diagnostics = changesOf(packed, file);
  return diagnostics.length > 0 ? { diagnostics } : { packed };
}

function readJson(input: PackedInput): { value: JsonValue } | { reason: string } {
  if (typeof input === 'object' && !(input instanceof Uint8Array)) return { value: input as JsonObject };
  try {
    const text = typeof input === 'string' ? input : new TextDecoder('utf-8', { fatal: true }).decode(input);
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue };
  } catch (error) {
    // The message of a JSON parser may quote what stands there.
    return { reason: error instanceof SyntaxError ? 'it is no JSON' : 'it is no UTF-8' };
  }
}

function faultOf(value: JsonValue): string | undefined {
  if (!isObject(value)) return 'it holds no object';
  return own(value, 'kind') === 'packed-catalogue' ? undefined : 'its "kind" is not "packed-catalogue"';
}

/** Documents stand three levels below the top. */
const mostDeep = documentLimits.depth + 3;

function faultOfDocuments(value: JsonObject): string | undefined {
  if (isDeeperThan(value, mostDeep)) return `it nests deeper than ${mostDeep}`;
  const issue = checkPublished('packed-catalogue', value)[0];
  if (issue !== undefined) return `at "${issue.pointer}", ${asPart(issue.message)}`;
  const { documents, manifest } = value as unknown as PackedCatalogue;
  const files = new Set<string>();
  for (const { file } of documents) {
    if (files.has(file)) return `two documents have the file "${file}"`;
    files.add(file);
  }
  return manifest === undefined || files.has(manifest) ? undefined : '"manifest" names no file of it';
}

/** A sentence as the end of another one. */
function asPart(sentence: string): string {
  return sentence.replace(/^./u, (first) => first.toLowerCase()).replace(/\.$/, '');
}

/** One finding for each changed document; or one for the whole, where each document is as it was. */
function changesOf(packed: PackedCatalogue, file: string): Diagnostic[] {
  const changed = packed.documents.flatMap((entry: PackedDocument, index) =>
    hashOfDocument(entry) === entry.hash
      ? []
      : [
          createDiagnostic(
            'catalogue/packed-changed',
            { what: `"${entry.file}"` },
            { file, pointer: `/documents/${index}` },
          ),
        ],
  );
  if (changed.length > 0) return changed;
  const { hash, ...rest } = packed;
  if (hashOfPacked(rest) === hash) return [];
  return [
    createDiagnostic(
      'catalogue/packed-changed',
      { what: 'the list of its documents' },
      { file, pointer: '/hash' },
    ),
  ];
}
