import { JS, type CharSet, type NoParent, type Expression } from 'refa';
import { limits, NotRepresentable } from './limits.js';
import { withoutProperties } from './properties.js';

/** The syntax tree of a pattern, with `^`, `$` and `\b` written as lookarounds (refa's RE AST). */
export type Syntax = NoParent<Expression>;
export type Sequence = Syntax['alternatives'][number];
export type Term = Sequence['elements'][number];
export type { CharSet };

/**
 * Parses a `pattern` of JSON Schema: an ECMA-262 regular expression with the `u` flag
 * (JSON Schema draft 2020-12 validation, section 6.3.3; core, section 6.4).
 *
 * @throws NotRepresentable where the text is too large, is no regular expression, or has backreferences
 */
export function parsePattern(pattern: string): Syntax {
  if (!isPattern(pattern)) throw new NotRepresentable('not a regular expression');
  try {
    const parser = JS.Parser.fromLiteral({ source: withoutProperties(pattern), flags: 'u' });
    // Resolving backreferences is left off: a group that took no part matches the empty word, and only
    // what is exact may enter a verdict.
    return parser.parse({ assertions: 'parse', backreferences: 'throw', maxBackreferenceWords: 0 })
      .expression;
  } catch (error) {
    throw new NotRepresentable(error instanceof Error ? error.message : 'not parsed');
  }
}

/** Is the text a regular expression with the `u` flag, and of a size that is parsed at all? */
export function isPattern(pattern: string): boolean {
  if (pattern.length > limits.source || nesting(pattern) > limits.nesting) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** An upper bound of the depth of groups; brackets in classes and escapes only make it larger. */
function nesting(pattern: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of pattern) {
    if (char === '(') deepest = Math.max(deepest, ++depth);
    if (char === ')') depth = Math.max(0, depth - 1);
  }
  return deepest;
}
