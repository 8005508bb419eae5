import { fromEntries, isObject, keyOfValue, own, resolvePointer } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { textIn } from '../messages/index.js';
import type { Text } from '../messages/index.js';
import { accepts } from '../schema/index.js';
import type { Words } from './words.js';

/** A schema as renderers draw it, and whether it leaves something out that the law says. */
export interface Drawable {
  schema: JsonObject;
  /** The schema says less than the law. */
  isLooser: boolean;
}

/** What is known of the value beside its schema. */
export interface Subject {
  title: string;
  description?: string | undefined;
  /** What to show for each value of a code list. */
  labels?: Record<string, Text> | undefined;
  /** The value that stands there: of several types, its own is drawn. */
  value?: JsonValue | undefined;
}

const order = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] as const;
type TypeName = (typeof order)[number];

/** Keywords that renderers and validators of every draft read alike. */
const plain = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
];

/** Keywords that a drawn schema leaves to the law. */
const left = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependentRequired',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'contains',
  'minContains',
  'maxContains',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** A definition within itself is drawn this often. */
const mostNested = 3;

/** The schema as a renderer draws it: one type, codes with their titles, no references. */
export function drawable(law: JsonSchema, subject: Subject, words: Words): Drawable {
  return new Drawing(law, words).draw(law, subject, new Map());
}

class Drawing {
  constructor(
    private readonly root: JsonSchema,
    private readonly words: Words,
  ) {}

  draw(law: JsonSchema, subject: Subject, within: ReadonlyMap<string, number>): Drawable {
    const { parts, seen, isLooser } = this.partsOf(law, within);
    const texts = {
      title: subject.title,
      ...(subject.description === undefined ? {} : { description: subject.description }),
    };
    const codes = this.codesOf(parts, law, subject);
    // Nothing fits: there is nothing to offer, and whatever is typed is refused.
    if (law === false || codes?.length === 0)
      return { schema: { type: drawnType(parts, subject.value), ...texts }, isLooser: true };
    if (codes !== undefined) {
      // Which codes are offered was decided by the whole schema.
      return { schema: { type: typeOfAll(codes), ...texts, oneOf: codes }, isLooser };
    }
    const type = drawnType(parts, subject.value);
    const result: JsonObject = { type, ...texts };
    let looser = isLooser || parts.length > 1;
    for (const part of parts) {
      for (const keyword of Object.keys(part)) {
        if (left.has(keyword)) looser = true;
        else if (plain.includes(keyword) && own(result, keyword) === undefined)
          result[keyword] = part[keyword]!;
      }
    }
    if (type === 'object') looser = this.addProperties(result, parts, subject, seen) || looser;
    if (type === 'array') looser = this.addItems(result, parts, subject, seen) || looser;
    return { schema: result, isLooser: looser };
  }

  /** The schema and what it refers to or joins: all of them hold. */
  private partsOf(law: JsonSchema, within: ReadonlyMap<string, number>) {
    const parts: JsonObject[] = [];
    const seen = new Map(within);
    let isLooser = false;
    const visit = (schema: JsonSchema | undefined): void => {
      if (!isObject(schema)) return;
      parts.push(schema);
      const reference = own(schema, '$ref') ?? own(schema, '$dynamicRef');
      if (typeof reference === 'string') {
        const times = seen.get(reference) ?? 0;
        const target = reference.startsWith('#') ? this.resolve(reference) : undefined;
        if (target === undefined || times >= mostNested) isLooser = true;
        else {
          seen.set(reference, times + 1);
          visit(target);
        }
      }
      const joined = own(schema, 'allOf');
      if (Array.isArray(joined)) for (const part of joined) visit(part as JsonSchema);
    };
    visit(law);
    return { parts, seen, isLooser };
  }

  private resolve(reference: string): JsonSchema | undefined {
    const fragment = decodeURIComponent(reference.slice(1));
    const found = resolvePointer(this.root, fragment);
    return typeof found === 'boolean' || isObject(found) ? found : undefined;
  }

  /** The values that are offered one by one, with what people call them; undefined where there are too many to list. */
  private codesOf(parts: readonly JsonObject[], law: JsonSchema, subject: Subject) {
    const listed = parts.flatMap((part) => listOfValues(part) ?? []);
    const isListed = parts.some((part) => listOfValues(part) !== undefined);
    const isTruth = !isListed && drawnType(parts, subject.value) === 'boolean';
    if (!isListed && !isTruth) return undefined;
    const candidates: Code[] = isTruth ? [{ const: true }, { const: false }] : listed;
    const codes = new Map<string, Code>();
    for (const code of candidates) {
      const key = JSON.stringify(code.const);
      if (codes.has(key) || accepts(this.rooted(law), code.const) === false) continue;
      codes.set(key, code);
    }
    if (codes.size > 1) codes.delete('null');
    return [...codes.values()].map((code) => ({ const: code.const, title: this.titleOf(code, subject) }));
  }

