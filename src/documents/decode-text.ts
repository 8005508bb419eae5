/** The text of a file, or the byte at which it stops being UTF-8. A byte order mark is no part of the text. */
export type Decoded = { text: string } | { badByte: number };

const byteOrderMark = 0xfeff;

/** Decodes UTF-8 strictly (RFC 3629). */
export function decodeText(input: string | Uint8Array): Decoded {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (typeof text === 'number') return { badByte: text };
  return { text: text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text };
}

function decodeUtf8(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return firstBadByte(bytes);
  }
}

/** Halves the prefix that still decodes: a stream decoder refuses only what no further byte can mend. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
