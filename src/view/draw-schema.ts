import { deepEqual, fromEntries, isObject, setOwn } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { selfContained } from '../schema/index.js';
import type { DrawnControl } from './field-schema.js';
import type { ListSection, Section } from './sections.js';

/** How a schema is written for those who read it. */
interface Writing {
  /** A law that no renderer draws. */
  stated: (law: JsonSchema) => JsonSchema;
  drawn: (schema: JsonObject) => JsonObject;
}

const plainly: Writing = { stated: (law) => law, drawn: (schema) => schema };

/** RJSF draws whatever it finds, so that laws stand out of its sight; and it draws no list by position that is empty. */
const forRjsf: Writing = { stated: (law) => ({ not: { not: law } }), drawn: plainLists };

/** The schema of a view, plain, and as RJSF takes it. */
export function schemasOf(
  title: string,
  sections: readonly Section[],
): { schema: JsonObject; rjsf: JsonObject } {
  const schema = rootSchema(title, sections, plainly);
  const differs = ({ law, schema: drawn }: DrawnControl) => law !== undefined || plainLists(drawn) !== drawn;
  if (!sections.some((section) => controlsOf(section).some(differs))) return { schema, rjsf: schema };
  const rjsf = rootSchema(title, sections, forRjsf);
  return { schema: selfContained(schema) as JsonObject, rjsf: selfContained(rjsf) as JsonObject };
}

/** Every control of a section, of every kind of item. */
export function controlsOf(section: Section): DrawnControl[] {
  return section.kind === 'single'
    ? section.controls
    : [...section.shared, ...section.variants.flatMap(({ controls }) => controls)];
}

function rootSchema(title: string, sections: readonly Section[], writing: Writing): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const section of sections) {
    const schema = section.kind === 'single' ? singleSchema(section, writing) : listSchema(section, writing);
    setOwn(properties, section.name, schema);
    const isRequired =
      section.kind === 'single' ? section.controls.some((control) => control.isRequired) : section.isRequired;
    if (isRequired) required.push(section.name);
  }
  return { type: 'object', title, properties, ...(required.length > 0 ? { required } : {}) };
}

function singleSchema(
  { title, controls }: Extract<Section, { kind: 'single' }>,
  writing: Writing,
): JsonObject {
  return { type: 'object', title, ...bodyOf(controls, writing) };
}

function listSchema({ title, bounds, shared, variants }: ListSection, writing: Writing): JsonObject {
  const { allOf = [], ...body } = itemBody(shared, writing);
  const conditional = variants.map(({ of, controls }) => ({ if: of, then: itemBody(controls, writing) }));
  const all = [...conditional, ...(allOf as JsonObject[])];
  return {
    type: 'array',
    title,
    ...bounds,
    items: { type: 'object', title, properties: {}, ...body, ...(all.length > 0 ? { allOf: all } : {}) },
  };
}

/** What stands in an item: its fields, and its materials in a folder of their own. */
function itemBody(controls: readonly DrawnControl[], writing: Writing): JsonObject {
  const body = bodyOf(
    controls.filter(({ isMaterial }) => !isMaterial),
    writing,
  );
  const materials = controls.filter(({ isMaterial }) => isMaterial);
  if (materials.length === 0) return body;
  const required = (body['required'] as string[] | undefined) ?? [];
  const isRequired = materials.some((control) => control.isRequired);
  return {
    ...body,
    properties: {
      ...(body['properties'] as JsonObject),
      materials: { type: 'object', ...bodyOf(materials, writing) },
    },
    ...(isRequired || required.length > 0
      ? { required: [...required, ...(isRequired ? ['materials'] : [])] }
      : {}),
  };
}

function bodyOf(controls: readonly DrawnControl[], writing: Writing): JsonObject {
  const properties: JsonObject = {};
  for (const { name, schema } of controls) setOwn(properties, name, writing.drawn(schema));
  const required = controls.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const laws = controls.flatMap(({ name, law }): JsonObject[] => {
    const property: JsonObject = {};
    if (law !== undefined) setOwn(property, name, writing.stated(law));
    return law === undefined ? [] : [{ properties: property }];
  });
  return {
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(laws.length > 0 ? { allOf: laws } : {}),
  };
}

/** Lists by position as plain ones, their positions a law; the same schema where there are none. */
function plainLists(schema: JsonObject): JsonObject {
  const { prefixItems, required: _, ...rest } = schema;
  if (Array.isArray(prefixItems)) {
    const [first, ...others] = prefixItems.map((one) => plainLists(one as JsonObject));
    const isOneKind = others.every((one) => deepEqual({ ...one, title: '' }, { ...first, title: '' }));
    const items = isOneKind ? { ...first, title: schema['title'] ?? '' } : { anyOf: [first!, ...others] };
    return { ...rest, items, not: { not: { prefixItems } } };
  }
  const { properties, items } = schema;
  const inner = isObject(properties) ? mapped(properties) : properties;
  const item = isObject(items) ? plainLists(items) : items;
  if (inner === properties && item === items) return schema;
  return {
    ...schema,
    ...(inner === undefined ? {} : { properties: inner }),
    ...(item === undefined ? {} : { items: item }),
  };
}

function mapped(properties: JsonObject): JsonObject {
  const entries = Object.entries(properties).map(([name, one]): [string, JsonObject] => [
    name,
    plainLists(one as JsonObject),
  ]);
  return entries.every(([name, one]) => one === properties[name]) ? properties : fromEntries(entries);
}
