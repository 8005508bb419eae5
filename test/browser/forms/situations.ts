/**
 * What has to be drawn in the situation of a golden case: worked out from the documents by the judge of worlds, and held
 * against the conditions that the composition publishes, which are read here by another validator than the engine's.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/base/index.js';
import { itemParts } from '../../../src/model/index.js';
import type {
  Case,
  Composition,
  FormField,
  FormMaterial,
  Predicate,
  Text,
} from '../../../src/model/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import { expectationOf } from '../../world/judge/expectation.js';
import type { Expectation } from '../../world/judge/expectation.js';
import { createKnowledge } from '../../world/judge/knowledge.js';
import { placeName } from '../../world/judge/world.js';
import type { Place, World } from '../../world/judge/world.js';
import { worldOfCase } from '../../world/make-world.js';
import type { Stage } from '../../world/stage.js';

/** One place that may be drawn. */
export interface ExpectedPlace {
  /** As renderers write it: names and positions, joined by dots. */
  at: string;
  kind: 'field' | 'material' | 'choice';
  title: string | undefined;
  /** It has to be answered before the form can be sent; undefined where it is one of several alternatives. */
  required: boolean | undefined;
  isBoolean: boolean;
  isComposite: boolean;
  /** Codes that have a title in the language of the form. */
  codes: ReadonlyMap<string, string>;
  hasValue: boolean;
  /** The steps that cannot do without it in this situation. */
  demandedBy: readonly string[];
}

export interface Situation {
  id: string;
  bundle: string;
  data: JsonObject;
  /** What the applicant has to be able to answer, by place. */
  asked: ReadonlyMap<string, ExpectedPlace>;
  /** Every place of the form, asked or not. */
  places: readonly string[];
  /** Where the judge of worlds and the composition disagree. */
  disagreements: string[];
}

/** Composes once for each bundle. */
export function createSituations(stage: Stage, locale: string) {
  const compositions = new Map<string, Composition>();
  const composition = (bundle: string): Composition => {
    if (!compositions.has(bundle)) compositions.set(bundle, composeBundle(stage.catalogue, bundle));
    return compositions.get(bundle)!;
  };
  return {
    composition,
    of: (golden: Case): Situation => {
      const world = worldOfCase(stage.documents, stage.flat(golden.bundle), golden);
      return situationOf(stage, composition(golden.bundle), { golden, world, locale });
    },
  };
}

interface Setting {
  golden: Case;
  world: World;
  locale: string;
}

function situationOf(stage: Stage, composition: Composition, { golden, world, locale }: Setting): Situation {
  const context = stage.context(golden.bundle, world);
  const expectation = expectationOf(context);
  const data = dataOf(stage, golden, world, expectation);
  const asked = new Map<string, ExpectedPlace>();
  const places: string[] = [];
  for (const one of [...composition.form.fields, ...composition.form.materials]) {
    for (const { path, item } of pathsOf(one.at, data)) {
      const at = path.join('.');
      places.push(at);
      const holds = truthOf(one.askedWhen, data, item) === true;
      if (holds) asked.set(at, expectedOf(one, at, { data, path, item, locale, composition }));
    }
  }
  return {
    id: golden.id,
    bundle: golden.bundle,
    data,
    asked,
    places,
    disagreements: disagreementsOf(expectation, asked, composition),
  };
}

/** What is known before anything but deciding questions is answered: everything else is left empty, to see who fills it. */
function dataOf(stage: Stage, golden: Case, world: World, expectation: Expectation): JsonObject {
  const flat = stage.flat(golden.bundle);
  const knowledge = createKnowledge(stage.context(golden.bundle, world), { endsOf: undefined });
  const data: JsonObject = {};
  const holders = (role: string): JsonObject[] => {
    const items = world.values[role];
    if (!Array.isArray(items)) return [(data[role] ??= {}) as JsonObject];
    return (data[role] ??= items.map(({ $key }) => ({ $key: $key! }))) as JsonObject[];
  };
  const decisive = new Set(flat.tested.map(({ role, element }) => [role, element].join('.')));
  for (const [role, { type, many }] of flat.roles) {
    holders(role).forEach((holder, index) => {
      for (const name of Object.keys(stage.documents.subject.get(type)!.elements)) {
        const place: Place = { role, name, kind: 'field', ...(many ? { item: index } : {}) };
        const { from, value } = knowledge.saidOf(place);
        const isAnswered =
          from === 'asked' &&
          decisive.has([role, name].join('.')) &&
          (expectation.questions.has(placeName(place)) || expectation.first.has(placeName(place)));
        const isKnown = from === 'sign-in' || from === 'registry' || from === 'derivation';
        if (value !== undefined && (isAnswered || isKnown)) holder[name] = value;
      }
    });
  }
  data['choices'] = Object.fromEntries(
    [...flat.choices].map((name) => [name, world.choices[name] !== false]),
  );
  return data;
}

function pathsOf(at: string, data: JsonObject): { path: string[]; item?: number }[] {
  const path = at.slice(1).split('/');
  if (path[1] !== '*') return [{ path }];
  const items = data[path[0]!];
  return (Array.isArray(items) ? items : []).map((_, item) => ({
    path: path.map((token, index) => (index === 1 ? String(item) : token)),
    item,
  }));
}

interface At {
  data: JsonObject;
  path: readonly string[];
  item: number | undefined;
  locale: string;
  composition: Composition;
}

