import { escapeToken, isObject, omitUndefined, own } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { bytesOf, deferralIn } from '../model/index.js';
import type { FileRule } from '../model/index.js';
import type { Arrangement } from './arrangement.js';
import type { DrawnControl } from './field-schema.js';
import { acceptedWays } from './field-schema.js';
import type { ListSection, Section } from './sections.js';
import type { Words } from './words.js';

/** The sections as a JSON Forms UI schema. */
export function uiOf(sections: readonly Section[], arrangement: Arrangement, words: Words): JsonObject {
  return {
    type: 'VerticalLayout',
    elements: sections.map((section) => sectionUi(section, arrangement, words)),
  };
}

function sectionUi(section: Section, arrangement: Arrangement, words: Words): JsonObject {
  const scope = `#/properties/${escapeToken(section.name)}`;
  if (section.kind === 'list') return listUi(section, scope, { arrangement, words });
  const controls = section.controls.map((control) => ({ control, element: controlUi(control, scope) }));
  return { type: 'Group', label: section.title, elements: arrangement.arrange(controls, words) };
}

function listUi(
  section: ListSection,
  scope: string,
  { arrangement, words }: { arrangement: Arrangement; words: Words },
): JsonObject {
  const detail = { type: 'VerticalLayout', elements: arrangement.arrange(itemControls(section), words) };
  return {
    type: 'Group',
    label: section.title,
    elements: [{ type: 'Control', scope, label: section.title, options: { detail } }],
  };
}

/** What stands in the items: what is not in all of them shows where it is the item's. */
function itemControls({ shared, variants, order }: ListSection) {
  const all = shared.map((control) => ({ control, element: inItem(control, '#') }));
  const seen = new Map<string, { control: DrawnControl; scope: string; of: JsonSchema[] }>();
  for (const [index, { of, controls }] of variants.entries()) {
    for (const control of controls) {
      const { name, isMaterial, isRequired, isReadOnly, schema } = control;
      // Laws may differ where what is drawn does not.
      const look = JSON.stringify([name, isMaterial, isRequired, isReadOnly, schema]);
      const present = seen.get(look);
      if (present === undefined) seen.set(look, { control, scope: `#/allOf/${index}/then`, of: [of] });
      else present.of.push(of);
    }
  }
  for (const { control, scope, of } of seen.values()) {
    const schema = of.length === 1 ? of[0]! : { anyOf: of };
    const rule = { effect: 'SHOW', condition: { scope: '#', schema } };
    all.push({ control, element: { ...inItem(control, scope), rule } });
  }
  return all.sort((a, b) => order.indexOf(a.control.name) - order.indexOf(b.control.name));
}

function inItem(control: DrawnControl, scope: string): JsonObject {
  return controlUi(control, control.isMaterial ? `${scope}/properties/materials` : scope);
}

function controlUi(control: DrawnControl, holder: string): JsonObject {
  const { schema, name, isReadOnly, place, declared, suggestion } = control;
  const scope = `${holder}/properties/${escapeToken(name)}`;
  const element = schemaUi(schema, scope, isReadOnly);
  if (suggestion !== undefined)
    return { ...element, options: { ...(element['options'] as JsonObject | undefined), suggestion } };
  if (!control.isMaterial) return element;
  const material = {
    of: place.of,
    accept: acceptedWays(place.accept),
    ...deferralOf(control),
    ...omitUndefined({ commitment: declared, files: filesOf(place.files) }),
  };
  return { ...element, options: { ...(element['options'] as JsonObject | undefined), material } };
}

/** What a page tells before a file is sent: the media types, and the most bytes. */
function filesOf(rule: FileRule | undefined): JsonObject | undefined {
  if (rule === undefined) return undefined;
  const { types, maxSize } = rule;
  return omitUndefined({ types, maxBytes: maxSize === undefined ? undefined : bytesOf(maxSize), maxSize });
}

/** When what follows later has to be there. */
function deferralOf({ place }: DrawnControl): JsonObject {
  const deferral = deferralIn(place.accept ?? []);
  return deferral === undefined ? {} : { deferral: { ...deferral } };
}

/** Controls for a schema that is drawn: for an object, one for each of its properties. */
function schemaUi(schema: JsonObject, scope: string, isReadOnly: boolean): JsonObject {
  const { type, title = '', oneOf, properties, items, prefixItems } = schema;
  const control = (options: JsonObject = {}): JsonObject => {
    const all = { ...options, ...(isReadOnly ? { readonly: true } : {}) };
    return { type: 'Control', scope, label: title, ...(Object.keys(all).length > 0 ? { options: all } : {}) };
  };
  // A list to choose from gives texts; other values are given by buttons.
  if (oneOf !== undefined) return control(type === 'string' ? {} : { format: 'radio' });
  if (type === 'object' && isObject(properties) && Object.keys(properties).length > 0)
    return { type: 'Group', label: title, elements: propertiesUi(properties, scope, isReadOnly) };
  if (type === 'array' && Array.isArray(prefixItems)) {
    const elements = prefixItems.map((inner, at) =>
      schemaUi(inner as JsonObject, `${scope}/prefixItems/${String(at)}`, isReadOnly),
    );
    return { type: 'Group', label: title, elements };
  }
  if (type === 'array' && isObject(items))
    return control({ detail: { type: 'VerticalLayout', elements: itemUi(items, isReadOnly) } });
  return control();
}

function propertiesUi(properties: JsonObject, scope: string, isReadOnly: boolean): JsonValue[] {
  return Object.entries(properties).map(([name, inner]) =>
    schemaUi(inner as JsonObject, `${scope}/properties/${escapeToken(name)}`, isReadOnly),
  );
}

function itemUi(items: JsonObject, isReadOnly: boolean): JsonValue[] {
  const properties = own(items, 'properties');
  return items['type'] === 'object' && isObject(properties)
    ? propertiesUi(properties, '#', isReadOnly)
    : [schemaUi({ ...items, type: drawnTypeOf(items) }, '#', isReadOnly)];
}

function drawnTypeOf({ type }: JsonObject): JsonValue {
  return Array.isArray(type) ? type[0]! : type!;
}
