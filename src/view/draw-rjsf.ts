import { isObject, setOwn } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { controlsOf } from './draw-schema.js';
import type { Section } from './sections.js';

/** What RJSF is told beside the schema, so that it answers nothing for the applicant. */
const defaults: JsonObject = {
  experimental_defaultFormStateBehavior: {
    arrayMinItems: { populate: 'never' },
    emptyObjectFields: 'skipDefaults',
    constAsDefaults: 'never',
    requiredBooleanDefault: 'skip',
  },
  noHtml5Validate: true,
};

/** The properties of RJSF's Form that the view decides. */
export function rjsfOf(schema: JsonObject, sections: readonly Section[]): JsonObject {
  const uiSchema: JsonObject = { 'ui:order': [...sections.map(({ name }) => name), '*'] };
  for (const section of sections) {
    const controls = controlsOf(section);
    if (section.kind === 'single') setOwn(uiSchema, section.name, holderUi(controls));
    else {
      const fields = controls.filter(({ isMaterial }) => !isMaterial);
      const materials = controls.filter(({ isMaterial }) => isMaterial);
      const items: JsonObject = {
        ...holderUi(fields),
        'ui:order': [...section.order.filter((name) => fields.some((one) => one.name === name)), '*'],
        ...(materials.length > 0 ? { materials: holderUi(materials) } : {}),
      };
      setOwn(uiSchema, section.name, { items, 'ui:options': { orderable: false } });
    }
  }
  return { schema, uiSchema, ...defaults };
}

/** Names that are numbers would come first: the order is said. */
function holderUi(
  controls: readonly { name: string; schema: JsonObject; suggestion?: { text: string } }[],
): JsonObject {
  const ui: JsonObject = { 'ui:order': [...new Set(controls.map(({ name }) => name)), '*'] };
  for (const { name, schema, suggestion } of controls) {
    const own = schemaUi(schema);
    const help = suggestion === undefined ? {} : { 'ui:help': suggestion.text };
    if (own !== undefined || suggestion !== undefined) setOwn(ui, name, { ...own, ...help });
  }
  return ui;
}

/** What a drawn schema needs beside it; undefined where nothing does. */
function schemaUi(schema: JsonObject): JsonObject | undefined {
  const { type, oneOf, properties, items } = schema;
  // A list is tied to its label and gives each value with its type.
  if (oneOf !== undefined) return type === 'boolean' ? { 'ui:widget': 'select' } : undefined;
  if (type === 'object' && isObject(properties)) {
    const ui = holderUi(
      Object.entries(properties).map(([name, inner]) => ({ name, schema: inner as JsonObject })),
    );
    return ui;
  }
  if (type === 'array' && isObject(items)) {
    const ui: JsonValue | undefined = schemaUi(items);
    return ui === undefined ? undefined : { items: ui };
  }
  return undefined;
}
