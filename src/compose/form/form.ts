import { canonicalJson, compareCodeUnits } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import { fieldParts, itemParts, keyOfAll } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { any, keyOf, toSchema } from '../../predicate/index.js';
import { selfContained } from '../../schema/index.js';
import type { BoundBundle, ChoiceDemand, Demand, LeafDemand } from '../bind/bound.js';
import { FormDraft } from './draft.js';
import { statedSchemas } from './stated-schemas.js';
import type { StatedSchemas } from './stated-schemas.js';
import { elementSchemaOf, fold, narrowingOf } from '../bind/element.js';
import { itemRoleOf } from '../ask/needs.js';
import type { ChoiceNeed, Need, QuestionNeed } from '../ask/needs.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Origins } from '../origin/origin.js';
import { liftItem, schemaScope, seenFrom } from '../bind/scope.js';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Everything that one form says of one field or material. */
export interface Entry {
  kind: 'field' | 'material';
  key: string;
  role: string;
  name: string;
  needs: Need[];
  question?: QuestionNeed;
  /** When the applicant gives it in this form. */
  asked: Predicate;
  /** When the form cannot be sent without it. */
  required: Predicate;
}

/** The entries of a form by key. */
export function entriesOf(part: FormPart): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const entryFor = (kind: Entry['kind'], key: string, role: string, name: string): Entry => {
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { kind, key, role, name, needs: [], asked: false, required: false };
      entries.set(key, entry);
    }
    return entry;
  };
  for (const need of part.needs) {
    const { kind, key, role, name } = need.leaf;
    entryFor(kind, key, role, name).needs.push(need);
  }
  for (const question of part.questions) {
    const { role, element } = fieldParts(question.field);
    entryFor('field', question.field, role, element).question = question;
  }
  for (const entry of entries.values()) {
    const own = entry.needs.filter(({ choice }) => choice === undefined);
    const asked = entry.question?.asked ?? false;
    entry.asked = any(asked, ...entry.needs.map((need) => need.asked));
    entry.required = any(asked, ...own.filter(({ leaf }) => !leaf.optional).map((need) => need.asked));
  }
  return new Map([...entries].sort(([a], [b]) => compareCodeUnits(a, b)));
}

/**
 * Fifth station: one form of the bundle as JSON Schema 2020-12. Its parts can be put into other schemas; what is
 * published is the self-contained form of it.
 */
export function formSchema(bound: BoundBundle, part: FormPart, origins: Origins): JsonObject {
  const draft = new FormDraft(bound);
  const entries = entriesOf(part);
  for (const stated of statedEntries(bound, entries)) {
    nameEntry(draft, bound, stated.entry);
    stateEntry(draft, stated);
  }
  for (const need of part.choices) {
    const stated = statedAlternatives(bound, need, origins);
    if (stated !== undefined) stateAlternatives(draft, bound, stated, itemRoleOf(need));
  }
  stateRoles(draft, bound, entries);
  return { $schema: dialect, ...draft.toSchema() };
}

/** The property's name in the form: of a material, its key in terms of the role, whichever item has it. */
export function propertyOf(entry: { kind: 'field' | 'material'; key: string; name: string }): string {
  return entry.kind === 'field' ? entry.name : keyOfAll(entry.key);
}

/** What a form says of one field or material. */
export interface StatedEntry {
  entry: Entry;
  /** When a value is held against what the element says. */
  held: Predicate;
  element: JsonSchema;
  narrowings: [Predicate, JsonSchema][];
}

/** What a form says of each field and material. */
export function statedEntries(bound: BoundBundle, entries: ReadonlyMap<string, Entry>): StatedEntry[] {
  return [...entries.values()].map((entry) => {
    const own = entry.needs.filter(({ choice }) => choice === undefined);
    const { element, narrowings } = statedSchemas(bound, entry);
    return {
      entry,
      held: any(
        entry.question?.asked ?? false,
        entry.question?.given ?? false,
        ...own.map((need) => need.asked),
      ),
      element,
      narrowings: narrowingsByGuard(narrowings),
    };
  });
}

/** Whatever the conditions, the form names every property that it may hold. */
function nameEntry(draft: FormDraft, bound: BoundBundle, entry: Entry): void {
  const { kind, name } = entry;
  const role = bound.roles.get(entry.role)?.itemOf?.role ?? entry.role;
  draft.add({ guard: true, kind, role, name, property: propertyOf(entry) });
}

function stateEntry(draft: FormDraft, { entry, held, element, narrowings }: StatedEntry): void {
  const { kind, role, name } = entry;
  const target = { kind, role, name, property: propertyOf(entry) };
  draft.add({ ...target, guard: held, schema: element });
  draft.add({ ...target, guard: entry.required, required: true });
  for (const [guard, schema] of narrowings) draft.add({ ...target, guard, schema });
}

