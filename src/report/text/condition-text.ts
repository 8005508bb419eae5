import type { JsonSchema, JsonValue } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import type { Predicate } from '../../model/index.js';

const choice = 'choices.';

/** A condition in one line, by the names that the documents use: `mother.insurance = employee and …`. */
export function conditionText(predicate: Predicate): string {
  return write(predicate, false);
}

/** ` if …`, or nothing where it always holds. */
export function ifText(when: Predicate | undefined): string {
  return when === undefined || when === true ? '' : `if ${conditionText(when)}`;
}

function write(predicate: Predicate, inside: boolean): string {
  if (typeof predicate === 'boolean') return predicate ? 'always' : 'never';
  if ('field' in predicate) return testText(predicate.field, predicate.schema);
  if ('all' in predicate) return joined(predicate.all, ' and ', inside);
  if ('any' in predicate) return joined(predicate.any, ' or ', inside);
  if ('some' in predicate) return `some ${predicate.some} has ${write(predicate.of, true)}`;
  return `every ${predicate.every} has ${write(predicate.of, true)}`;
}

function joined(parts: readonly Predicate[], by: string, inside: boolean): string {
  const text = parts.map((part) => write(part, true)).join(by);
  return inside && parts.length > 1 ? `(${text})` : text;
}

function testText(field: string, schema: JsonSchema): string {
  const [first, ...more] = testsOf(schema);
  if (field.startsWith(choice)) {
    const use = field.slice(choice.length);
    if (first === '= true' && more.length === 0) return `"${use}" is chosen`;
    if (first === '≠ true' && more.length === 0) return `"${use}" is not chosen`;
  }
  return [`${field} ${first ?? 'is given'}`, ...more].join(' and ');
}

/** The keywords of a test in words; a keyword that has none is shown as it is written. */
function testsOf(schema: JsonSchema): string[] {
  if (typeof schema === 'boolean') return [schema ? 'is given' : 'is impossible'];
  return Object.entries(schema).map(([keyword, value]) => wordsOf(keyword, value));
}

function wordsOf(keyword: string, value: JsonValue): string {
  switch (keyword) {
    case 'const':
      return `= ${plain(value)}`;
    case 'enum':
      return Array.isArray(value) && value.length === 1 ? `= ${plain(value[0]!)}` : `in ${listOf(value)}`;
    case 'minimum':
      return `≥ ${plain(value)}`;
    case 'maximum':
      return `≤ ${plain(value)}`;
    case 'exclusiveMinimum':
      return `> ${plain(value)}`;
    case 'exclusiveMaximum':
      return `< ${plain(value)}`;
    case 'pattern':
      return `matches ${plain(value)}`;
    case 'not':
      return notText(value);
    default:
      return `meets ${keyword}: ${JSON.stringify(value)}`;
  }
}

function notText(value: JsonValue): string {
  const keywords = isObject(value) ? Object.entries(value) : [];
  const [only] = keywords;
  if (only !== undefined && keywords.length === 1) {
    const [keyword, inner] = only;
    if (keyword === 'const') return `≠ ${plain(inner)}`;
    if (keyword === 'enum') return `not in ${listOf(inner)}`;
    if (keyword === 'pattern') return `does not match ${plain(inner)}`;
    if (keyword === 'minimum') return `not ≥ ${plain(inner)}`;
    if (keyword === 'maximum') return `not ≤ ${plain(inner)}`;
  }
  return `meets not: ${JSON.stringify(value)}`;
}

function listOf(value: JsonValue): string {
  return Array.isArray(value) ? `[${value.map(plain).join(', ')}]` : plain(value);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
