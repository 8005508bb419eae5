import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.js';

/**
 * The content hash of a JSON document: SHA-256 (FIPS 180-4) over its canonical text (RFC 8785).
 * @returns `sha256-` and 64 hexadecimal digits
 */
export function contentHash(document: unknown): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalJson(document))))}`;
}

/**
 * The hash of a text as a content security policy names it (CSP Level 3, section 2.3.1, hash-source).
 * @returns `sha256-` and the digest in Base64
 */
export function sourceHash(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}`;
}
