import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../base/index.js';

/**
 * The content hash of a JSON document: SHA-256 (FIPS 180-4) over its canonical text (RFC 8785).
 * @returns `sha256-` and 64 hexadecimal digits
 */
export function contentHash(document: unknown): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalJson(document))))}`;
}
