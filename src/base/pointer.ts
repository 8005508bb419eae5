/** JSON Pointer (RFC 6901). */

/** Escapes one reference token (RFC 6901 section 4). */
export function escapeToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A pointer from its tokens; no tokens give the pointer to the whole document. */
export function pointer(...tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

/** The tokens of a pointer, unescaped. */
export function tokensOf(text: string): string[] {
  if (text === '') return [];
  return text
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a pointer leads to, or undefined where it leads nowhere. */
export function resolvePointer(root: unknown, text: string): unknown {
  let value: unknown = root;
  for (const token of tokensOf(text)) {
    if (Array.isArray(value)) {
      if (!/^(0|[1-9][0-9]*)$/.test(token)) return undefined;
      value = value[Number(token)];
    } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, token)) {
      value = (value as Record<string, unknown>)[token];
    } else {
      return undefined;
    }
  }
  return value;
}
