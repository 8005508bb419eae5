import { keyOfValue } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import {
  bytesOf,
  choicesRole,
  commitmentIn,
  deferralIn,
  fieldParts,
  typePattern,
} from '../../model/index.js';
import type { Accept, FileRule } from '../../model/index.js';
import { intersectAll, portableSchema, reconcileDefaults } from '../../schema/index.js';
import type { BoundBundle, LeafDemand } from './bound.js';

/** How the applicant can give a material in a form. */
export type Way = 'upload' | 'commitment' | 'deferral';

/** The ways that a demand accepts and a form can offer, in order of how much they ask of the applicant. */
export function waysOf(accept: readonly Accept[]): Way[] {
  const ways: Way[] = [];
  if (accept.includes('upload')) ways.push('upload');
  if (commitmentIn(accept) !== undefined) ways.push('commitment');
  if (deferralIn(accept) !== undefined) ways.push('deferral');
  return ways;
}

/** A file is a reference to what the host keeps: its id there with what else is known of it, or its name alone. */
const fileSchema: JsonSchema = {
  type: ['string', 'object'],
  minLength: 1,
  properties: {
    id: { type: 'string', minLength: 1 },
    name: { type: 'string', minLength: 1 },
    type: { type: 'string' },
    size: { type: 'integer', minimum: 0 },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
  required: ['id'],
};

/** A file of which the author says what it may be: what the host knows of it has to be said. */
function limitedFile({ types, maxSize }: FileRule): JsonSchema {
  return {
    ...(fileSchema as JsonObject),
    type: 'object',
    properties: {
      ...(fileSchema as { properties: JsonObject }).properties,
      ...(types === undefined ? {} : { type: { type: 'string', pattern: typePattern(types) } }),
      ...(maxSize === undefined ? {} : { size: { type: 'integer', minimum: 0, maximum: bytesOf(maxSize) } }),
    },
    required: ['id', ...(types === undefined ? [] : ['type']), ...(maxSize === undefined ? [] : ['size'])],
  };
}

function materialOf(file: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: {
      way: { enum: ['upload', 'commitment', 'deferral'] },
      files: { type: 'array', items: file, minItems: 1 },
    },
    required: ['way'],
    if: { properties: { way: { const: 'upload' } } },
    then: { required: ['files'] },
  };
}

/** What the form takes for a material: how it is given, and the files where it is uploaded. */
export const materialValueSchema: JsonSchema = materialOf(fileSchema);

const limited = new WeakMap<FileRule, JsonSchema>();

/** The same, where the author says which files it takes. */
function materialSchemaFor(rule: FileRule | undefined): JsonSchema {
  if (rule === undefined) return materialValueSchema;
  let schema = limited.get(rule);
  if (schema === undefined) limited.set(rule, (schema = materialOf(limitedFile(rule))));
  return schema;
}

/** What everything that is said of a field or a material starts from; it means the same wherever it is put. */
export function elementSchemaOf(
  bound: BoundBundle,
  kind: 'field' | 'material',
  role: string,
  name: string,
): JsonSchema {
  if (kind === 'material') return materialSchemaFor(bound.fileRules.get(name));
  if (role === choicesRole) return { type: 'boolean' };
  const element = elementOf(bound, role, name);
  return element === undefined ? true : portableSchema(element.schema, name);
}

/** The element of a role of the bundle. */
export function elementOf(bound: BoundBundle, role: string, name: string) {
  const elements = bound.roles.get(role)?.subject?.elements;
  return elements !== undefined && Object.hasOwn(elements, name) ? elements[name] : undefined;
}

/** The schema of a field by its key. */
export function fieldSchemaOf(bound: BoundBundle): (field: string) => JsonSchema {
  return (field) => {
    const { role, element } = fieldParts(field);
    return elementSchemaOf(bound, 'field', role, element);
  };
}

/**
 * What one block adds to the element's own schema: its narrowing, the values that its code list knows, or the
 * ways in which it accepts a material.
 */
export function narrowingOf(bound: BoundBundle, leaf: LeafDemand): JsonSchema | undefined {
  const { input } = leaf;
  if ('material' in input) {
    const ways = waysOf(leaf.accept);
    return ways.length === 0 ? undefined : { properties: { way: { enum: ways } } };
  }
  const coded = input.codes === undefined ? undefined : codedValues(bound, leaf, Object.keys(input.codes));
  const narrowing = input.schema === undefined ? undefined : portableSchema(input.schema, leaf.name);
  if (coded === undefined) return narrowing;
  return narrowing === undefined ? { enum: coded } : { allOf: [narrowing, { enum: coded }] };
}

/** All of the schemas in one, with nothing lost but defaults that do not count. */
export function fold(schemas: readonly JsonSchema[]): JsonSchema {
  const constraints = reconcileDefaults(schemas).schemas.filter((schema) => schema !== true);
  if (constraints.length === 0) return true;
  if (constraints.length === 1) return constraints[0]!;
  return portableSchema(intersectAll(constraints.map((schema) => ({ schema }))).schema);
}

/** The element's values that a code list speaks of. Its keys are texts; the values may be numbers or booleans. */
function codedValues(bound: BoundBundle, leaf: LeafDemand, keys: readonly string[]) {
  const schema = elementSchemaOf(bound, 'field', leaf.role, leaf.name);
  const listed = typeof schema === 'object' && Array.isArray(schema['enum']) ? schema['enum'] : undefined;
  if (listed !== undefined) return listed.filter((value) => keys.includes(keyOfValue(value)));
  if (typeof schema === 'object' && schema['type'] === 'boolean') {
    return [true, false].filter((value) => keys.includes(keyOfValue(value)));
  }
  return [...keys];
}
