import { isObject, keyOfValue, omitUndefined, own } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { bytesOf, commitmentIn, typePattern, wayName } from '../model/index.js';
import type { Accept, FileRule } from '../model/index.js';
import { intersectAll, portableSchema, selfContained } from '../schema/index.js';
import type { Control } from './in-force.js';
import { drawable } from './drawable.js';
import type { Drawable } from './drawable.js';
import type { Words } from './words.js';

/** A control with the schema that it is drawn from, and the law where the drawn schema says less. */
export interface DrawnControl extends Control {
  schema: JsonObject;
  law?: JsonSchema;
  /** Of a material: what the applicant declares instead, and what follows if it is untrue. */
  declared?: string;
  /** What the author suggests: shown, and never answered for the applicant. */
  suggestion?: { value: JsonValue; text: string };
  /** Two controls of one name and one identity are drawn alike. */
  identity: string;
}

/** Remembers what was folded and drawn: most controls are the same before and after a key stroke. */
export type DrawnBefore = Map<string, Drawable & { law: JsonSchema }>;

/** Draws a control. */
export function drawControl(control: Control, words: Words, before: DrawnBefore): DrawnControl {
  const { place, laws, value, name, isReadOnly } = control;
  const key = JSON.stringify([place.at, words.locale, lawNames(control), shapeOf(control)]);
  let drawn = before.get(key);
  if (drawn === undefined) {
    const law = laws.length === 0 ? place.schema : folded(laws);
    const subject = {
      title: words.title(place.title, name),
      description: words.text(place.description),
      labels: place.labels,
      value,
    };
    const isFree = laws.length === 0;
    const full = control.isMaterial
      ? { schema: drawnMaterial(control, law, words), isLooser: hasObjects(filesOf(value)) }
      : drawable(law, subject, words);
    drawn = {
      ...(isFree ? { schema: freed(full.schema), isLooser: false } : full),
      law: portableSchema(law),
    };
    before.set(key, drawn);
  }
  const messages = control.messages.flatMap(({ schema: refusing, message: text }): JsonObject[] => {
    const message = words.text(text);
    return message === undefined ? [] : [{ schema: refusing, message }];
  });
  const schema = {
    ...(control.isRequired || value !== undefined ? drawn.schema : optional(drawn.schema)),
    ...(isReadOnly ? { readOnly: true } : {}),
    ...(messages.length === 0 ? {} : { messages }),
  };
  const worded = JSON.stringify(messages.map(({ message }) => message!));
  const identity = `${String(isReadOnly)} ${String(control.isRequired)} ${worded} ${key}`;
  const suggestion = control.isMaterial || value !== undefined ? undefined : suggestedBy(control, words);
  const declared = control.isMaterial ? declaredIn(place.accept, words) : undefined;
  return {
    ...control,
    schema,
    identity,
    ...omitUndefined({ declared, suggestion }),
    ...(drawn.isLooser ? { law: drawn.law } : {}),
  };
}

/** Which of its schemas are in force. */
function lawNames({ laws }: Control): number[] {
  return laws.map(identityOf);
}

const identities = new WeakMap<object, number>();
let identified = 0;

/** A number for each schema object: two schemas of one plan are the same object or not. */
function identityOf(schema: JsonSchema): number {
  if (typeof schema === 'boolean') return schema ? -1 : -2;
  let identity = identities.get(schema);
  if (identity === undefined) identities.set(schema, (identity = identified += 1));
  return identity;
}

/** What of a value has a part in how it is drawn. */
function shapeOf({ value, isMaterial }: Control): unknown {
  if (isMaterial) return isObject(value) ? [own(value, 'way'), hasObjects(filesOf(value))] : undefined;
  return shape(value);
}

function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, inner]) => [key, shape(inner)]);
}

function folded(laws: readonly JsonSchema[]): JsonSchema {
  const parts = laws.map((schema) => portableSchema(schema)).filter((schema) => schema !== true);
  if (parts.length === 0) return true;
  if (parts.length === 1) return selfContained(parts[0]!);
  return selfContained(intersectAll(parts.map((schema) => ({ schema }))).schema);
}

/** Nothing has to be right where the applicant gives something else instead: only what tells renderers how to draw it stays. */
function freed(schema: JsonObject): JsonObject {
  const { type, title, description, oneOf, format, properties, items, prefixItems } = schema;
  const kept = Object.entries({ type, title, description, oneOf, format }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...(Object.fromEntries(kept) as JsonObject),
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, freed(inner as JsonObject)]),
          ),
        }
      : {}),
    ...(isObject(items) ? { items: freed(items) } : {}),
    ...(Array.isArray(prefixItems)
      ? { prefixItems: prefixItems.map((inner) => freed(inner as JsonObject)) }
      : {}),
  };
}

