import { isObject, setOwn } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { wayName } from '../model/index.js';
import type { Accept, InputBinding, PlanStep } from '../model/index.js';

/** The ways in which an applicant gives a material, with the names of their types. */
const wayTypes = { upload: 'Upload', commitment: 'Commitment', deferral: 'Deferral' } as const;
type Way = keyof typeof wayTypes;
const ways = Object.keys(wayTypes) as Way[];

const addressOf = (some: readonly Way[]): string => `onething:material/${some.join('+')}`;

/** By address, what a material is given as: each subset of the ways. */
export const wellKnown: Readonly<Record<string, string>> = Object.fromEntries(
  ways
    .reduce<Way[][]>((sets, way) => [...sets, ...sets.map((set) => [...set, way])], [[]])
    .filter((set) => set.length > 0)
    .map((set) => {
      const types = set.map((way) => wayTypes[way]);
      return [addressOf(set), types.length === 1 ? types[0]! : `(${types.join(' | ')})`];
    }),
);

/** The types that materials are made of. */
export const materialDeclarations = [
  '/** A file that the host keeps: what it knows of it, or its name alone. */',
  'export type FileReference = string | { id: string; name?: string; type?: string; size?: number; sha256?: string };',
  '/** A material that the applicant uploads. */',
  "export type Upload = { way: 'upload'; files: FileReference[] };",
  '/** The applicant declares what the material would prove. */',
  "export type Commitment = { way: 'commitment' };",
  '/** The material follows later. */',
  "export type Deferral = { way: 'deferral' };",
  '',
].join('\n');

/** What is given for a material in some of the ways. */
export function materialOf(allowed: readonly Way[]): JsonObject {
  const some = ways.filter((way) => allowed.includes(way));
  return { $ref: addressOf(some.length === 0 ? ways : some) };
}

/** The ways in which an applicant may give what is accepted so. */
export function waysOf(accept: readonly Accept[]): Way[] {
  return ways.filter((way) => accept.some((one) => wayName(one) === way));
}

/**
 * What a step is given, with its materials typed: those that only the applicant gives, by the ways in which that is
 * done. What authorities and registries give has the shape that they choose.
 */
export function withMaterials({ input, in: bindings }: PlanStep): JsonSchema {
  const materials = partAt(input, 'materials');
  if (materials === undefined) return input;
  const typed: JsonObject = {};
  for (const [name, schema] of Object.entries(materials)) {
    const binding = bindings[name];
    const isApplicants =
      binding !== undefined && binding.sources.every(({ from }) => from === 'form' || from === 'ask');
    setOwn(typed, name, isApplicants ? given(binding, schema) : schema);
  }
  const whole = input as JsonObject;
  const properties = whole['properties'] as JsonObject;
  const holder = properties['materials'] as JsonObject;
  return { ...whole, properties: { ...properties, materials: { ...holder, properties: typed } } };
}

function given({ schema }: InputBinding, stated: JsonObject[string]): JsonObject {
  const lists = schema === undefined ? [] : waysIn(schema);
  const one = materialOf(ways.filter((way) => lists.every((list) => list.includes(way))));
  const isList = isObject(stated) && stated['type'] === 'array';
  return isList ? { type: 'array', items: { anyOf: [one, { type: 'null' }] } } : one;
}

function waysIn(schema: JsonSchema): Way[][] {
  if (!isObject(schema)) return [];
  const own = partAt(schema, 'way')?.['enum'];
  const joined = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  return [
    ...(Array.isArray(own) ? [own as Way[]] : []),
    ...joined.flatMap((part) => waysIn(part as JsonSchema)),
  ];
}

/** The properties of a property; of `way`, the property itself. */
function partAt(schema: JsonSchema, name: string): JsonObject | undefined {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  const part = isObject(properties) ? properties[name] : undefined;
  if (!isObject(part)) return undefined;
  if (name === 'way') return part;
  return isObject(part['properties']) ? part['properties'] : undefined;
}