function expectedOf(one: FormField | FormMaterial, at: string, here: At): ExpectedPlace {
  const isField = 'field' in one;
  const schema: JsonSchema = isField ? one.schema : true;
  const types = typesOf(schema);
  const labels = isField ? Object.entries(one.labels ?? {}) : [];
  const value = here.path.reduce<JsonValue | undefined>(
    (holder, token) => (holder as Record<string, JsonValue> | undefined)?.[token],
    here.data,
  );
  return {
    at,
    kind: isField ? (one.role === 'choices' ? 'choice' : 'field') : 'material',
    title: textOf(one.title, here.locale),
    required: isRequired(one, here),
    isBoolean: types.includes('boolean'),
    isComposite: !isField || types.includes('object') || types.includes('array'),
    codes: new Map(labels.map(([code, text]) => [code, textOf(text, here.locale) ?? code])),
    hasValue: value !== undefined,
    demandedBy: demandsOf(one, here).map(({ step }) => step),
  };
}

/** Somebody who takes it in this situation cannot do without it, or it decides something. */
function isRequired(one: FormField | FormMaterial, here: At): boolean | undefined {
  const { data, item } = here;
  const { form } = here.composition;
  const holds = (when: Predicate | undefined) => truthOf(when ?? true, data, item) === true;
  const key = 'field' in one ? one.field : one.material;
  if (form.questions.some(({ field, when }) => field === key && holds(when))) return true;
  if (form.choices.some(({ groups }) => groups.some((group) => group.includes(key)))) return undefined;
  return demandsOf(one, here).length > 0;
}

/** Who takes it in this situation and cannot do without it. */
function demandsOf(one: FormField | FormMaterial, { data, item }: At): FormField['contributions'] {
  return one.contributions.filter(
    ({ optional, when }) => !optional && truthOf(when ?? true, data, item) === true,
  );
}

function typesOf(schema: JsonSchema): string[] {
  if (typeof schema === 'boolean') return [];
  const { type, enum: values, const: value } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  const known = Array.isArray(values) ? values : value === undefined ? [] : [value];
  return known.map((one) => (Array.isArray(one) ? 'array' : typeof one));
}

function textOf(text: Text | undefined, locale: string): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  return text[locale] ?? Object.values(text)[0];
}

/** What the documents say has to be asked and the composition does not ask, and the other way round. */
function disagreementsOf(
  { first, steps }: Expectation,
  asked: ReadonlyMap<string, ExpectedPlace>,
  { form }: Composition,
): string[] {
  const alternatives = new Set(form.choices.flatMap(({ groups }) => groups.flat()));
  const must = [...first.values()]
    .map(({ place }) => atOf(place, form.materials))
    .filter((at) => at !== undefined && !asked.has(at))
    .map((at) => `${at} is to be asked`);
  const named = new Set([...first.values()].map(({ place }) => atOf(place, form.materials)));
  // Where only a register tells that the applicant may not use a block, the form asks for it all the same: nothing has
  // been looked up when it is drawn.
  const ineligible = new Set(
    [...steps.values()].filter(({ ends }) => ends.has('ineligible')).map(({ instance }) => instance.use.name),
  );
  const isSpared = ({ demandedBy }: ExpectedPlace): boolean =>
    demandedBy.length > 0 && demandedBy.every((step) => ineligible.has(step));
  const mustNot = [...asked.values()]
    .filter((place) => !isSpared(place))
    .filter(
      ({ at, required, kind, hasValue }) =>
        kind !== 'choice' && required === true && !hasValue && !named.has(at),
    )
    .filter(({ at }) => !alternatives.has(at.replace(/^.*materials\./, '')))
    .map(({ at }) => `${at} is not to be asked`);
  return [...must, ...mustNot];
}

function atOf({ role, item, name, kind }: Place, materials: readonly FormMaterial[]): string | undefined {
  if (kind === 'field') return [role, ...(item === undefined ? [] : [item]), name].join('.');
  const key = placeName({ role, name, kind });
  const found = materials.find(({ material }) => material === key);
  return found?.at.slice(1).replace('*', String(item)).replaceAll('/', '.');
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const compiled = new Map<string, ValidateFunction>();

function isMet(schema: JsonSchema, value: JsonValue): boolean {
  const key = JSON.stringify(schema);
  if (!compiled.has(key)) compiled.set(key, ajv.compile(schema as object));
  return compiled.get(key)!(value);
}

type Truth = boolean | undefined;

/** Kleene's three values, by a validator that is not ours. */
function truthOf(predicate: Predicate, data: JsonObject, item?: number): Truth {
  if (typeof predicate === 'boolean') return predicate;
  if ('all' in predicate) return joined(predicate.all, data, item, false);
  if ('any' in predicate) return joined(predicate.any, data, item, true);
  if ('field' in predicate) {
    const [role = '', element = ''] = split(predicate.field);
    const { name } = itemParts(role);
    const holder = data[name];
    const own = Array.isArray(holder) ? (item === undefined ? undefined : holder[item]) : holder;
    const value = (own as JsonObject | undefined)?.[element];
    return value === undefined ? undefined : isMet(predicate.schema, value);
  }
  const [role, decisive] = 'some' in predicate ? [predicate.some, true] : [predicate.every, false];
  const items = data[role];
  if (!Array.isArray(items)) return undefined;
  const parts = items.map((_, index) => truthOf(predicate.of, data, index));
  if (parts.includes(decisive)) return decisive;
  return parts.includes(undefined) ? undefined : !decisive;
}

function joined(
  parts: readonly Predicate[],
  data: JsonObject,
  item: number | undefined,
  decisive: boolean,
): Truth {
  const truths = parts.map((part) => truthOf(part, data, item));
  if (truths.includes(decisive)) return decisive;
  return truths.includes(undefined) ? undefined : !decisive;
}

function split(field: string): [string, string] {
  const at = field.search(/\./);
  return [field.slice(0, at), field.slice(at + 1)];
}
