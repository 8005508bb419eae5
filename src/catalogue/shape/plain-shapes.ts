import { deepEqual, own, pointer, suggest } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { createDiagnostic, meantAs, writeAs } from '../../diagnostics/index.js';
import type { DiagnosticDetails } from '../../diagnostics/index.js';
import type { Compile } from './compile.js';
import { broken } from './issue.js';
import type { Check, Kept, ShapeContext } from './issue.js';
import { oneOfMeant, textFormMeant, typeMeant } from './remedy.js';
import { formOf, nameOfType, typeOf, wordsFor } from './words.js';
import { listOf, tellKind, valueArg } from '../../messages/index.js';
import type { Message, PlainArg } from '../../messages/index.js';
import { tell } from '../messages.js';

/** A check of the type alone. */
export function typeCheck(types: readonly string[]): Check {
  return (value, context) => (types.includes(typeOf(value)) ? value : wrongType(value, types, context));
}

/** Reports a value of another type. */
export function wrongType(
  value: JsonValue,
  expected: readonly string[],
  context: ShapeContext,
): typeof broken {
  const args = { expected: listOf(expected.map(nameOfType), 'or'), actual: nameOfType(typeOf(value)) };
  context.report(
    createDiagnostic('catalogue/wrong-type', args, context.value(), helpOnType(value, expected, context)),
  );
  return broken;
}

function helpOnType(value: JsonValue, expected: readonly string[], context: ShapeContext): DiagnosticDetails {
  if (expected.length === 1 && expected[0] === 'boolean' && typeof value !== 'boolean') {
    const meant = typeMeant(value, expected, context);
    if (meant === undefined) return { help: tell('help.true-or-false') };
  }
  if (value === null) return { help: tell('help.nothing') };
  if (value === true && ['when', 'require'].includes(String(context.tokens.at(-1))))
    return { help: tell('help.always') };
  return writeAs(typeMeant(value, expected, context));
}

/** The check of `const` and `enum`, where the schema has one of them. */
export function fixedValues(schema: JsonObject): Check | undefined {
  const constant = own(schema, 'const');
  const values = constant !== undefined ? [constant] : own(schema, 'enum');
  if (!Array.isArray(values)) return undefined;
  // A list that nobody reads to its end tells nothing; what was perhaps meant is told in any case.
  const allowed =
    values.length > 20
      ? tell('expected.first-of', {
          values: listOf(values.slice(0, 6).map(valueArg), 'comma'),
          count: values.length,
        })
      : listOf(values.map(valueArg), 'or');
  const words = values.filter((value) => typeof value === 'string');
  return (value, context) => {
    if (values.some((candidate) => deepEqual(candidate, value))) return value;
    const near = typeof value === 'string' ? suggest(value, words) : [];
    context.report(
      createDiagnostic(
        'catalogue/not-one-of',
        { value: valueArg(value), allowed },
        context.value(),
        near.length > 0 ? meantAs(near) : writeAs(oneOfMeant(value, context)),
      ),
    );
    return broken;
  };
}

/** What one word may be put in the place of. */
const plainWord = /^[^\s{[]+$/u;

/** The check of a text: its length (in code points) and its pattern. */
export function compileString(schema: JsonObject): Check {
  const minLength = count(schema, 'minLength', 0);
  const maxLength = count(schema, 'maxLength', Infinity);
  const pattern = own(schema, 'pattern');
  const expression = typeof pattern === 'string' ? new RegExp(pattern, 'u') : undefined;
  const expected = wordsFor(schema);
  const form = formOf(schema);
  return (value, context) => {
    if (typeof value !== 'string') return wrongType(value, ['string'], context);
    if (value.length < minLength)
      return outOfRange(tell('found.empty-text'), tell('expected.some-text'), context);
    if (value.length > maxLength && [...value].length > maxLength) {
      return outOfRange(tell('found.the-text'), tell('bound.characters', { count: maxLength }), context);
    }
    if (expression !== undefined && !expression.test(value)) {
      const args = { value: shortened(value), expected };
      const meant = textFormMeant(value, form, context);
      const help = meant.length === 1 && !plainWord.test(meant[0]!) ? writeAs(meant[0]) : meantAs(meant);
      context.report(createDiagnostic('catalogue/malformed', args, context.value(), help));
      return broken;
    }
    return value;
  };
}

/** The check of a number: integer or not, and its bounds. */
export function compileNumber(schema: JsonObject): Check {
  const integer = own(schema, 'type') === 'integer';
  const minimum = count(schema, 'minimum', -Infinity);
  const maximum = count(schema, 'maximum', Infinity);
  return (value, context) => {
    if (typeof value !== 'number') return wrongType(value, [integer ? 'integer' : 'number'], context);
    if (integer && !Number.isSafeInteger(value))
      return outOfRange(value, tellKind('kind.whole-number'), context);
    if (value < minimum) {
      const isSunday = value === 0 && context.tokens.at(-2) === 'weekend';
      return outOfRange(
        value,
        tell('bound.least', { limit: minimum }),
        context,
        isSunday ? writeAs('7') : {},
      );
    }
    if (value > maximum) return outOfRange(value, tell('bound.most', { limit: maximum }), context);
    return value;
  };
}

/** The check of a list: its length and its items. A broken item is left out. */
export function compileArray(schema: JsonObject, compile: Compile): Check {
  const item = compile(own(schema, 'items'));
  const minItems = count(schema, 'minItems', 0);
  return (value, context) => {
    if (!Array.isArray(value)) return wrongType(value, ['array'], context);
    if (value.length < minItems) {
      const found = tellKind('kind.list-of', { count: value.length });
      const help = context.tokens.at(-1) === 'anyOf' ? { help: tell('help.one-alternative') } : {};
      return outOfRange(found, tell('bound.entries', { count: minItems }), context, help);
    }
    let kept: JsonValue[] | undefined;
    for (const [index, child] of value.entries()) {
      context.tokens.push(index);
      const result: Kept = item(child, context);
      if (result === broken) context.dropped.add(pointer(...context.tokens));
      context.tokens.pop();
      if (result !== child) kept ??= value.slice(0, index);
      if (result !== broken) kept?.push(result);
    }
    if (kept === undefined) return value;
    return kept.length < minItems ? broken : kept;
  };
}

function outOfRange(
  value: PlainArg,
  bound: Message,
  context: ShapeContext,
  help: DiagnosticDetails = {},
): typeof broken {
  context.report(createDiagnostic('catalogue/out-of-range', { value, bound }, context.value(), help));
  return broken;
}

function count(schema: JsonObject, keyword: string, otherwise: number): number {
  const value = own(schema, keyword);
  return typeof value === 'number' ? value : otherwise;
}

function shortened(value: string): string {
  const letters = [...value];
  return letters.length <= 60 ? value : `${letters.slice(0, 60).join('')}…`;
}
