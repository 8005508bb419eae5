import { accepts } from '../../schema/index.js';
import type { JsonValue } from '../../base/index.js';
import { suggested } from '../../diagnostics/index.js';
import { fieldKey, isFieldKey, itemFieldParts, materialParts, useChosenBy } from '../../model/index.js';
import type { Case, Expectation } from '../../model/index.js';
import type { Entry } from '../source-file.js';
import { reportValue } from './check-condition.js';
import { Place } from './check-context.js';
import type { CheckContext, Spot } from './check-context.js';
import { checkField, checkRole, schemaOfField, scopeOf } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { checkTitle } from './check-title.js';
import { stepNames } from './step-names.js';

/**
 * Checks that a golden case speaks of a bundle, of roles, fields, materials and steps that it has, and of values that they
 * may have: a case that expects of a name that nobody has that it is not asked can never fail.
 */
export function checkCase({ document, file }: Entry<Case>, context: CheckContext): void {
  const place = Place.of(file);
  checkTitle(document.title, place, context);
  if (!context.refer('bundle', document.bundle, place.at('bundle').value)) return;
  const bundle = context.index.document('bundle', document.bundle);
  if (bundle === undefined) return;
  const scope = scopeOf('bundle', bundle, context);
  checkValues(document.facts, scope, place.at('facts'), context);
  checkValues(document.answers, scope, place.at('answers'), context);
  checkSteps(document, place, context);
  checkExpected(document.expect ?? {}, scope, place.at('expect'), context);
}

function checkSteps({ bundle, choices = {}, expect = {} }: Case, place: Place, context: CheckContext): void {
  const names = stepNames(bundle, context.index);
  if (names === undefined) return;
  const within = place.at('expect');
  const check = (step: string, at: Spot): void => {
    if (!isStep(step, names)) context.report('catalogue/unknown-step', { step }, at, suggested(step, names));
  };
  for (const step of Object.keys(choices)) check(step, place.at('choices', step).key);
  for (const step of Object.keys(expect.payloads ?? {})) check(step, within.at('payloads', step).key);
  for (const [index, step] of (expect.steps ?? []).entries()) check(step, within.at('steps', index).value);
  for (const [stage, steps] of (expect.stages ?? []).entries()) {
    for (const [index, step] of steps.entries()) check(step, within.at('stages', stage, index).value);
  }
}

/** Transfers and later forms are named after the step that they belong to; an item stands in brackets. */
function isStep(written: string, names: ReadonlySet<string>): boolean {
  const step = written.replace(/\[[^\]]*\]$/u, '').replace(/^ask-after-/, '');
  return names.has(step) || [...names].some((name) => step.startsWith(`${name}-`));
}

function checkExpected(expect: Expectation, scope: Scope, place: Place, context: CheckContext): void {
  for (const list of ['asked', 'notAsked', 'questions'] as const) {
    for (const [index, name] of (expect[list] ?? []).entries()) {
      const field = fieldOf(name);
      if (field !== undefined && useChosenBy(field) === undefined)
        checkField(field, scope, place.at(list, index).value, context);
    }
  }
  for (const list of ['materials', 'notMaterials'] as const) {
    for (const [index, name] of (expect[list] ?? []).entries()) {
      const { material, role } = materialParts(name);
      const at = place.at(list, index).value;
      if (context.refer('material', material, at))
        checkRole(role.replace(/\[[^\]]*\]$/u, ''), scope, at, context);
    }
  }
}

/** The field without the item that it is about; undefined where the name is none. */
function fieldOf(name: string): string | undefined {
  const item = itemFieldParts(name);
  if (item !== undefined) return fieldKey(item.role, item.element);
  return isFieldKey(name) ? name : undefined;
}

function checkValues(
  values: Readonly<Record<string, JsonValue>> | undefined,
  scope: Scope,
  place: Place,
  context: CheckContext,
): void {
  for (const [key, value] of Object.entries(values ?? {})) {
    if (key === 'materials') continue;
    const at = place.at(key);
    const field = fieldOf(key);
    // Which items there are, the case itself says.
    if (field === undefined) checkRole(key, scope, at.key, context);
    else if (checkField(field, scope, at.key, context)) checkValue(field, value, scope, at, context);
  }
}

function checkValue(field: string, value: JsonValue, scope: Scope, at: Place, context: CheckContext): void {
  const schema = schemaOfField(field, scope, context);
  if (schema !== undefined && accepts(schema, value) === false)
    reportValue(field, value, schema, at, context);
}
