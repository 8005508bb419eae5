/** The text of a file, or the byte at which it stops being UTF-8. A byte order mark is no part of the text. */
export type Decoded = { text: string } | { badByte: number };

const byteOrderMark = 0xfeff;

/** Decodes UTF-8 strictly (RFC 3629). */
export function decodeText(input: string | Uint8Array): Decoded {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (typeof text === 'number') return { badByte: text };
  return { text: text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | number {
  try {
    return strict.decode(bytes);
  } catch {
    return firstBadByte(bytes);
  }
}

/** The start of the first ill-formed sequence (Unicode 16.0, table 3-7, "Well-Formed UTF-8 Byte Sequences"). */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  for (let index = 2; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