/** What need not be there demands nothing while it is not begun. */
function optional(schema: JsonObject): JsonObject {
  if (schema['required'] === undefined) return schema;
  const { required: _, ...rest } = schema;
  return rest;
}

/** A material: the way in which it is given, and its files where it is uploaded. */
function drawnMaterial({ place, value, name }: Control, law: JsonSchema, words: Words): JsonObject {
  const ways = waysIn(law);
  const chosen = isObject(value) ? own(value, 'way') : undefined;
  const isUpload = chosen === 'upload' || (chosen === undefined && ways.join() === 'upload');
  const way = {
    type: 'string',
    title: words.say('view.way'),
    ...(ways.includes('commitment') ? omitUndefined({ description: declaredIn(place.accept, words) }) : {}),
    oneOf: ways.map((one) => ({ const: one, title: words.say(`view.way.${one}`) })),
  };
  const description = words.text(place.description);
  return {
    type: 'object',
    title: words.title(place.title, name),
    ...(description === undefined ? {} : { description }),
    properties: { way, ...(isUpload ? { files: drawnFiles(value, words, place.files) } : {}) },
    required: isUpload ? ['way', 'files'] : ['way'],
  };
}

function drawnFiles(value: unknown, words: Words, rule: FileRule | undefined): JsonObject {
  const title = words.say('view.file');
  const text = (name: 'id' | 'name' | 'type') => ({ type: 'string', title: words.say(`view.file-${name}`) });
  const { types, maxSize } = rule ?? {};
  const isLimited = types !== undefined || maxSize !== undefined;
  const items: JsonObject =
    isLimited || hasObjects(filesOf(value))
      ? {
          ...(isLimited ? { type: 'object' } : { type: ['string', 'object'], minLength: 1 }),
          title,
          properties: {
            id: { ...text('id'), minLength: 1 },
            name: { ...text('name'), minLength: 1 },
            type: { ...text('type'), ...(types === undefined ? {} : { pattern: typePattern(types) }) },
            size: {
              type: 'integer',
              title: words.say('view.file-size'),
              minimum: 0,
              ...(maxSize === undefined ? {} : { maximum: bytesOf(maxSize) }),
            },
          },
          required: [
            'id',
            ...(types === undefined ? [] : ['type']),
            ...(maxSize === undefined ? [] : ['size']),
          ],
        }
      : { type: 'string', title, minLength: 1 };
  return { type: 'array', title: words.say('view.files'), items, minItems: 1 };
}

function filesOf(value: unknown): unknown {
  return isObject(value) ? own(value, 'files') : undefined;
}

function hasObjects(files: unknown): boolean {
  return Array.isArray(files) && files.some(isObject);
}

const wayNames = ['upload', 'commitment', 'deferral'] as const;

/** The ways that the law leaves the applicant. */
function waysIn(law: JsonSchema): (typeof wayNames)[number][] {
  const properties = isObject(law) ? own(law, 'properties') : undefined;
  const way = isObject(properties) ? own(properties, 'way') : undefined;
  if (!isObject(way)) return way === false ? [] : [...wayNames];
  const listed = own(way, 'enum') ?? (Object.hasOwn(way, 'const') ? [way['const']!] : undefined);
  return Array.isArray(listed) ? wayNames.filter((name) => listed.includes(name)) : [...wayNames];
}

/** The ways in which some block accepts a material. */
export function acceptedWays(accept: readonly Accept[] | undefined): string[] {
  return [...new Set((accept ?? []).map(wayName))];
}

/** What the applicant declares, and what follows if it is untrue; undefined where no author words it. */
function declaredIn(accept: readonly Accept[] | undefined, words: Words): string | undefined {
  const texts = (accept ?? []).flatMap((way) => {
    const { text, consequence } = commitmentIn([way]) ?? {};
    const shown = { text: words.text(text) ?? '', consequence: words.text(consequence) ?? '' };
    return text === undefined ? [] : [words.say('view.declared', shown)];
  });
  return texts.length === 0 ? undefined : [...new Set(texts)].join('\n');
}

/** The default that the element or a block states; of several, composing has left the one that counts. */
function suggestedBy({ place, laws, isReadOnly }: Control, words: Words): DrawnControl['suggestion'] {
  if (isReadOnly) return undefined;
  for (const law of laws) {
    const value = isObject(law) ? own(law, 'default') : undefined;
    if (value === undefined) continue;
    const label = words.text(place.labels?.[keyOfValue(value)]);
    const shown = label ?? (typeof value === 'string' ? value : JSON.stringify(value));
    return { value, text: words.say('view.suggestion', { value: shown }) };
  }
  return undefined;
}
