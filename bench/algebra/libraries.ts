import fastify from '@fastify/merge-json-schemas';
import {
  createComparator,
  createDeepAllOfMerge,
  createMerger,
  createShallowAllOfMerge,
} from '@x0k/json-schema-merge';
import { createDeduplicator, createIntersector } from '@x0k/json-schema-merge/lib/array';
import { merge as allofMerge } from 'allof-merge';
// @ts-expect-error The package has no types.
import mergeAllOf from 'json-schema-merge-allof';
import { deepEqual, isObject, type JsonSchema } from '../../src/base/index.js';
import { intersectAll, isEmpty } from '../../src/schema/index.js';

/** A way to join schemas. */
export interface Library {
  name: string;
  /** Joins the schemas; may throw. `conflict` where it says that nothing is left. */
  join(schemas: readonly JsonSchema[]): { schema: JsonSchema; conflict: boolean };
  /** Does it find that the schema has no instance? */
  seesEmpty(schema: JsonSchema): boolean;
}

type Loose = (schema: unknown) => unknown;

/**
 * A library that only joins. Neither its types nor its values say more than that schemas come in and one comes out.
 *
 * @param join may call `conflict` where the library reports one instead of throwing
 */
const peer = (
  name: string,
  join: (schemas: readonly JsonSchema[], conflict: () => void) => unknown,
): Library => {
  const outcomeOf: Library['join'] = (schemas) => {
    let conflict = false;
    const schema = join(schemas, () => (conflict = true)) as JsonSchema;
    return { schema, conflict: conflict || isFalse(schema) };
  };
  return {
    name,
    join: outcomeOf,
    seesEmpty: (schema) => {
      try {
        return outcomeOf([schema, {}]).conflict || outcomeOf(takenApart(schema)).conflict;
      } catch {
        return true;
      }
    },
  };
};

/** The members of `allOf` beside the rest, for libraries that join a list and look no deeper. */
function takenApart(schema: JsonSchema): JsonSchema[] {
  if (!isObject(schema) || !Array.isArray(schema['allOf'])) return [schema, {}];
  const { allOf, ...rest } = schema;
  return [rest, ...(allOf as JsonSchema[])];
}

/** Schemas that say plainly that nothing is valid. */
function isFalse(schema: JsonSchema): boolean {
  return schema === false || (isObject(schema) && (deepEqual(schema['not'], {}) || schema['not'] === true));
}

const { compareSchemaDefinitions, compareSchemaValues } = createComparator();
const { mergeArrayOfSchemaDefinitions } = createMerger({
  intersectJson: createIntersector(compareSchemaValues),
  deduplicateJsonSchemaDef: createDeduplicator(compareSchemaDefinitions),
});
const x0k = createDeepAllOfMerge(createShallowAllOfMerge(mergeArrayOfSchemaDefinitions)) as Loose;

export const libraries: readonly Library[] = [
  peer('json-schema-merge-allof 0.8.1', (allOf) => (mergeAllOf as Loose)({ allOf })),
  peer('@fastify/merge-json-schemas 0.2.2', (schemas) =>
    (fastify as unknown as { mergeSchemas: Loose }).mergeSchemas(schemas),
  ),
  peer('@x0k/json-schema-merge 1.1.0', (allOf) => x0k({ allOf })),
  peer('allof-merge 0.6.8', (allOf, conflict) => allofMerge({ allOf }, { onMergeError: conflict })),
  peer('`{ allOf: [a, b] }`', (allOf) => ({ allOf })),
  {
    name: '**onething/schema**',
    join: (schemas) => {
      const { schema } = intersectAll(schemas.map((each) => ({ schema: each })));
      return { schema, conflict: schema === false };
    },
    seesEmpty: (schema) => isEmpty(schema).verdict === 'yes',
  },
];

/** The same, with formats as annotations, as the official suite has them. */
export const oursForSuite: Library = {
  ...libraries.at(-1)!,
  join: (schemas) => {
    const { schema } = intersectAll(
      schemas.map((each) => ({ schema: each })),
      { formats: false },
    );
    return { schema, conflict: schema === false };
  },
};