  /** A part of the schema, with the definitions that it may refer to. */
  private rooted(law: JsonSchema): JsonSchema {
    if (law === this.root || !isObject(law) || !isObject(this.root)) return law;
    const definitions = own(this.root, '$defs');
    return definitions === undefined ? law : { ...law, $defs: definitions };
  }

  private titleOf({ const: value, title }: Code, { labels }: Subject): string {
    const label =
      labels === undefined ? undefined : textIn(own(labels, keyOfValue(value)), this.words.locale);
    if (label !== undefined) return label;
    if (title !== undefined) return title;
    if (typeof value === 'boolean') return this.words.say(value ? 'view.yes' : 'view.no');
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  private addProperties(
    result: JsonObject,
    parts: readonly JsonObject[],
    { value }: Subject,
    seen: ReadonlyMap<string, number>,
  ): boolean {
    let isLooser = false;
    const laws = new Map<string, JsonSchema[]>();
    for (const part of parts) {
      const properties = own(part, 'properties');
      if (!isObject(properties)) continue;
      for (const [name, law] of Object.entries(properties)) {
        laws.set(name, [...(laws.get(name) ?? []), law as JsonSchema]);
      }
    }
    const required = new Set(parts.flatMap((part) => namesIn(own(part, 'required'))));
    for (const name of required) if (!laws.has(name)) laws.set(name, [true]);
    const drawn = [...laws].flatMap(([name, list]): [string, JsonSchema][] => {
      if (list.includes(false)) return [];
      const law = list.length === 1 ? list[0]! : { allOf: list };
      const held = isObject(value) ? own(value, name) : undefined;
      const inner = this.draw(law, { ...textsIn(list, name), value: held }, seen);
      isLooser ||= inner.isLooser;
      return [[name, inner.schema]];
    });
    result['properties'] = fromEntries(drawn);
    if (required.size > 0) result['required'] = [...required];
    const closed = parts.find((part) => own(part, 'additionalProperties') !== undefined);
    const rest = closed === undefined ? true : closed['additionalProperties'];
    if (rest === false && parts.length === 1) result['additionalProperties'] = false;
    else if (rest !== true) isLooser = true;
    return isLooser;
  }

  private addItems(
    result: JsonObject,
    parts: readonly JsonObject[],
    { value, labels, title }: Subject,
    seen: ReadonlyMap<string, number>,
  ): boolean {
    const positions = positionsIn(parts);
    if (positions !== undefined) return this.addPositions(result, { parts, positions, value }, seen);
    const lists = parts.flatMap((part): JsonSchema[] => {
      const items = own(part, 'items');
      const [first] = prefixIn(part);
      const law = items === undefined || items === false ? first : (items as JsonSchema);
      return law === undefined ? [] : [law];
    });
    const law: JsonSchema = lists.length === 0 ? true : lists.length === 1 ? lists[0]! : { allOf: lists };
    const [held] = Array.isArray(value) ? value : [];
    const inner = this.draw(law, { ...textsIn(lists, title), labels, value: held }, seen);
    result['items'] = inner.schema;
    return inner.isLooser || parts.some((part) => own(part, 'items') === false || prefixIn(part).length > 0);
  }

  /** A list in which each position means something else: people see as many fields. */
  private addPositions(
    result: JsonObject,
    { parts, positions, value }: { parts: readonly JsonObject[]; positions: JsonSchema[][]; value: unknown },
    seen: ReadonlyMap<string, number>,
  ): boolean {
    const held: readonly JsonValue[] = Array.isArray(value) ? value : [];
    const drawn = positions.map((laws, at) => {
      const law = laws.length === 1 ? laws[0]! : { allOf: laws };
      return this.draw(law, { ...textsIn(laws, String(at + 1)), value: held[at] }, seen);
    });
    result['prefixItems'] = drawn.map(({ schema }) => schema);
    // Draft 7 knows of no "prefixItems", and takes "items: false" for a list that has to be empty.
    const { minItems = 0, maxItems = positions.length } = result;
    if (parts.some((part) => own(part, 'items') === false))
      result['maxItems'] = Math.min(Number(maxItems), positions.length);
    const required = positions.flatMap((_, at) => (at < Number(minItems) ? [String(at)] : []));
    // Asked of no list by a validator; renderers mark the fields by it.
    if (required.length > 0) result['required'] = required;
    return drawn.some(({ isLooser }) => isLooser);
  }
}

function prefixIn(part: JsonObject): JsonSchema[] {
  const prefix = own(part, 'prefixItems');
  return Array.isArray(prefix) ? (prefix as JsonSchema[]) : [];
}

/** What each position of a list has to meet; undefined where positions mean nothing, or where more may follow them. */
function positionsIn(parts: readonly JsonObject[]): JsonSchema[][] | undefined {
  const count = Math.max(0, ...parts.map((part) => prefixIn(part).length));
  const isOpen = parts.some((part) => ![undefined, false].includes(own(part, 'items') as false | undefined));
  if (count === 0 || isOpen) return undefined;
  return Array.from({ length: count }, (_, at) => parts.flatMap((part) => prefixIn(part).slice(at, at + 1)));
}

interface Code {
  const: JsonValue;
  title?: string;
}

/** The values that a schema lists: by enum, by const, or by alternatives that are values with titles. */
function listOfValues(schema: JsonObject): Code[] | undefined {
  if (Object.hasOwn(schema, 'const')) return [{ const: schema['const']!, ...titleIn(schema) }];
  const values = own(schema, 'enum');
  if (Array.isArray(values)) return values.map((value) => ({ const: value }));
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = own(schema, keyword);
    if (!Array.isArray(branches) || branches.length === 0) continue;
    const lists = branches.map((branch) => (isObject(branch) ? listOfValues(branch) : undefined));
    if (!lists.includes(undefined)) return lists.flatMap((list) => list!);
  }
  return undefined;
}

