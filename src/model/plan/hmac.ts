import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 180-4) of a text, under a key that is a text. Synchronous: what is signed comes in the
 * order in which it was asked for, which the Web Crypto API does not promise.
 */
export function hmacSha256(key: string, text: string): Uint8Array {
  return hmac(sha256, utf8ToBytes(key), utf8ToBytes(text));
}
