import { byKey, compareCodeUnits, groupBy, omitUndefined, pointer } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { Location, SourceRef } from '../../diagnostics/index.js';
import { choicesRole, fieldParts, materialKey, wayName } from '../../model/index.js';
import type { Accept, Contribution, FormField, FormMaterial, Origin } from '../../model/index.js';
import { any, fieldsOf, keyOf } from '../../predicate/index.js';
import { selfContained } from '../../schema/index.js';
import type { BoundBundle } from '../bind/bound.js';
import { elementOf, fold, narrowingOf } from '../bind/element.js';
import { entriesOf } from '../form/form.js';
import type { Entry } from '../form/form.js';
import { statedSchemas } from '../form/stated-schemas.js';
import type { Need, Needs } from '../ask/needs.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Source } from '../origin/source.js';
import type { Origins } from '../origin/origin.js';

/** What the explanations need to look at. */
export interface FieldContext {
  catalogue: LoadedCatalogue;
  bound: BoundBundle;
  origins: Origins;
  needs: Needs;
  formParts: readonly FormPart[];
}

/** Everything that is said of one key, over all forms. */
export interface Subjected {
  kind: 'field' | 'material';
  key: string;
  role: string;
  name: string;
  needs: Need[];
  /** Its entry in each form that asks it. */
  entries: { part: FormPart; entry: Entry }[];
}

/** What is taken or tested, by key. */
export function subjectsOf(context: FieldContext): Map<string, Subjected> {
  const found = new Map<string, Subjected>();
  const add = (kind: Subjected['kind'], key: string, role: string, name: string): Subjected => {
    let item = found.get(key);
    if (item === undefined) found.set(key, (item = { kind, key, role, name, needs: [], entries: [] }));
    return item;
  };
  for (const need of context.needs.needs) {
    const { kind, key, role, name } = need.leaf;
    add(kind, key, role, name).needs.push(need);
  }
  for (const { field } of context.needs.questions) {
    const { role, element } = fieldParts(field);
    add('field', field, role, element);
  }
  for (const part of context.formParts) {
    for (const entry of entriesOf(part).values()) found.get(entry.key)?.entries.push({ part, entry });
  }
  return new Map([...found].sort(([a], [b]) => compareCodeUnits(a, b)));
}

/** Where a field or material stands in the data of a case. */
export function dataPointer(
  bound: BoundBundle,
  kind: 'field' | 'material',
  role: string,
  name: string,
): string {
  const { many, itemOf } = bound.roles.get(role) ?? {};
  const list = itemOf?.role ?? role;
  const place = itemOf?.index ?? '*';
  const isSingle = many === undefined && itemOf === undefined;
  if (kind === 'field') return isSingle ? pointer(role, name) : pointer(list, place, name);
  const property = materialKey(name, list);
  return isSingle ? pointer('materials', property) : pointer(list, place, 'materials', property);
}

/** The fields of the bundle, each with its whole explanation. */
export function describeFields(context: FieldContext, subjects: ReadonlyMap<string, Subjected>): FormField[] {
  const { bound, catalogue } = context;
  const fields: FormField[] = [];
  for (const item of subjects.values()) {
    if (item.kind !== 'field') continue;
    const element = elementOf(bound, item.role, item.name);
    const choice = item.role === choicesRole ? bound.choices.get(item.name) : undefined;
    const title = element?.title ?? choice?.title;
    const decides = context.needs.questions.find(({ field }) => field === item.key)?.decides ?? [];
    fields.push({
      field: item.key,
      at: dataPointer(bound, 'field', item.role, item.name),
      role: item.role,
      element: item.name,
      ...omitUndefined({ title }),
      schema: selfContained(wholeSchema(bound, item)),
      ...omitUndefined({ labels: element?.labels }),
      ...askedIn(item),
      origins: originsOf(context, item),
      decides,
      contributions: contributionsOf(context, item),
      definition: definitionOf(catalogue, bound, item, choice?.at),
    });
  }
  return fields;
}

/** The materials of the bundle, each with its whole explanation. */
export function describeMaterials(
  context: FieldContext,
  subjects: ReadonlyMap<string, Subjected>,
): FormMaterial[] {
  const { bound, catalogue } = context;
  const materials: FormMaterial[] = [];
  for (const item of subjects.values()) {
    if (item.kind !== 'material') continue;
    const entry = catalogue.materials.get(item.name);
    const title = entry?.document.title;
    const ref: SourceRef = entry === undefined ? item.needs[0]!.leaf.at : { file: entry.file, pointer: '' };
    materials.push({
      material: item.key,
      at: dataPointer(bound, 'material', item.role, item.name),
      id: item.name,
      role: item.role,
      ...omitUndefined({ title }),
      ...askedIn(item),
      accept: commonAccept(item.needs),
      origins: originsOf(context, item),
      contributions: contributionsOf(context, item),
      definition: catalogue.locate(ref),
    });
  }
  return materials;
}

