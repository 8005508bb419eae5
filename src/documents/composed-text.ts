/** Texts of which every character composes to itself: most of them, and quicker to see than to compose. */
const alreadyComposed = /^[\x00-\u02ff\u3000-\u3029\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]*$/u; // eslint-disable-line no-control-regex

/**
 * The text in Unicode normal form C. What looks and means the same is the same name, however an editor or a file system
 * has encoded it: "é" is one character or two.
 */
export function composedText(text: string): string {
  return alreadyComposed.test(text) ? text : text.normalize('NFC');
}
