import { setOwn } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { selfContained } from '../schema/index.js';
import type { DrawnControl } from './field-schema.js';
import type { ListSection, Section } from './sections.js';

/** How laws that no renderer draws stand in the schema. */
type Stated = (law: JsonSchema) => JsonSchema;

/** The schema of a view, plain, and as RJSF takes it: it draws whatever it finds, so that laws stand out of its sight. */
export function schemasOf(
  title: string,
  sections: readonly Section[],
): { schema: JsonObject; rjsf: JsonObject } {
  const schema = rootSchema(title, sections, (law) => law);
  const hasLaws = sections.some((section) => controlsOf(section).some(({ law }) => law !== undefined));
  if (!hasLaws) return { schema, rjsf: schema };
  const rjsf = rootSchema(title, sections, (law) => ({ not: { not: law } }));
  return { schema: selfContained(schema) as JsonObject, rjsf: selfContained(rjsf) as JsonObject };
}

/** Every control of a section, of every kind of item. */
export function controlsOf(section: Section): DrawnControl[] {
  return section.kind === 'single'
    ? section.controls
    : [...section.shared, ...section.variants.flatMap(({ controls }) => controls)];
}

function rootSchema(title: string, sections: readonly Section[], stated: Stated): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const section of sections) {
    const schema = section.kind === 'single' ? singleSchema(section, stated) : listSchema(section, stated);
    setOwn(properties, section.name, schema);
    const isRequired =
      section.kind === 'single' ? section.controls.some((control) => control.isRequired) : section.isRequired;
    if (isRequired) required.push(section.name);
  }
  return { type: 'object', title, properties, ...(required.length > 0 ? { required } : {}) };
}

function singleSchema({ title, controls }: Extract<Section, { kind: 'single' }>, stated: Stated): JsonObject {
  return { type: 'object', title, ...bodyOf(controls, stated) };
}

function listSchema({ title, bounds, shared, variants }: ListSection, stated: Stated): JsonObject {
  const { allOf = [], ...body } = itemBody(shared, stated);
  const conditional = variants.map(({ of, controls }) => ({ if: of, then: itemBody(controls, stated) }));
  const all = [...conditional, ...(allOf as JsonObject[])];
  return {
    type: 'array',
    title,
    ...bounds,
    items: { type: 'object', title, properties: {}, ...body, ...(all.length > 0 ? { allOf: all } : {}) },
  };
}

/** What stands in an item: its fields, and its materials in a folder of their own. */
function itemBody(controls: readonly DrawnControl[], stated: Stated): JsonObject {
  const body = bodyOf(
    controls.filter(({ isMaterial }) => !isMaterial),
    stated,
  );
  const materials = controls.filter(({ isMaterial }) => isMaterial);
  if (materials.length === 0) return body;
  const required = (body['required'] as string[] | undefined) ?? [];
  const isRequired = materials.some((control) => control.isRequired);
  return {
    ...body,
    properties: {
      ...(body['properties'] as JsonObject),
      materials: { type: 'object', ...bodyOf(materials, stated) },
    },
    ...(isRequired || required.length > 0
      ? { required: [...required, ...(isRequired ? ['materials'] : [])] }
      : {}),
  };
}

function bodyOf(controls: readonly DrawnControl[], stated: Stated): JsonObject {
  const properties: JsonObject = {};
  for (const { name, schema } of controls) setOwn(properties, name, schema);
  const required = controls.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const laws = controls.flatMap(({ name, law }): JsonObject[] => {
    const property: JsonObject = {};
    if (law !== undefined) setOwn(property, name, stated(law));
    return law === undefined ? [] : [{ properties: property }];
  });
  return {
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(laws.length > 0 ? { allOf: laws } : {}),
  };
}
