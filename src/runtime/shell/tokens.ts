import { UsageError } from '../../messages/index.js';
import { hmacSha256 } from '../../model/index.js';
import { tell } from './messages.js';

/** What a token speaks of. */
export interface TokenContent {
  case: string;
  step: string;
  round: number;
}

/** Tokens with which an authority's answer finds its way back. Signed: whoever has none cannot make one up. */
export interface Tokens {
  issue(content: TokenContent): Promise<string>;
  /** What a token speaks of, or `undefined` where it was not issued here. */
  read(token: string): Promise<TokenContent | undefined>;
}

const longest = 4_096;
const shortestSecret = 32;

/**
 * Can tokens be signed with that?
 * @throws UsageError `usage/secret`
 */
export function assertSecret(secret: string): void {
  if (typeof secret === 'string' && secret.length >= shortestSecret) return;
  throw new UsageError(tell('usage/secret'));
}

/**
 * Tokens signed with HMAC-SHA-256 (RFC 2104). Nothing needs to be stored to check one, and the same submission always
 * gets the same token.
 * @param secret at least 32 characters, kept with the cases
 * @throws UsageError `usage/secret` where it is no text, or too short to sign with
 */
export function createTokens(secret: string): Tokens {
  assertSecret(secret);
  const encoder = new TextEncoder();
  const sign = (body: string): string => toBase64Url(hmacSha256(secret, body));
  return {
    issue({ case: id, step, round }) {
      const body = toBase64Url(encoder.encode(JSON.stringify([id, step, round])));
      // eslint-disable-next-line no-restricted-syntax -- a token, no key
      return Promise.resolve(`${body}.${sign(body)}`);
    },
    read(token) {
      return Promise.resolve(contentOf(token, sign));
    },
  };
}

function contentOf(token: string, sign: (body: string) => string): TokenContent | undefined {
  if (typeof token !== 'string' || token.length > longest) return undefined;
  // eslint-disable-next-line no-restricted-syntax -- a token, no key
  const [body, signature, ...rest] = token.split('.');
  if (body === undefined || signature === undefined || rest.length > 0) return undefined;
  // A text of base64 is compared as it is, so that of all that decode to the same bytes one is ours (RFC 4648, 3.5).
  if (!isSame(signature, sign(body))) return undefined;
  const bytes = Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  const [id, step, round] = JSON.parse(new TextDecoder().decode(bytes)) as [string, string, number];
  return { case: id, step, round };
}

/** Compares in a time that does not tell how much of it was right. */
function isSame(given: string, wanted: string): boolean {
  let difference = given.length ^ wanted.length;
  for (let index = 0; index < wanted.length; index++) {
    difference |= given.charCodeAt(index) ^ wanted.charCodeAt(index);
  }
  return difference === 0;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
