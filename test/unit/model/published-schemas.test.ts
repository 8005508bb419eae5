import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, own } from '../../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import { anyDocumentSchema, kinds, published, publishedSchema } from '../../../src/model/index.js';
import { createValidator } from '../../../src/schema/index.js';

describe('the published schemas', () => {
  it('are those that the shapes make: no file is missing, stale or left over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'onething-schemas-'));
    const made = { files: join(folder, 'files'), modules: join(folder, 'modules') };
    try {
      const script = ['--import', 'tsx', 'scripts/generate-schemas.ts', made.files, made.modules];
      execFileSync(process.execPath, script);
      expect(contentsOf('schemas')).toEqual(contentsOf(made.files));
      expect(contentsOf('src/model/publish/generated')).toEqual(contentsOf(made.modules));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(published)('%s is a schema that a validator takes, with an address and a description', (name) => {
    const schema = publishedSchema(name);
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['$id']).toBe(`https://onething.dev/schemas/${name}.schema.json`);
    expect(schema['description']).toEqual(expect.any(String));
    expect(() => createValidator(schema)).not.toThrow();
  });

  it('explain every key of every kind, and refuse all others', () => {
    const silent: string[] = [];
    for (const kind of kinds) walk(publishedSchema(kind), kind, silent);
    expect(silent).toEqual([]);
  });

  it('of any document leads to that of its kind', () => {
    const branches = anyDocumentSchema()['allOf'] as { then: { $ref: string } }[];
    expect(branches.map(({ then }) => then.$ref)).toEqual(kinds.map((kind) => `${kind}.schema.json`));
  });
});

/** The files of a folder, by name. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Lists properties without a description, and objects that take unknown keys without saying what they are. */
function walk(schema: JsonObject, place: string, silent: string[]): void {
  const definitions = (own(schema, '$defs') ?? {}) as JsonObject;
  const visit = (value: JsonValue, path: string): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => visit(item, `${path}/${index}`));
    if (!isObject(value)) return;
    const properties = own(value, 'properties');
    if (isObject(properties)) {
      if (own(value, 'additionalProperties') === undefined) silent.push(`${path} is open`);
      for (const [key, part] of Object.entries(properties)) {
        if (!describes(part, definitions)) silent.push(`${path}.${key} has no description`);
      }
    }
    for (const [key, part] of Object.entries(value)) visit(part, `${path}/${key}`);
  };
  const { $defs: _, ...top } = schema;
  visit(top, place);
  for (const [name, definition] of Object.entries(definitions)) {
    if (name !== 'json-schema') visit(definition, `${place} ${name}`);
  }
}

function describes(schema: JsonValue, definitions: JsonObject): boolean {
  if (!isObject(schema)) return false;
  if (typeof schema['description'] === 'string') return true;
  const reference = own(schema, '$ref');
  return (
    typeof reference === 'string' &&
    describes(definitions[reference.slice('#/$defs/'.length)] ?? null, definitions)
  );
}