function titleIn(schema: JsonObject): { title?: string } {
  const title = own(schema, 'title');
  return typeof title === 'string' ? { title } : {};
}

function textsIn(laws: readonly JsonSchema[], name: string): { title: string; description?: string } {
  const texts = (keyword: string) =>
    laws.flatMap((law) => {
      const text = isObject(law) ? own(law, keyword) : undefined;
      return typeof text === 'string' && text !== '' ? [text] : [];
    });
  const [title = name] = texts('title');
  const [description] = texts('description');
  return description === undefined ? { title } : { title, description };
}

function namesIn(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** The one type that is drawn: that of the value where it may have it, else the first that people can type. */
function drawnType(parts: readonly JsonObject[], value: JsonValue | undefined): TypeName {
  let allowed: ReadonlySet<TypeName> = new Set(order);
  for (const part of parts) {
    const types = typesOf(part);
    if (types !== undefined) {
      const both = order.filter((type) => allowed.has(type) && types.has(type));
      allowed = new Set(both);
    }
  }
  if (value !== undefined && value !== null && allowed.has(typeOf(value))) {
    const own = typeOf(value);
    return own === 'integer' && allowed.has('number') ? 'number' : own;
  }
  const hinted = parts.flatMap(hintsIn).find((type) => allowed.has(type));
  if (hinted !== undefined && allowed.size > 1) return hinted;
  return order.find((type) => allowed.has(type)) ?? 'string';
}

/** The types that a schema allows, as far as it says so. */
function typesOf(schema: JsonObject): ReadonlySet<TypeName> | undefined {
  const type = own(schema, 'type');
  if (type !== undefined) {
    const names = (Array.isArray(type) ? type : [type]) as TypeName[];
    return new Set(names.includes('number') ? [...names, 'integer'] : names);
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = own(schema, keyword);
    if (!Array.isArray(branches)) continue;
    const sets = branches.map((branch) => (isObject(branch) ? typesOf(branch) : undefined));
    if (!sets.includes(undefined)) return new Set(sets.flatMap((set) => [...set!]));
  }
  return undefined;
}

const hints: [TypeName, string[]][] = [
  ['string', ['minLength', 'maxLength', 'pattern', 'format']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
];

/** Of a schema that names no type, the types that its keywords are about. */
function hintsIn(schema: JsonObject): TypeName[] {
  return hints.flatMap(([type, keywords]) =>
    keywords.some((keyword) => Object.hasOwn(schema, keyword)) ? [type] : [],
  );
}

/** The type of all codes, or their types. */
function typeOfAll(codes: readonly Code[]): JsonValue {
  const types = new Set(codes.map(({ const: value }) => typeOf(value)));
  if (types.has('number')) types.delete('integer');
  const [only = 'string', ...others] = types;
  return others.length === 0 ? only : [only, ...others];
}

function typeOf(value: JsonValue): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as TypeName;
}
