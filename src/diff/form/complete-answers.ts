import { cloneJson, isObject, omitUndefined, own, setOwn } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { elementSchemaOf, leavesOf, narrowingOf } from '../../compose/index.js';
import type { ComposedBundle, FormEntry, FormPart, LeafDemand } from '../../compose/index.js';
import { any, evaluate, factsOf } from '../../predicate/index.js';
import { witness } from '../../schema/index.js';
import { askedOutright, shownOf } from './entry-schemas.js';
import { choicesRole, fieldKey } from '../../model/index.js';

/** A form of a composed bundle, with its entries at hand. */
export interface FormSide {
  composed: ComposedBundle;
  part: FormPart;
  entries: ReadonlyMap<string, FormEntry>;
  /** It can be put within other schemas. */
  schema: JsonSchema;
}

/** What a value is chosen for: the entry, and the item where its role repeats. */
interface Spot {
  entry: Pick<FormEntry, 'kind' | 'key' | 'role' | 'name'>;
  index?: number;
}

const rounds = 4;

/**
 * Answers to a form that hold what is given and everything else that the form then asks, as plain as can be.
 * What it chooses may still contradict what other blocks want: the caller has to look whether the form takes it.
 * @param given shaped like the form
 * @param without a key that is left out
 */
export function completeAnswers(side: FormSide, given: JsonObject, without?: string): JsonObject {
  const answers = cloneJson(given);
  for (const role of side.composed.bound.roles.values()) {
    if (role.many === undefined || ![...side.entries.values()].some((entry) => entry.role === role.name))
      continue;
    const present = own(answers, role.name);
    const items: JsonValue[] = Array.isArray(present) ? present : [];
    while (items.length < Math.max(role.many.min, 1)) items.push({});
    setOwn(answers, role.name, items);
  }
  for (let round = 0; round < rounds; round++) {
    const before = JSON.stringify(answers);
    for (const entry of inOrder(side)) {
      if (entry.key !== without)
        for (const spot of spotsOf(side, answers, entry)) fillRequired(side, answers, spot, entry);
    }
    for (const choice of side.part.choices) fillChoice(side, answers, choice, without);
    if (JSON.stringify(answers) === before) break;
  }
  prune(side, answers, without);
  return answers;
}

/** Questions come first: what is asked rests on them. */
function inOrder({ entries, composed }: FormSide): FormEntry[] {
  const place = new Map(composed.needs.questions.map(({ field }, index) => [field, index]));
  const placeOf = ({ key }: FormEntry) => place.get(key) ?? place.size;
  return [...entries.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

function spotsOf({ composed }: FormSide, answers: JsonObject, entry: Spot['entry']): Spot[] {
  if (composed.bound.roles.get(entry.role)?.many === undefined) return [{ entry }];
  const items = own(answers, entry.role);
  return Array.isArray(items) ? items.map((_, index) => ({ entry, index })) : [];
}

function factsAt(answers: JsonObject, { entry, index }: Spot) {
  return factsOf(answers, index === undefined ? undefined : { role: entry.role, index });
}

function fillRequired(side: FormSide, answers: JsonObject, spot: Spot, entry: FormEntry): void {
  const facts = factsAt(answers, spot);
  if (evaluate(any(entry.required, shownOf(entry)), facts) !== true) return;
  const leaves = entry.needs.filter(
    ({ choice, asked }) => choice === undefined && evaluate(asked, facts) !== false,
  );
  put(
    side,
    answers,
    spot,
    leaves.map(({ leaf }) => leaf),
  );
}

/** Gives one value that the element and all of these inputs take, where there is none yet. */
function put(side: FormSide, answers: JsonObject, spot: Spot, leaves: readonly LeafDemand[]): void {
  const { bound } = side.composed;
  const { kind, role, name, key } = spot.entry;
  const holder = holderOf(answers, spot);
  const property = kind === 'field' ? name : key;
  if (holder === undefined || Object.hasOwn(holder, property)) return;
  if (role === choicesRole) {
    setOwn(holder, property, false);
    return;
  }
  const narrowings = leaves.flatMap((leaf) => narrowingOf(bound, leaf) ?? []);
  const found = witness({ allOf: [elementSchemaOf(bound, kind, role, name), ...narrowings] });
  if (found.verdict === 'yes') setOwn(holder, property, found.instance);
}

/** The object that holds the property, made where it is missing. */
function holderOf(answers: JsonObject, { entry, index }: Spot): JsonObject | undefined {
  const { kind, role } = entry;
  const atMaterials = (holder: JsonObject) => (kind === 'field' ? holder : objectAt(holder, 'materials'));
  if (index === undefined) return kind === 'field' ? objectAt(answers, role) : objectAt(answers, 'materials');
  const items = own(answers, role);
  const item = Array.isArray(items) ? items[index] : undefined;
  return isObject(item) ? atMaterials(item) : undefined;
}

function objectAt(holder: JsonObject, key: string): JsonObject | undefined {
  const present = own(holder, key);
  if (present === undefined) {
    const made: JsonObject = {};
    setOwn(holder, key, made);
    return made;
  }
  return isObject(present) ? present : undefined;
}

function fillChoice(
  side: FormSide,
  answers: JsonObject,
  { use, choice, guard }: FormPart['choices'][number],
  without: string | undefined,
): void {
  if (choice.optional || evaluate(guard, factsOf(answers)) === false) return;
  const recommended = side.composed.choices.find(({ id, step }) => id === choice.id && step === use.name);
  const order = [choice.groups[recommended?.recommended ?? 0], ...choice.groups];
  const group = order.find(
    (members) => members !== undefined && ![...leavesOf(members)].some(({ key }) => key === without),
  );
  for (const leaf of leavesOf(group ?? [])) {
    for (const spot of spotsOf(side, answers, leaf)) {
      if (evaluate(leaf.guard, factsAt(answers, spot)) !== false) put(side, answers, spot, [leaf]);
    }
  }
}

/** Takes away what was given without being asked; what decides conditions may come from elsewhere than the form. */
function prune(side: FormSide, answers: JsonObject, without: string | undefined): void {
  const kept = new Map<string, FormEntry>([...side.entries].filter(([key]) => key !== without));
  const holds = (kind: 'field' | 'material', role: string, name: string, index?: number): boolean => {
    const entry = kept.get(kind === 'field' ? fieldKey(role, name) : name);
    if (entry === undefined) return false;
    const facts = factsAt(answers, { entry, ...omitUndefined({ index }) });
    return evaluate(any(entry.asked, askedOutright(entry), shownOf(entry)), facts) !== false;
  };
  for (const [role, value] of Object.entries(answers)) {
    if (role === 'materials') {
      if (isObject(value)) dropFrom(value, (name) => holds('material', role, name));
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (!isObject(item)) continue;
        dropFrom(item, (name) => name === 'materials' || holds('field', role, name, index));
        const materials = own(item, 'materials');
        if (isObject(materials)) dropFrom(materials, (name) => holds('material', role, name, index));
      }
    } else if (isObject(value)) dropFrom(value, (name) => holds('field', role, name));
  }
  for (const [role, value] of Object.entries(answers))
    if (isObject(value) && Object.keys(value).length === 0) delete answers[role];
}

function dropFrom(holder: JsonObject, keep: (name: string) => boolean): void {
  for (const name of Object.keys(holder)) if (!keep(name)) delete holder[name];
}
