import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { useChosenBy } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { selfContained } from '../../schema/index.js';
import { plainCondition } from './plain-condition.js';
import type { Words } from './words.js';

/** A condition in one sentence of people's words; undefined where it always holds. */
export function conditionWords(when: Predicate | undefined, words: Words): string | undefined {
  if (when === undefined) return undefined;
  const plain = plainCondition(when, {
    field: (name) => words.formField(name),
    least: (role) => words.least(role),
    isImplied: (given, part) => words.isImplied(given, part),
  });
  return plain === true || words.isCertain(plain) ? undefined : write(plain, { words }, false);
}

/** Where a condition is written: about the items of a role, the role need not be named again. */
interface Scope {
  words: Words;
  of?: string;
}

function write(predicate: Predicate, scope: Scope, inside: boolean): string {
  const { words } = scope;
  const { say } = words;
  if (typeof predicate === 'boolean') return say(predicate ? 'words.always' : 'words.never');
  if ('field' in predicate) return testWords(predicate.field, predicate.schema, scope);
  if ('all' in predicate) return joined(predicate.all, 'words.allPair', 'words.allSeparator', scope, inside);
  if ('any' in predicate) return joined(predicate.any, 'words.anyPair', 'words.anySeparator', scope, inside);
  if ('some' in predicate) {
    if (predicate.of === true) return say('words.exists', { role: words.role(predicate.some) });
    return say('words.some', {
      role: words.role(predicate.some),
      condition: write(predicate.of, { words, of: predicate.some }, true),
    });
  }
  return say('words.every', {
    role: words.role(predicate.every),
    condition: write(predicate.of, { words, of: predicate.every }, true),
  });
}

function joined(
  parts: readonly Predicate[],
  pair: 'words.allPair' | 'words.anyPair',
  separator: 'words.allSeparator' | 'words.anySeparator',
  scope: Scope,
  inside: boolean,
): string {
  const { say } = scope.words;
  const texts = parts.map((part) => write(part, scope, true));
  const last = texts.at(-1) ?? '';
  if (texts.length < 2) return last;
  const condition = say(pair, { first: texts.slice(0, -1).join(say(separator)), last });
  return inside ? say('words.group', { condition }) : condition;
}

function testWords(name: string, test: JsonSchema, { words, of }: Scope): string {
  const schema = selfContained(test);
  const { say } = words;
  const negated = isObject(schema) && Object.keys(schema).length === 1 ? own(schema, 'not') : undefined;
  const use = useChosenBy(name);
  if (use !== undefined && isConst(schema, true)) return say('words.chosen', { matter: words.choice(use) });
  if (use !== undefined && (isConst(schema, false) || (negated !== undefined && isConst(negated, true)))) {
    return say('words.notChosen', { matter: words.choice(use) });
  }
  const field = words.quoted(words.field(name, of));
  if (typeof schema === 'boolean') return say(schema ? 'words.given' : 'words.impossible', { field });
  if (isObject(negated)) return notWords(name, field, negated, words);
  const parts = Object.entries(schema).map(([keyword, value]) =>
    keywordWords(name, field, keyword, value, words),
  );
  if (parts.length === 0) return say('words.given', { field });
  return words.list(parts);
}

function keywordWords(name: string, field: string, keyword: string, value: JsonValue, words: Words): string {
  const { say } = words;
  const one = (part: JsonValue) => words.quoted(words.value(name, part));
  switch (keyword) {
    case 'const':
      return say('words.is', { field, value: one(value) });
    case 'enum':
      return say('words.isOneOf', { field, values: words.either(listOf(value).map(one)) });
    case 'minimum':
      return say('words.atLeast', { field, value: words.value(name, value) });
    case 'maximum':
      return say('words.atMost', { field, value: words.value(name, value) });
    case 'exclusiveMinimum':
      return say('words.moreThan', { field, value: words.value(name, value) });
    case 'exclusiveMaximum':
      return say('words.lessThan', { field, value: words.value(name, value) });
    case 'contains':
      if (isObject(value) && own(value, 'const') !== undefined) {
        return say('words.holds', { field, value: one(own(value, 'const')!) });
      }
      return say('words.meets', { field, schema: JSON.stringify({ [keyword]: value }) });
    case 'pattern':
      return patternWords(field, value, words);
    default:
      return say('words.meets', { field, schema: JSON.stringify({ [keyword]: value }) });
  }
}

function notWords(name: string, field: string, negated: JsonObject, words: Words): string {
  const { say } = words;
  const [only] = Object.entries(negated);
  const one = (part: JsonValue) => words.quoted(words.value(name, part));
  if (only !== undefined && Object.keys(negated).length === 1) {
    const [keyword, value] = only;
    if (keyword === 'const') return say('words.isNot', { field, value: one(value) });
    if (keyword === 'enum')
      return say('words.isNoneOf', { field, values: words.either(listOf(value).map(one)) });
    if (keyword === 'minimum') return say('words.lessThan', { field, value: words.value(name, value) });
    if (keyword === 'maximum') return say('words.moreThan', { field, value: words.value(name, value) });
    const start = keyword === 'pattern' ? /^\^([\p{L}\p{N} _-]+)$/u.exec(textOf(value))?.[1] : undefined;
    if (start !== undefined) return say('words.beginsNotWith', { field, value: words.quoted(start) });
  }
  return say('words.meetsNot', { field, schema: JSON.stringify(negated) });
}

/** The patterns that people write most: a beginning, an end, a whole text. */
function patternWords(field: string, pattern: JsonValue, words: Words): string {
  const { say } = words;
  const [, begins, text = '', ends] = /^(\^?)([\p{L}\p{N} _-]+)(\$?)$/u.exec(textOf(pattern)) ?? [];
  const value = words.quoted(text);
  if (begins === '^' && ends === '$') return say('words.is', { field, value });
  if (begins === '^') return say('words.beginsWith', { field, value });
  if (ends === '$') return say('words.endsWith', { field, value });
  if (begins === '' && text !== '') return say('words.holds', { field, value });
  return say('words.meets', { field, schema: JSON.stringify({ pattern }) });
}

function isConst(schema: JsonValue, value: JsonValue): boolean {
  return isObject(schema) && Object.keys(schema).length === 1 && own(schema, 'const') === value;
}

function listOf(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}
