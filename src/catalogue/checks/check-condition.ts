import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { Condition, ConditionMap } from '../../model/index.js';
import { accepts } from '../../schema/index.js';
import type { CheckContext, Place } from './check-context.js';
import { checkField, schemaOfField } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { checkSchema } from './check-schema.js';
import { partsOfOnly } from './schema-words.js';
import { valuesOf } from './element-values.js';
import { suggested, writeAs } from '../../diagnostics/index.js';
import type { DiagnosticDetails } from '../../diagnostics/index.js';
import { flowText } from '../../documents/index.js';
import { literal, oneOfThese } from '../../messages/index.js';
import { tell } from '../messages.js';
import { booleanMeant, numberMeant } from '../shape/value-words.js';

/** Checks the fields of a condition, the schemas that test them, and the values that they are compared with. */
export function checkCondition(
  condition: Condition | undefined,
  scope: Scope,
  place: Place,
  context: CheckContext,
): void {
  if (condition === undefined) return;
  if (!Array.isArray(condition)) return checkMap(condition, scope, place, context);
  for (const [index, map] of condition.entries()) checkMap(map, scope, place.at(index), context);
}

function checkMap(map: ConditionMap, scope: Scope, place: Place, context: CheckContext): void {
  for (const [key, test] of Object.entries(map)) {
    if (key === 'some' || key === 'every') {
      for (const [field, schema] of Object.entries((test ?? {}) as Record<string, JsonSchema>)) {
        checkTest(field, schema, scope, place.at(key, field), context);
      }
    } else if (key === 'not' && isObject(test)) {
      checkNegation(test, place.at(key), context);
    } else if (test !== undefined) {
      checkTest(key, test, scope, place.at(key), context);
    }
  }
}

/** A condition negates the test of a field, not itself. */
function checkNegation(map: JsonObject, place: Place, context: CheckContext): void {
  const meant = Object.fromEntries(Object.entries(map).map(([field, test]) => [field, { not: test }]));
  context.report('catalogue/not-a-field', { field: 'not' }, place.key, writeAs(flowText(meant)));
}

function checkTest(field: string, test: JsonSchema, scope: Scope, place: Place, context: CheckContext): void {
  if (!checkField(field, scope, place.key, context)) return;
  const schema = schemaOfField(field, scope, context);
  if (!checkSchema(test, place, context, schema)) return;
  if (schema !== undefined && isObject(test)) checkValues(field, test, schema, place, context);
}

/** A test for a value that the element can never have is a mistyped value. */
function checkValues(
  field: string,
  test: JsonObject,
  schema: JsonSchema,
  place: Place,
  context: CheckContext,
): void {
  const constant = own(test, 'const');
  if (constant !== undefined) checkValue(field, constant, schema, place.at('const'), context);
  const listed = own(test, 'enum');
  // Of one value with a comma in it the schema itself is found at fault.
  if (Array.isArray(listed) && partsOfOnly(listed) === undefined) {
    for (const [index, value] of listed.entries()) {
      checkValue(field, value, schema, place.at('enum', index), context);
    }
  }
  const negated = own(test, 'not');
  if (isObject(negated)) checkValues(field, negated, schema, place.at('not'), context);
}

function checkValue(
  field: string,
  value: JsonValue,
  schema: JsonSchema,
  place: Place,
  context: CheckContext,
): void {
  if (accepts(schema, value) === false) reportValue(field, value, schema, place, context);
}

/** Reports a value that an element can never have. */
export function reportValue(
  field: string,
  value: JsonValue,
  schema: JsonSchema,
  place: Place,
  context: CheckContext,
): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  context.report('catalogue/unknown-value', { field, value: text }, place.value, helpOnValue(value, schema));
}

/** What was meant by a value that an element cannot have: itself without quotes, yes or no, a list, one of few. */
export function helpOnValue(value: JsonValue, schema: JsonSchema): DiagnosticDetails {
  if (Array.isArray(value)) return writeAs(flowText({ enum: value }));
  const meant = [booleanMeant(value), numberMeant(value)].find(
    (one) => one !== undefined && accepts(schema, one) === true,
  );
  if (meant !== undefined) {
    return typeof value === 'string' && value === String(meant)
      ? { help: tell('help.unquoted', { text: literal(value) }) }
      : writeAs(String(meant));
  }
  const values = valuesOf(schema) ?? [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const parts = text.split(/\s*[,，、;；|]\s*/u);
  if (parts.length > 1 && parts.every((part) => values.includes(part))) return writeAs(flowText(parts));
  const near = suggested(text, values);
  if (near.help !== undefined || values.length === 0) return near;
  return { help: oneOfThese(values.slice(0, 20)) };
}
