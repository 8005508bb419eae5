import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { FormField, Predicate } from '../../model/index.js';
import { predicateInWords } from '../../predicate/index.js';
import type { Asked, Vocabulary } from '../../predicate/index.js';
import { plainCondition } from './plain-condition.js';
import type { Say } from '../../languages/index.js';

/** What people call the things of which a condition speaks, and what is known of them. */
export interface ConditionTitles {
  readonly say: Say;
  quoted(text: string): string;
  /** @param of the role that is spoken of, which is not named again */
  field(field: string, of?: string): string;
  value(field: string, value: JsonValue): string;
  role(role: string): string;
  choice(use: string): string;
  /** A yes-or-no question with its answer as a statement; undefined where the language has no way of saying so. */
  statement?: (field: string, isSo: boolean, of?: string) => string | undefined;
  list(items: readonly string[]): string;
  either(items: readonly string[]): string;
  formField(field: string): FormField | undefined;
  least(role: string): number;
  isImplied(given: Predicate, predicate: Predicate): boolean;
  isCertain(predicate: Predicate): boolean;
}

/** A condition in one sentence of people's words; undefined where it always holds. */
export function conditionWords(when: Predicate | undefined, words: ConditionTitles): string | undefined {
  if (when === undefined) return undefined;
  const plain = plainCondition(when, {
    field: (name) => words.formField(name),
    least: (role) => words.least(role),
    isImplied: (given, part) => words.isImplied(given, part),
  });
  return plain === true || words.isCertain(plain) ? undefined : predicateInWords(plain, vocabularyOf(words));
}

/** People's words for the parts of a condition: titles and labels. */
function vocabularyOf(words: ConditionTitles): Vocabulary<string> {
  const { say } = words;
  return {
    constant: (isMet) => say(isMet ? 'words.always' : 'words.never'),
    test: (name, asked, of) => {
      const said = asked.map(
        (one) =>
          answered(name, one, of, words) ??
          askedWords({ name, field: words.quoted(words.field(name, of)) }, one, words),
      );
      return words.list(said);
    },
    choice: (use, isChosen) =>
      say(isChosen ? 'words.chosen' : 'words.notChosen', { matter: words.choice(use) }),
    joined: (by, parts, isInside) => {
      const separator = say(by === 'all' ? 'words.allSeparator' : 'words.anySeparator');
      const condition = say(by === 'all' ? 'words.allPair' : 'words.anyPair', {
        first: parts.slice(0, -1).join(separator),
        last: parts.at(-1)!,
      });
      return isInside ? say('words.group', { condition }) : condition;
    },
    existing: (role) => say('words.exists', { role: words.role(role) }),
    quantified: (by, role, condition) =>
      say(by === 'some' ? 'words.some' : 'words.every', { role: words.role(role), condition }),
  };
}

/** A yes-or-no question and its answer in one statement. */
function answered(
  name: string,
  asked: Asked,
  of: string | undefined,
  words: ConditionTitles,
): string | undefined {
  if (asked.kind !== 'value' || typeof asked.value !== 'boolean') return undefined;
  return words.statement?.(name, asked.value !== asked.isDenied, of);
}

/** A field by its name in the documents, and as people call it. */
interface Named {
  name: string;
  field: string;
}

const limits = {
  '≥': 'words.atLeast',
  '≤': 'words.atMost',
  '>': 'words.moreThan',
  '<': 'words.lessThan',
} as const;
const opposites = { '≥': '<', '≤': '>', '>': '≤', '<': '≥' } as const;

function askedWords({ name, field }: Named, asked: Asked, words: ConditionTitles): string {
  const { say } = words;
  const one = (part: JsonValue) => words.quoted(words.value(name, part));
  const meets = (schema: JsonSchema, isDenied: boolean) =>
    say(isDenied ? 'words.meetsNot' : 'words.meets', { field, schema: JSON.stringify(schema) });
  switch (asked.kind) {
    case 'given':
      return say('words.given', { field });
    case 'impossible':
      return say('words.impossible', { field });
    case 'value':
      return say(asked.isDenied ? 'words.isNot' : 'words.is', { field, value: one(asked.value) });
    case 'values':
      return say(asked.isDenied ? 'words.isNoneOf' : 'words.isOneOf', {
        field,
        values: words.either(asked.values.map(one)),
      });
    case 'limit': {
      const sign = asked.isDenied ? opposites[asked.sign] : asked.sign;
      return say(limits[sign], { field, value: words.value(name, asked.limit) });
    }
    case 'member':
      return asked.isDenied
        ? meets({ contains: { const: asked.value } }, true)
        : say('words.holds', { field, value: one(asked.value) });
    case 'pattern':
      return patternWords(field, asked, words) ?? meets({ pattern: asked.pattern }, asked.isDenied);
    case 'schema':
      return meets(asked.schema, asked.isDenied);
  }
}

/** The patterns that people write most: a beginning, an end, a whole text. */
function patternWords(
  field: string,
  { pattern, isDenied }: Extract<Asked, { kind: 'pattern' }>,
  words: ConditionTitles,
): string | undefined {
  const [, begins, text = '', ends] = /^(\^?)([\p{L}\p{N} _-]+)(\$?)$/u.exec(pattern) ?? [];
  if (text === '') return undefined;
  const { say } = words;
  const value = words.quoted(text);
  if (isDenied)
    return begins === '^' && ends === '' ? say('words.beginsNotWith', { field, value }) : undefined;
  if (begins === '^' && ends === '$') return say('words.is', { field, value });
  if (begins === '^') return say('words.beginsWith', { field, value });
  return say(ends === '$' ? 'words.endsWith' : 'words.holds', { field, value });
}
