import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { maxCodePoint } from './alphabet.js';

const ranges = new Map<string, string>();

/**
 * The pattern with every `\p{…}` written as the ranges that the running engine means by it: engines differ in
 * their version of Unicode, and a verdict must agree with the validation that follows it.
 */
export function withoutProperties(pattern: string): string {
  if (!/\\p/i.test(pattern)) return pattern;
  const found: { start: number; end: number; text: string }[] = [];
  visitRegExpAST(new RegExpParser().parsePattern(pattern, undefined, undefined, { unicode: true }), {
    onCharacterSetEnter(node) {
      if (node.kind !== 'property') return;
      const members = rangesOf(node.raw);
      const text = node.parent.type === 'CharacterClass' ? members : `[${members}]`;
      found.push({ start: node.start, end: node.end, text });
    },
  });
  let written = '';
  let at = 0;
  for (const { start, end, text } of found.sort((a, b) => a.start - b.start)) {
    written += pattern.slice(at, start) + text;
    at = end;
  }
  return written + pattern.slice(at);
}

/** The members of a property escape such as `\p{L}`, as the inside of a character class. */
function rangesOf(escape: string): string {
  let text = ranges.get(escape);
  if (text === undefined) {
    text = measure(new RegExp(escape, 'u'));
    ranges.set(escape, text);
  }
  return text;
}

function measure(expression: RegExp): string {
  const parts: string[] = [];
  let from = -1;
  for (let codePoint = 0; codePoint <= maxCodePoint + 1; codePoint++) {
    const inside = codePoint <= maxCodePoint && expression.test(String.fromCodePoint(codePoint));
    if (inside && from < 0) from = codePoint;
    if (!inside && from >= 0) {
      parts.push(`\\u{${from.toString(16)}}-\\u{${(codePoint - 1).toString(16)}}`);
      from = -1;
    }
  }
  return parts.join('');
}
