import { fieldKey } from '../../model/index.js';
import { isEmpty } from '../../schema/index.js';
import type { BlockUse, Bundle, BundleRole, BundleUse, Use } from '../../model/index.js';
import type { Entry } from '../source-file.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkCondition } from './check-condition.js';
import { checkField, checkRole, checkRoles, schemaOfField, scopeOf } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { checkPlaces } from './check-places.js';
import { checkTitle } from './check-title.js';
import { literal } from '../../messages/index.js';
import { tell } from '../messages.js';
import { suggested } from '../../diagnostics/index.js';
import { kindInWords } from '../../model/index.js';

/** Checks everything that a bundle refers to. Whether roles fit each other is for composing to say. */
export function checkBundle({ document, file }: Entry<Bundle>, context: CheckContext): void {
  const place = Place.of(file);
  const scope = scopeOf('bundle', document, context);
  checkTitle(document.title, place, context);
  checkRoles(document.roles, place.at('roles'), context);
  for (const [role, stated] of Object.entries(document.roles)) {
    if (typeof stated === 'string') continue;
    checkBundleRole(stated, scope, place.at('roles', role), context);
    checkKey(role, stated, scope, place.at('roles', role), context);
  }
  checkRole(document.applicant, scope, place.at('applicant').value, context);
  for (const [index, field] of (document.known ?? []).entries()) {
    checkField(field, scope, place.at('known', index).value, context);
  }
  for (const [index, registry] of (document.registries ?? []).entries()) {
    context.refer('registry', registry, place.at('registries', index).value);
  }
  for (const [index, { require }] of (document.eligibility ?? []).entries()) {
    checkCondition(require, scope, place.at('eligibility', index, 'require'), context);
  }
  checkUses(document.uses, scope, place.at('uses'), context);
}

function checkBundleRole(role: BundleRole, scope: Scope, place: Place, context: CheckContext): void {
  checkTitle(role.title, place, context);
  checkCondition(role.when, scope, place.at('when'), context);
  const { min, max } = role.many ?? {};
  if (min === undefined || max === undefined || min <= max) return;
  const args = { value: literal(`min: ${min}`), bound: tell('bound.most-of-max', { max }) };
  context.report('catalogue/out-of-range', args, place.at('many', 'min').value);
}

/** The items of a role are told apart by one value of each: a text, a number or a boolean. */
function checkKey(
  role: string,
  { key, many }: BundleRole,
  scope: Scope,
  place: Place,
  context: CheckContext,
): void {
  if (key === undefined) return;
  const field = fieldKey(role, key);
  if (!checkField(field, scope, place.at('key').value, context)) return;
  if (many === undefined) context.report('catalogue/key-of-one', { role }, place.at('key').key);
  const schema = schemaOfField(field, scope, context);
  if (schema === undefined) return;
  const composite = isEmpty({ allOf: [schema, { type: ['array', 'object', 'null'] }] });
  if (composite.verdict === 'no')
    context.report('catalogue/key-not-single', { field }, place.at('key').value);
}

function checkUses(uses: readonly Use[], scope: Scope, place: Place, context: CheckContext): void {
  for (const [index, use] of uses.entries()) {
    const at = place.at(index);
    if ('oneOf' in use) checkUses(use.oneOf, scope, at.at('oneOf'), context);
    else checkUse(use, scope, at, context);
  }
}

function checkUse(use: BlockUse | BundleUse, scope: Scope, place: Place, context: CheckContext): void {
  const [kind, id] = 'block' in use ? (['block', use.block] as const) : (['bundle', use.bundle] as const);
  checkCondition(use.when, scope, place.at('when'), context);
  if ('block' in use) checkPlaces(use.places, scope, place.at('places'), context);
  checkRole(use.each, scope, place.at('each').value, context);
  context.refer(kind, id, place.at(kind).value);
  const names = context.index.names(kind, id);
  for (const [role, bound] of Object.entries(use.with ?? {})) {
    const at = place.at('with', role);
    checkRole(bound, scope, at.value, context);
    if (names === undefined || names.open || names.known.has(role)) continue;
    const args = { kind: kindInWords(kind), id, role };
    context.report('catalogue/unknown-binding', args, at.key, suggested(role, names.known));
  }
}
