import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { everything, type CharSet } from './char-set.js';
import { limits, NotRepresentable } from './limits.js';
import { anyCharacter, setOf, wordCharacters, type Flags } from './sets.js';

/** A pattern, or a part of it: one of the alternatives, each a sequence of terms. */
export interface Syntax {
  readonly alternatives: readonly Sequence[];
}

export type Sequence = readonly Term[];

/** A part of a pattern; `^`, `$` and `\b` are written as lookarounds. */
export type Term =
  | { readonly type: 'set'; readonly set: CharSet }
  | ({ readonly type: 'group' } & Syntax)
  | ({ readonly type: 'repetition'; readonly min: number; readonly max: number } & Syntax)
  | ({ readonly type: 'lookaround'; readonly kind: 'ahead' | 'behind'; readonly negate: boolean } & Syntax);

/**
 * Parses a `pattern` of JSON Schema: an ECMA-262 regular expression with the `u` flag
 * (JSON Schema draft 2020-12 validation, section 6.3.3; core, section 6.4).
 *
 * @throws NotRepresentable where the text is too large, is no regular expression, or has backreferences
 */
export function parsePattern(pattern: string): Syntax {
  if (!isPattern(pattern)) throw new NotRepresentable('not a regular expression');
  return syntaxOf(treeOf(pattern), {
    ignoreCase: false,
    multiline: false,
    dotAll: false,
    asked: new Set(),
  });
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

const parser = new RegExpParser();

function treeOf(pattern: string): AST.Pattern {
  try {
    return parser.parsePattern(pattern, undefined, undefined, { unicode: true });
  } catch (error) {
    // The engine may know syntax that the parser does not.
    throw new NotRepresentable(error instanceof Error ? error.message : 'not parsed');
  }
}

function syntaxOf({ alternatives }: { alternatives: AST.Alternative[] }, flags: Flags): Syntax {
  return {
    alternatives: alternatives.map(({ elements }) => elements.map((element) => termOf(element, flags))),
  };
}

function termOf(element: AST.Element, flags: Flags): Term {
  switch (element.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return { type: 'set', set: setOf(element, flags) };
    case 'CapturingGroup':
      return { type: 'group', ...syntaxOf(element, flags) };
    case 'Group':
      return { type: 'group', ...syntaxOf(element, within(element, flags)) };
    case 'Quantifier':
      return {
        type: 'repetition',
        min: element.min,
        max: element.max,
        alternatives: [[termOf(element.element, flags)]],
      };
    case 'Assertion':
      return assertionOf(element, flags);
    // A group that took no part matches the empty word, and only what is exact may enter a verdict.
    case 'Backreference':
      throw new NotRepresentable('a backreference');
    case 'ExpressionCharacterClass':
      throw new NotRepresentable('a class of the flag "v"');
  }
}

/** The flags inside a group with modifiers: `(?i-s:…)`. */
function within({ modifiers }: AST.Group, flags: Flags): Flags {
  if (!modifiers) return flags;
  const { add, remove } = modifiers;
  const set = (name: 'ignoreCase' | 'multiline' | 'dotAll'): boolean =>
    (flags[name] || add[name]) && remove?.[name] !== true;
  return {
    ...flags,
    ignoreCase: set('ignoreCase'),
    multiline: set('multiline'),
    dotAll: set('dotAll'),
  };
}

function assertionOf(assertion: AST.Assertion, flags: Flags): Term {
  switch (assertion.kind) {
    case 'lookahead':
    case 'lookbehind': {
      const kind = assertion.kind === 'lookahead' ? 'ahead' : 'behind';
      return { type: 'lookaround', kind, negate: assertion.negate, ...syntaxOf(assertion, flags) };
    }
    case 'start':
      return look('behind', false, limitOf(flags));
    case 'end':
      return look('ahead', false, limitOf(flags));
    case 'word': {
      const word = wordCharacters(flags);
      const other = assertion.negate;
      return {
        type: 'group',
        alternatives: [
          [look('behind', true, word), look('ahead', other, word)],
          [look('behind', false, word), look('ahead', !other, word)],
        ],
      };
    }
  }
}

/** What must not stand beside `^` and `$`: any character, or with the flag `m` any but the end of a line. */
function limitOf({ multiline }: Flags): CharSet {
  return multiline ? anyCharacter({ dotAll: false }) : everything;
}

/** Is one of the characters there, or is none of them? */
function look(kind: 'ahead' | 'behind', isThere: boolean, set: CharSet): Term {
  return { type: 'lookaround', kind, negate: !isThere, alternatives: [[{ type: 'set', set }]] };
}
