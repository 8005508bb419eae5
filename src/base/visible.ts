/**
 * A text on one line, without marks that turn the direction of writing or are not seen at all: with them a title could
 * show something else than it says (Unicode Technical Report 36, section 2.6).
 */
export function visible(text: string): string {
  return text
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