/** What the blocks add, folded where they ask under the same condition, so that thirty askers make one statement. */
function narrowingsByGuard(narrowings: StatedSchemas['narrowings']): [Predicate, JsonSchema][] {
  const groups = new Map<string, { guard: Predicate; schemas: Map<string, JsonSchema> }>();
  for (const { need, schema } of narrowings) {
    if (schema === true) continue;
    const key = keyOf(need.asked);
    const group = groups.get(key) ?? { guard: need.asked, schemas: new Map<string, JsonSchema>() };
    group.schemas.set(canonicalJson(schema), schema);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ guard, schemas }) => [
    guard,
    fold([...schemas].sort().map(([, schema]) => schema)),
  ]);
}

/** One thing that an alternative takes from the applicant. */
export interface StatedMember {
  demand: LeafDemand;
  guard: Predicate;
  schema: JsonSchema;
}

/** Alternatives, one of which the applicant has to give. */
export interface StatedAlternatives {
  guard: Predicate;
  groups: (StatedMember | StatedAlternatives)[][];
}

/** What a form demands of alternatives; undefined where nothing has to be asked. */
export function statedAlternatives(
  bound: BoundBundle,
  need: ChoiceNeed,
  origins: Origins,
): StatedAlternatives | undefined {
  const { choice, guard } = need;
  return alternativesIn({ bound, need, origins, itemRole: itemRoleOf(need) }, choice, guard);
}

interface ChoiceContext {
  bound: BoundBundle;
  need: ChoiceNeed;
  origins: Origins;
  itemRole: string | undefined;
}

function alternativesIn(
  context: ChoiceContext,
  choice: ChoiceDemand,
  guard: Predicate,
): StatedAlternatives | undefined {
  if (choice.optional) return undefined;
  const groups = choice.groups.map((group) => group.flatMap((demand) => statedMember(context, demand)));
  // One of them takes nothing that has to be asked: whoever gives nothing has given it.
  return groups.some(({ length }) => length === 0) ? undefined : { guard, groups };
}

function statedMember(context: ChoiceContext, demand: Demand): (StatedMember | StatedAlternatives)[] {
  const { bound, need, origins, itemRole } = context;
  if (demand.kind === 'choice') {
    const each = itemRole === undefined ? need.use.each : undefined;
    const inner = alternativesIn(context, demand, liftItem(demand.guard, each));
    return inner === undefined ? [] : [inner];
  }
  const sources = origins.sourcesFor(need.use, demand);
  const guard = origins.uncovered(seenFrom(demand.role, demand.guard, need.use.each), sources);
  if (guard === false || demand.optional) return [];
  const { kind, role, name } = demand;
  const schema = fold([elementSchemaOf(bound, kind, role, name), narrowingOf(bound, demand) ?? true]);
  return [{ demand, guard, schema }];
}

function stateAlternatives(
  draft: FormDraft,
  bound: BoundBundle,
  { guard, groups }: StatedAlternatives,
  itemRole: string | undefined,
): void {
  const anyOf = groups.map((group) => groupSchema(bound, group, itemRole));
  draft.addExtra(guard, { anyOf }, itemRole);
}

/** What giving one group of alternatives means. */
function groupSchema(
  bound: BoundBundle,
  group: StatedAlternatives['groups'][number],
  itemRole: string | undefined,
): JsonSchema {
  const draft = new FormDraft(bound);
  for (const member of group) {
    if ('groups' in member) stateAlternatives(draft, bound, member, itemRole);
    else {
      const { demand, guard, schema } = member;
      const { kind, role, name } = demand;
      draft.add({ guard, kind, role, name, property: propertyOf(demand), required: true, schema });
    }
  }
  return itemRole === undefined ? draft.toSchema() : draft.itemSchema(itemRole);
}

/** A repeated role has as many items as the bundle says, where it takes part. */
function stateRoles(draft: FormDraft, bound: BoundBundle, entries: ReadonlyMap<string, Entry>): void {
  const used = new Set([...entries.values()].map(({ role }) => itemParts(role).name));
  for (const role of bound.roles.values()) {
    if (role.many === undefined || (!used.has(role.name) && role.items === undefined)) continue;
    const { min, max } = role.many;
    // Where the facts name the items, there are no others.
    const { length: least = min, length: most = max } = role.items ?? {};
    const bounds = { minItems: Math.max(min, least), maxItems: Math.min(max, most) };
    const items: JsonObject = { type: 'array', ...bounds };
    const schema = {
      properties: { [role.name]: items },
      ...(role.many.min > 0 ? { required: [role.name] } : {}),
    };
    draft.addExtra(role.guard, schema);
  }
}

/** The JSON Forms rule that shows a control only while it is asked. */
export function showRule(bound: BoundBundle, when: Predicate): JsonObject | undefined {
  if (typeof when === 'boolean') return undefined;
  return ruleOf(toSchema(when, schemaScope(bound)));
}

/** A control is shown while the data meet a schema. */
export function ruleOf(schema: JsonSchema): JsonObject {
  return { effect: 'SHOW', condition: { scope: '#', schema: selfContained(schema) } };
}
