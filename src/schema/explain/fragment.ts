import { escapeToken } from '../../base/index.js';

/** The tokens of a pointer as part of a URI fragment (RFC 6901, section 6). */
export function fragment(...tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${percentEncoded(escapeToken(token))}`).join('');
}

/** What a fragment may not hold is percent-encoded (RFC 3986, section 3.5); lone surrogates have no encoding. */
function percentEncoded(token: string): string {
  return encodeURI(token.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('#', '%23');
}
