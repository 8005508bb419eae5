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

/**
 * Tokens signed with HMAC-SHA-256 (RFC 2104). Nothing needs to be stored to check one, and the same submission always
 * gets the same token.
 * @param secret at least 32 characters, kept with the cases
 */
export function createTokens(secret: string): Tokens {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = globalThis.crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
    'verify',
  ]);
  return {
    async issue({ case: id, step, round }) {
      const body = toBase64Url(encoder.encode(JSON.stringify([id, step, round])));
      const signature = await globalThis.crypto.subtle.sign('HMAC', await key, encoder.encode(body));
      return `${body}.${toBase64Url(new Uint8Array(signature))}`;
    },
    async read(token) {
      if (typeof token !== 'string' || token.length > longest) return undefined;
      const [body, signature, ...rest] = token.split('.');
      const bytes = signature === undefined ? undefined : fromBase64Url(signature);
      if (body === undefined || bytes === undefined || rest.length > 0) return undefined;
      const genuine = await globalThis.crypto.subtle.verify('HMAC', await key, bytes, encoder.encode(body));
      const text = genuine ? fromBase64Url(body) : undefined;
      if (text === undefined) return undefined;
      const [id, step, round] = JSON.parse(new TextDecoder().decode(text)) as [string, string, number];
      return { case: id, step, round };
    },
  };
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
