import { assertArguments } from '../../../messages/index.js';
import type { JsonSchema, JsonValue } from '../../../base/index.js';
import { isObject } from '../../../base/index.js';
import { sayIn } from '../../../languages/index.js';
import type { Say } from '../../../languages/index.js';
import { useChosenBy } from '../../../model/index.js';
import type { Predicate } from '../../../model/index.js';
import { selfContained } from '../../../schema/index.js';

/** A condition in one line, by the names that the documents use: `mother.insurance = employee and …`. */
export function conditionText(predicate: Predicate, say: Say = sayIn('en')): string {
  assertArguments('conditionText', { predicate: 'condition', say: 'function' }, { predicate, say });
  return write(predicate, false, say);
}

/** `if …`, or nothing where it always holds. */
export function ifText(when: Predicate | undefined, say: Say): string {
  return when === undefined || when === true
    ? ''
    : say('condition.if', { condition: conditionText(when, say) });
}

/** A text with the condition under which it counts, and the text alone where it always does. */
export function conditionalText(text: string, when: Predicate | undefined, say: Say): string {
  const condition = ifText(when, say);
  if (condition === '' || text === '') return text + condition;
  return say('condition.aside', { text, condition });
}

function write(predicate: Predicate, inside: boolean, say: Say): string {
  if (typeof predicate === 'boolean') return say(predicate ? 'condition.always' : 'condition.never');
  if ('field' in predicate) return testText(predicate.field, predicate.schema, say);
  if ('all' in predicate) return joined(predicate.all, 'condition.and', inside, say);
  if ('any' in predicate) return joined(predicate.any, 'condition.or', inside, say);
  if ('some' in predicate && predicate.of === true) return say('condition.exists', { role: predicate.some });
  const condition = write(predicate.of, true, say);
  return 'some' in predicate
    ? say('condition.some', { role: predicate.some, condition })
    : say('condition.every', { role: predicate.every, condition });
}

function joined(
  parts: readonly Predicate[],
  by: 'condition.and' | 'condition.or',
  inside: boolean,
  say: Say,
): string {
  const text = parts.map((part) => write(part, true, say)).join(say(by));
  return inside && parts.length > 1 ? `(${text})` : text;
}

function testText(field: string, schema: JsonSchema, say: Say): string {
  const [first, ...more] = testsOf(selfContained(schema), say);
  const use = useChosenBy(field);
  if (use !== undefined) {
    if (first === '= true' && more.length === 0) return say('condition.chosen', { use });
    if (first === '≠ true' && more.length === 0) return say('condition.notChosen', { use });
  }
  return [`${field} ${first ?? say('condition.given')}`, ...more].join(say('condition.and'));
}

/** The keywords of a test in words; a keyword that has none is shown as it is written. */
function testsOf(schema: JsonSchema, say: Say): string[] {
  if (typeof schema === 'boolean') return [say(schema ? 'condition.given' : 'condition.impossible')];
  return Object.entries(schema).map(([keyword, value]) => wordsOf(keyword, value, say));
}

function wordsOf(keyword: string, value: JsonValue, say: Say): string {
  switch (keyword) {
    case 'const':
      return `= ${plain(value)}`;
    case 'enum':
      return Array.isArray(value) && value.length === 1
        ? `= ${plain(value[0]!)}`
        : say('condition.in', { values: listOf(value) });
    case 'minimum':
      return `≥ ${plain(value)}`;
    case 'maximum':
      return `≤ ${plain(value)}`;
    case 'exclusiveMinimum':
      return `> ${plain(value)}`;
    case 'exclusiveMaximum':
      return `< ${plain(value)}`;
    case 'pattern':
      return say('condition.matches', { pattern: plain(value) });
    case 'not':
      return notText(value, say);
    default:
      return say('condition.meets', { schema: `${keyword}: ${JSON.stringify(value)}` });
  }
}

function notText(value: JsonValue, say: Say): string {
  const keywords = isObject(value) ? Object.entries(value) : [];
  const [only] = keywords;
  if (only !== undefined && keywords.length === 1) {
    const [keyword, inner] = only;
    if (keyword === 'const') return `≠ ${plain(inner)}`;
    if (keyword === 'enum') return say('condition.notIn', { values: listOf(inner) });
    if (keyword === 'pattern') return say('condition.matchesNot', { pattern: plain(inner) });
    if (keyword === 'minimum') return say('condition.notAtLeast', { value: plain(inner) });
    if (keyword === 'maximum') return say('condition.notAtMost', { value: plain(inner) });
  }
  return say('condition.meetsNot', { schema: JSON.stringify(value) });
}

function listOf(value: JsonValue): string {
  return Array.isArray(value) ? `[${value.map(plain).join(', ')}]` : plain(value);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
