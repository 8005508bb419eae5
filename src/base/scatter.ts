/** A number from 0 up to, and not including, 1 that depends on the text alone (FNV-1a, 32 bits): spread, not secret. */
export function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash / 0x1_0000_0000;
}
