import { FormDraft, elementSchemaOf, narrowingOf } from '../../compose/index.js';
import type { BoundBundle, FormEntry } from '../../compose/index.js';
import type { JsonSchema } from '../../base/index.js';
import type { Predicate } from '../../model/index.js';
import { any, fieldsOf, not } from '../../predicate/index.js';

/** Who asks a field or material outright, and when; members of alternatives are compared with their alternatives. */
export function askedOutright(entry: FormEntry | undefined): Predicate {
  if (entry === undefined) return false;
  return any(entry.question?.asked ?? false, ...ownNeeds(entry).map(({ asked }) => asked));
}

/** Where it would be asked of those who are eligible for what takes it. */
export function askedIfEligible(entry: FormEntry | undefined): Predicate {
  return any(...(entry === undefined ? [] : ownNeeds(entry)).map((need) => need.askedIfEligible ?? false));
}

/** When the host fetches it, because a condition rests on it. */
export function shownOf(entry: FormEntry | undefined): Predicate {
  return entry?.question?.given ?? false;
}

/** What a form says of the values of one field or material, where it asks it. */
export function valueSchema(bound: BoundBundle, entry: FormEntry | undefined): JsonSchema {
  if (entry === undefined) return true;
  const draft = new FormDraft(bound);
  const target = targetOf(entry);
  const stated = any(askedOutright(entry), shownOf(entry));
  draft.add({ ...target, guard: stated, schema: elementSchemaOf(bound, entry.kind, entry.role, entry.name) });
  for (const { leaf, asked } of ownNeeds(entry)) {
    const schema = narrowingOf(bound, leaf);
    if (schema !== undefined && schema !== true) draft.add({ ...target, guard: asked, schema });
  }
  return draft.toSchema();
}

/** When a form cannot be sent without one field or material. */
export function presenceSchema(bound: BoundBundle, entry: FormEntry | undefined): JsonSchema {
  if (entry === undefined) return true;
  const draft = new FormDraft(bound);
  draft.add({ ...targetOf(entry), guard: any(entry.required, shownOf(entry)), required: true });
  return draft.toSchema();
}

/** Where it is neither asked nor shown, nobody gives it: what an applicant cannot have answered is no answer. */
export function absenceSchema(bound: BoundBundle, entry: FormEntry): JsonSchema {
  const draft = new FormDraft(bound);
  const { kind, role, property } = targetOf(entry);
  const lacks: JsonSchema = { not: { required: [property] } };
  const within: JsonSchema = kind === 'field' ? lacks : { properties: { materials: lacks } };
  const silent = not(any(entry.asked, shownOf(entry)));
  if (bound.roles.get(role)?.many !== undefined) draft.addExtra(silent, within, role);
  else draft.addExtra(silent, kind === 'field' ? { properties: { [role]: within } } : within);
  return draft.toSchema();
}

/** The fields whose values decide when something is said of it. */
export function decidingFields(entry: FormEntry | undefined): Set<string> {
  if (entry === undefined) return new Set();
  const guards = [entry.asked, entry.required, shownOf(entry), ...entry.needs.map(({ asked }) => asked)];
  return new Set(guards.flatMap((guard) => [...fieldsOf(guard)]));
}

/** The property's place in the form. */
export function targetOf({ kind, role, name, key }: FormEntry) {
  return { kind, role, name, property: kind === 'field' ? name : key };
}

function ownNeeds({ needs }: FormEntry) {
  return needs.filter(({ choice }) => choice === undefined);
}
