import type { AST } from '@eslint-community/regexpp';
import { charSet, complementOf, everything, type CharSet, type Range } from './char-set.js';
import { engineSet } from './engine-set.js';

/** What the flags and the modifiers around a part of a pattern say. */
export interface Flags {
  /** The classes of the whole pattern that the engine has been asked for so far. */
  readonly asked: Set<string>;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

const one = (codePoint: number): Range => ({ min: codePoint, max: codePoint });
const range = (min: string, max: string): Range => ({ min: min.codePointAt(0)!, max: max.codePointAt(0)! });

/** `LineTerminator` (ECMA-262, section 12.3). */
const lineTerminators = charSet([one(0x0a), one(0x0d), { min: 0x2028, max: 0x2029 }]);
const digits = charSet([range('0', '9')]);
/** `WordCharacters` without the flag `i` (ECMA-262, section 22.2.2.9.3). */
const words = charSet([range('a', 'z'), range('A', 'Z'), range('0', '9'), range('_', '_')]);
/** `WhiteSpace` and `LineTerminator` (ECMA-262, sections 12.2 and 12.3). */
const spaces = charSet([
  { min: 0x09, max: 0x0d },
  ...[0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff].map(one),
  { min: 0x2000, max: 0x200a },
  { min: 0x2028, max: 0x2029 },
]);

/** The characters that a part of a pattern for one character matches. */
export function setOf(
  node: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.CharacterClassRange,
  flags: Flags,
): CharSet {
  if (node.type === 'CharacterSet' && node.kind === 'any') return anyCharacter(flags);
  // What is equal but for its case only the engine knows in full.
  if (flags.ignoreCase) return engineSet(node.raw, 'iu', flags.asked);
  switch (node.type) {
    case 'Character':
      return [one(node.value)];
    case 'CharacterClassRange':
      return [{ min: node.min.value, max: node.max.value }];
    case 'CharacterSet':
      return escapeSet(node, flags);
    case 'CharacterClass': {
      const members = charSet(node.elements.flatMap((element) => memberSet(element, flags)));
      return node.negate ? complementOf(members) : members;
    }
  }
}

/** `.`, which passes over line terminators unless the flag `s` is set. */
export function anyCharacter({ dotAll }: { dotAll: boolean }): CharSet {
  return dotAll ? everything : complementOf(lineTerminators);
}

/** The characters that `\b` tells from others. */
export function wordCharacters({ ignoreCase, asked }: Flags): CharSet {
  return ignoreCase ? engineSet(String.raw`\w`, 'iu', asked) : words;
}

type Member = AST.CharacterClass['elements'][number];

function memberSet(member: Member, flags: Flags): CharSet {
  switch (member.type) {
    case 'Character':
    case 'CharacterClassRange':
    case 'CharacterSet':
      return setOf(member, flags);
    default:
      // Classes within classes and strings in them come with the flag `v`, which patterns of JSON Schema have not.
      throw new Error(`A class with the flag "u" holds no ${member.type}.`);
  }
}

function escapeSet(node: Exclude<AST.CharacterSet, AST.AnyCharacterSet>, { asked }: Flags): CharSet {
  if (node.kind === 'property') return engineSet(node.raw, 'u', asked);
  const set = { digit: digits, space: spaces, word: words }[node.kind];
  return node.negate ? complementOf(set) : set;
}
