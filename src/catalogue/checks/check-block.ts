import { isAnyOfInput, isFieldInput, isMaterialInput, parseDuration, wayName } from '../../model/index.js';
import { workingDaysOf } from '../../time/index.js';
import type { Accept, Block, Commitment, FieldInput, Input, OrderWish, Output } from '../../model/index.js';
import type { Entry } from '../source-file.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkCondition } from './check-condition.js';
import { checkField, checkRole, checkRoles, schemaOfField, scopeOf } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { checkNarrowing } from './check-narrowing.js';
import { checkPlaces } from './check-places.js';
import { checkSchema } from './check-schema.js';
import { checkTitle } from './check-title.js';
import { valuesOf } from './element-values.js';
import { listOf, literal, oneOfThese } from '../../messages/index.js';
import { flowText } from '../../documents/index.js';
import { tell } from '../messages.js';
import { suggested, writeAs } from '../../diagnostics/index.js';

/** So many values are named where none looks like what was written. */
const fewValues = 20;

/** Checks everything that a block refers to. */
export function checkBlock({ document, file }: Entry<Block>, context: CheckContext): void {
  const place = Place.of(file);
  const scope = scopeOf('block', document, context);
  checkTitle(document.title, place, context);
  context.refer('authority', document.authority, place.at('authority').value);
  checkRoles(document.roles, place.at('roles'), context);
  checkInputs(document.inputs ?? [], scope, place.at('inputs'), context);
  for (const [index, output] of (document.outputs ?? []).entries()) {
    checkOutput(output, scope, place.at('outputs', index), context);
  }
  for (const [index, { when }] of (document.results ?? []).entries()) {
    checkCondition(when, scope, place.at('results', index, 'when'), context);
  }
  for (const [index, { after, when }] of (document.apply ?? []).entries()) {
    checkField(after, scope, place.at('apply', index, 'after').value, context);
    checkCondition(when, scope, place.at('apply', index, 'when'), context);
  }
  for (const [index, { block, when }] of (document.prerequisites ?? []).entries()) {
    const at = place.at('prerequisites', index);
    context.refer('block', block, at.at('block').value);
    checkOther(block, document.id, at.at('block'), context);
    checkCondition(when, scope, at.at('when'), context);
  }
  for (const key of ['after', 'before'] as const) {
    const wishes = document[key] ?? [];
    checkWishes(wishes, scope, place.at(key), context);
    for (const [index, wish] of wishes.entries()) {
      const at = place.at(key, index);
      const isShort = typeof wish === 'string';
      checkOther(isShort ? wish : wish.block, document.id, isShort ? at : at.at('block'), context);
    }
  }
  for (const [index, { require }] of (document.eligibility ?? []).entries()) {
    checkCondition(require, scope, place.at('eligibility', index, 'require'), context);
  }
  for (const [index, { when }] of (document.pauses ?? []).entries()) {
    checkCondition(when, scope, place.at('pauses', index, 'when'), context);
  }
  for (const [index, { when, time }] of (document.variants ?? []).entries()) {
    const at = place.at('variants', index);
    checkCondition(when, scope, at.at('when'), context);
    checkTime(time, at.at('time'), context);
  }
  checkPlaces(document.places, scope, place.at('places'), context);
  checkRole(document.fee?.per, scope, place.at('fee', 'per').value, context);
  checkTime(document.time, place.at('time'), context);
}

/** A block cannot wait for itself. */
function checkOther(block: string, own: string, at: Place, context: CheckContext): void {
  if (block === own) context.report('catalogue/waits-for-itself', { block }, at.value);
}

function checkInputs(inputs: readonly Input[], scope: Scope, place: Place, context: CheckContext): void {
  for (const [index, input] of inputs.entries()) {
    const at = place.at(index);
    checkCondition(input.when, scope, at.at('when'), context);
    if (isFieldInput(input)) {
      checkFieldInput(input, scope, at, context);
    } else if (isMaterialInput(input)) {
      context.refer('material', input.material, at.at('material').value);
      checkRole(input.of, scope, at.at('of').value, context);
      checkAccept(input.accept, scope, at.at('accept'), context);
      checkFetched(input.material, input.accept, at.at('accept'), context);
    } else if (isAnyOfInput(input)) {
      for (const [group, alternative] of input.anyOf.entries()) {
        checkInputs(alternative, scope, at.at('anyOf', group), context);
      }
    }
  }
}

