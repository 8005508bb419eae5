import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import type { JsonSchema, JsonValue } from '../../../src/base/index.js';
import type { Condition } from '../../../src/model/index.js';
import type { Documents } from './documents.js';

/** Is the value an instance of the schema? */
export type Matches = (schema: JsonSchema, value: JsonValue) => boolean;

const dialect = 'https://json-schema.org/draft/2020-12/schema';
const compiled = new Map<string, (value: JsonValue) => boolean>();

/** Makes ready to judge by the schemas of all conditions of the documents: another validator than that of the engine. */
export async function createMatches(documents: Documents): Promise<Matches> {
  for (const schema of conditionSchemas([...documents.block.values(), ...documents.bundle.values()]))
    await compile(schema);
  return (schema, value) => {
    const judge = compiled.get(JSON.stringify(schema));
    if (judge === undefined) throw new Error(`No condition says ${JSON.stringify(schema)}.`);
    return judge(value);
  };
}

async function compile(schema: JsonSchema): Promise<void> {
  const key = JSON.stringify(schema);
  if (compiled.has(key)) return;
  const uri = `https://example.com/condition/${compiled.size}`;
  registerSchema(structuredClone(schema), uri, dialect);
  const judge = await validate(uri);
  compiled.set(key, (value) => judge(value as never).valid);
  unregisterSchema(uri);
}

/** Conditions stand under these two keys, wherever they stand. */
function conditionSchemas(node: unknown): JsonSchema[] {
  if (Array.isArray(node)) return node.flatMap(conditionSchemas);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): JsonSchema[] =>
    key === 'when' || key === 'require' ? schemasOf(value as Condition) : conditionSchemas(value),
  );
}

function schemasOf(condition: Condition): JsonSchema[] {
  const maps = Array.isArray(condition) ? condition : [condition];
  return maps.flatMap((map) =>
    Object.entries(map).flatMap(([key, value]) =>
      key === 'some' || key === 'every'
        ? Object.values(value as Record<string, JsonSchema>)
        : [value as JsonSchema],
    ),
  );
}
