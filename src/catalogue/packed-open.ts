import { isDeeperThan, isObject, own } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { documentLimits } from '../documents/index.js';
import { packedCatalogueSchema } from '../model/index.js';
import type { PackedCatalogue, PackedDocument } from '../model/index.js';
import { checkAgainst } from './check-against.js';
import { hashOfDocument, hashOfPacked } from './packed-hash.js';
import { bareMessage, literal } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import { tell } from './messages.js';

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
    const args = { version: literal(JSON.stringify(version ?? null)) };
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

function readJson(input: PackedInput): { value: JsonValue } | { reason: Message } {
  if (typeof input === 'object' && !(input instanceof Uint8Array)) return { value: input as JsonObject };
  try {
    const text = typeof input === 'string' ? input : new TextDecoder('utf-8', { fatal: true }).decode(input);
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue };
  } catch (error) {
    // The message of a JSON parser may quote what stands there.
    return { reason: tell(error instanceof SyntaxError ? 'packed.no-json' : 'packed.no-utf-8') };
  }
}

function faultOf(value: JsonValue): Message | undefined {
  if (!isObject(value)) return tell('packed.no-object');
  return own(value, 'kind') === 'packed-catalogue' ? undefined : tell('packed.other-kind');
}

/** Documents stand three levels below the top. */
const mostDeep = documentLimits.depth + 3;

function faultOfDocuments(value: JsonObject): Message | undefined {
  if (isDeeperThan(value, mostDeep)) return tell('packed.too-deep', { limit: mostDeep });
  const issue = checkAgainst(packedCatalogueSchema(), value)[0];
  if (issue !== undefined)
    return tell('packed.misfit', { pointer: issue.pointer, issue: bareMessage(issue) });
  const { documents, manifest } = value as unknown as PackedCatalogue;
  const files = new Set<string>();
  for (const { file } of documents) {
    if (files.has(file)) return tell('packed.file-twice', { file });
    files.add(file);
  }
  return manifest === undefined || files.has(manifest) ? undefined : tell('packed.no-manifest');
}

/** One finding for each changed document; or one for the whole, where each document is as it was. */
function changesOf(packed: PackedCatalogue, file: string): Diagnostic[] {
  const changed = packed.documents.flatMap((entry: PackedDocument, index) =>
    hashOfDocument(entry) === entry.hash
      ? []
      : [
          createDiagnostic(
            'catalogue/packed-changed',
            { what: { name: entry.file } },
            { file, pointer: `/documents/${index}` },
          ),
        ],
  );
  if (changed.length > 0) return changed;
  const { hash, ...rest } = packed;
  if (hashOfPacked(rest) === hash) return [];
  return [
    createDiagnostic('catalogue/packed-changed', { what: tell('packed.list') }, { file, pointer: '/hash' }),
  ];
}