function checkFieldInput(input: FieldInput, scope: Scope, place: Place, context: CheckContext): void {
  const known = checkField(input.field, scope, place.at('field').value, context);
  const element = known ? schemaOfField(input.field, scope, context) : undefined;
  const sound = checkSchema(input.schema, place.at('schema'), context, element);
  if (sound) checkNarrowing(input.field, input.schema, element, place.at('schema'), context);
  if (input.message !== undefined && input.schema === undefined && input.codes === undefined)
    context.report('catalogue/idle-message', { field: input.field }, place.at('message').key);
  if (!known || input.codes === undefined) return;
  const values = valuesOf(element);
  if (values === undefined) return;
  const at = place.at('codes');
  const unknown = Object.keys(input.codes).filter((value) => !values.includes(value));
  if (unknown.length > 0) return unknownCodes(input, unknown, values, at, context);
  const wanted = (sound ? valuesOf(input.schema) : undefined) ?? values;
  const missing = wanted.filter((value) => !Object.hasOwn(input.codes!, value));
  if (missing.length === 0) return;
  const args = { field: input.field, values: listOf(missing, 'comma') };
  context.report('catalogue/codes-incomplete', args, at.key);
}

/** Codes for values that there are not: mostly the values are written in place of the codes, or one is mistyped. */
function unknownCodes(
  { field, codes = {} }: FieldInput,
  unknown: readonly string[],
  values: readonly string[],
  at: Place,
  context: CheckContext,
): void {
  const [first, ...others] = unknown as [string, ...string[]];
  const isTurned = Object.values(codes).every((code) => typeof code === 'string' && values.includes(code));
  const turned = Object.fromEntries(Object.entries(codes).map(([value, code]) => [code as string, value]));
  const near = suggested(first, values);
  const help = isTurned
    ? writeAs(`codes: ${flowText(turned)}`)
    : near.help === undefined
      ? { help: oneOfThese(values.slice(0, fewValues)) }
      : near;
  const related = others.map((value) => ({ at: at.at(value).key.ref, ...tell('place.unknown-too') }));
  context.report('catalogue/unknown-value', { field, value: first }, at.at(first).key, { ...help, related });
}

function checkOutput(output: Output, scope: Scope, place: Place, context: CheckContext): void {
  checkCondition(output.when, scope, place.at('when'), context);
  if ('field' in output) {
    const known = checkField(output.field, scope, place.at('field').value, context);
    const element = known ? schemaOfField(output.field, scope, context) : undefined;
    if (checkSchema(output.schema, place.at('schema'), context, element))
      checkNarrowing(output.field, output.schema, element, place.at('schema'), context);
    return;
  }
  context.refer('material', output.material, place.at('material').value);
  checkRole(output.of, scope, place.at('of').value, context);
}

function checkWishes(wishes: readonly OrderWish[], scope: Scope, place: Place, context: CheckContext): void {
  for (const [index, wish] of wishes.entries()) {
    const at = place.at(index);
    if (typeof wish === 'string') {
      context.refer('block', wish, at.value);
    } else {
      context.refer('block', wish.block, at.at('block').value);
      checkCondition(wish.when, scope, at.at('when'), context);
    }
  }
}

/** What is fetched is supplied by somebody. Where fetching is the only way, whoever needs the material hears of it. */
export function checkFetched(
  material: string,
  accept: readonly Accept[] | undefined,
  place: Place,
  context: CheckContext,
): void {
  const index = accept?.indexOf('registry') ?? -1;
  if (index >= 0 && accept!.length > 1 && !context.isSupplied(material))
    context.report('catalogue/no-registry', { material }, place.at(index).value);
}

/**
 * A deferral ends with a block, which a bundle may have given a name of its own; a commitment may except somebody.
 * @param scope of whose fields a condition may speak; a material belongs to no role, so that its ways have none
 */
export function checkAccept(
  accept: readonly Accept[] | undefined,
  scope: Scope | undefined,
  place: Place,
  context: CheckContext,
): void {
  for (const [index, way] of (accept ?? []).entries()) {
    if (typeof way === 'string') continue;
    if ('commitment' in way) checkCommitment(way.commitment, scope, place.at(index, 'commitment'), context);
    else if (way.deferral.until !== undefined && !context.useNames.has(way.deferral.until))
      context.refer('block', way.deferral.until, place.at(index, 'deferral', 'until').value);
  }
  const names = (accept ?? []).map(wayName);
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  if (again >= 0) context.report('catalogue/way-again', { way: names[again]! }, place.at(again).value);
}

function checkCommitment(
  { except, check }: Commitment,
  scope: Scope | undefined,
  place: Place,
  context: CheckContext,
): void {
  context.refer('authority', check?.by, place.at('check', 'by').value);
  if (except === undefined) return;
  if (scope === undefined) context.report('catalogue/except-in-material', {}, place.at('except').key);
  else checkCondition(except, scope, place.at('except'), context);
}

function checkTime(time: Block['time'], place: Place, context: CheckContext): void {
  const { promised, statutory } = time ?? {};
  if (promised === undefined || statutory === undefined) return;
  const [short, long] = [parseDuration(promised), parseDuration(statutory)];
  const above =
    short.unit === long.unit ? short.count > long.count : workingDaysOf(promised) > workingDaysOf(statutory);
  if (!above) return;
  const related = [{ at: place.at('statutory').value.ref, ...tell('place.statutory') }];
  const args = { promised: literal(promised), statutory: literal(statutory) };
  context.report('order/promised-above-statutory', args, place.at('promised').value, { related });
}
