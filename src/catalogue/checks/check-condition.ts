import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { Condition, ConditionMap } from '../../model/index.js';
import { accepts } from '../../schema/index.js';
import type { CheckContext, Place } from './check-context.js';
import { checkField, schemaOfField } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { checkSchema } from './check-schema.js';
import { valuesOf } from './element-values.js';
import { suggested } from '../../diagnostics/index.js';

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
    } else if (test !== undefined) {
      checkTest(key, test, scope, place.at(key), context);
    }
  }
}

function checkTest(field: string, test: JsonSchema, scope: Scope, place: Place, context: CheckContext): void {
  if (!checkField(field, scope, place.key, context)) return;
  if (!checkSchema(test, place, context)) return;
  const schema = schemaOfField(field, scope, context);
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
  if (Array.isArray(listed)) {
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
  if (accepts(schema, value) !== false) return;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  context.report(
    'catalogue/unknown-value',
    { field, value: text },
    place.value,
    suggested(text, valuesOf(schema) ?? []),
  );
}