function askedIn({
  entries,
}: Subjected): Pick<FormField, 'asked' | 'askedWhen' | 'required' | 'requiredWhen'> {
  const askedWhen = any(...entries.map(({ entry }) => entry.asked));
  const requiredWhen = any(...entries.map(({ entry }) => entry.required));
  return { asked: askedWhen !== false, askedWhen, required: requiredWhen !== false, requiredWhen };
}

/**
 * What the blocks allow in every situation in which the field is taken: the element, and what is said without a
 * condition, or by everybody under the same one. What only some situations add stands in the contributions.
 */
function wholeSchema(bound: BoundBundle, item: Subjected): JsonSchema {
  const { element, narrowings: stated } = statedSchemas(bound, item);
  const guards = new Set(item.needs.map(({ guard }) => keyOf(guard)));
  const always = item.needs.filter(
    ({ guard, choice }) =>
      choice === undefined && (guard === true || (guards.size === 1 && !fieldsOf(guard).has(item.key))),
  );
  const narrowings = stated.filter(({ need }) => always.includes(need)).map(({ schema }) => schema);
  if (narrowings.length === 0) return element;
  const schema = fold([element, ...narrowings]);
  return schema === false ? element : schema;
}

/** The ways that all accept: of an input, those that it accepts of anybody. */
function commonAccept(needs: readonly Need[]): Accept[] {
  const inputs = groupBy(needs, ({ use, leaf }) => JSON.stringify([use.name, leaf.blockKey]));
  const lists = [...inputs.values()].map((list) => {
    const [first = [], ...rest] = list.map(({ leaf }) => leaf.accept);
    return [...first, ...rest.flat().filter((way) => !has(first, way))];
  });
  const [first = [], ...rest] = lists;
  return first.filter((way) => rest.every((list) => has(list, way)));
}

function has(list: readonly Accept[], way: Accept): boolean {
  return list.some((other) => wayName(other) === wayName(way));
}

function originsOf(context: FieldContext, item: Subjected): Origin[] {
  const { catalogue, origins } = context;
  const sources = new Map<string, Source>();
  const lists = [origins.sourcesOf(item.key), ...item.needs.map((need) => need.sources)];
  // A source that no demand accepts, such as a registry for a paper original, is not an origin.
  const usable = item.needs.length === 0 ? lists : lists.slice(1);
  for (const source of usable.flat()) sources.set(`${source.kind} ${source.step ?? ''}`, source);
  const result: Origin[] = [...sources.values()].map(({ kind, step, when, at }) => ({
    kind,
    ...omitUndefined({ step }),
    ...(when === true ? {} : { when }),
    ...(at === undefined ? {} : { at: catalogue.locate(at) }),
  }));
  for (const { part, entry } of item.entries) {
    if (entry.asked === false) continue;
    result.push({
      kind: 'asked',
      ...omitUndefined({ step: part.step }),
      ...(entry.asked === true ? {} : { when: entry.asked }),
    });
  }
  return result;
}

function contributionsOf(context: FieldContext, item: Subjected): Contribution[] {
  return item.needs
    .map(({ use, leaf, guard }): Contribution => {
      const { input } = leaf;
      const schema = leaf.kind === 'field' ? narrowingOf(context.bound, leaf) : undefined;
      return {
        step: use.name,
        block: use.block.id,
        ...omitUndefined({ authority: use.block.authority }),
        ...(guard === true ? {} : { when: guard }),
        optional: leaf.optional,
        ...omitUndefined({ title: input.title }),
        ...(schema === undefined ? {} : { schema: selfContained(schema) }),
        ...('codes' in input && input.codes !== undefined ? { codes: input.codes } : {}),
        ...(leaf.kind === 'material' ? { accept: leaf.accept } : {}),
        basis: input.basis ?? use.block.basis ?? [],
        at: context.catalogue.locate(leaf.at),
      };
    })
    .sort(byKey(({ step, at }) => `${step} ${at.pointer}`));
}

function definitionOf(
  catalogue: LoadedCatalogue,
  bound: BoundBundle,
  item: Subjected,
  choiceAt: SourceRef | undefined,
): Location {
  if (choiceAt !== undefined) return catalogue.locate(choiceAt);
  const role = bound.roles.get(item.role);
  return catalogue.locate({ file: role?.subjectFile ?? bound.file, pointer: pointer('elements', item.name) });
}
