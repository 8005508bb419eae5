import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isObject } from '../../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import { loadCatalogue, loadPacked, packCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import { defineSubject } from '../../../src/define/index.js';
import { diffCatalogues } from '../../../src/diff/index.js';
import { guideOf } from '../../../src/export/index.js';
import type { Composition, Document } from '../../../src/model/index.js';
import { formView } from '../../../src/view/index.js';
import { composeBundle, explain, project, resolveSituation } from '../../../src/plan/index.js';
import { createManualClock, createRunner } from '../../../src/runtime/index.js';
import { createValidator, faultyReferences } from '../../../src/schema/index.js';
import { codesOf, compose, sketchCatalogue } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

const code = { enum: ['a', 'b', 'c'] };
const node: JsonObject = {
  type: 'object',
  properties: { name: { type: 'string' }, kids: { type: 'array', items: { $ref: '#/$defs/node' } } },
  required: ['name'],
  additionalProperties: false,
};

/** A catalogue in which a code stands wherever a schema can stand; the code is written by the function. */
function sketchWith(write: (schema: JsonObject) => JsonObject): Sketch {
  return {
    elements: { code: write(code), flag: write({ type: 'boolean' }), list: { type: 'array', items: code } },
    registries: [{ id: 'register', subject: 'person', given: ['idNumber'], gives: ['code'] }],
    materials: ['paper'],
    blocks: {
      first: {
        inputs: [
          { field: 'person.code', schema: write({ enum: ['a', 'b'] }) },
          { field: 'person.name', when: { 'person.code': write({ const: 'a' }) } },
          { field: 'person.phone', when: { 'person.code': write({ not: { const: 'a' } }) } },
        ],
        outputs: [{ field: 'person.grade', schema: write({ enum: [1, 2] }) }],
        eligibility: [{ require: { 'person.flag': write({ const: true }) }, otherwise: 'No.' }],
      },
      second: {
        inputs: [
          { field: 'person.code', codes: { a: '1', b: '2', c: '3' } },
          { field: 'person.account', when: { 'person.grade': write({ minimum: 2 }) } },
          {
            anyOf: [
              [{ field: 'person.code', schema: write({ const: 'a' }) }],
              [{ material: 'paper', of: 'person' }],
            ],
          },
        ],
      },
      third: {
        roles: { child: 'person' },
        inputs: [
          { field: 'child.code' },
          { field: 'child.name', when: { 'child.code': write({ const: 'b' }) } },
        ],
      },
    },
    bundle: {
      roles: { person: 'person', child: { type: 'person', many: { min: 0, max: 2 } } },
      known: ['person.idNumber'],
      registries: ['register'],
      uses: [
        { block: 'first' },
        { block: 'second', when: { some: { 'child.code': write({ const: 'c' }) } } },
        { block: 'third', each: 'child' },
      ],
    },
  };
}

/** Everything that is published as a schema, wherever it stands. */
function* schemasIn(value: JsonValue, key = ''): Generator<JsonObject> {
  if (Array.isArray(value)) for (const one of value) yield* schemasIn(one);
  else if (isObject(value)) {
    if (['schema', 'input', 'output', 'form'].includes(key) && !('schema' in value)) yield value;
    else for (const [name, one] of Object.entries(value)) yield* schemasIn(one, name);
  }
}

function expectSound(composition: Composition): void {
  const schemas = [...schemasIn(structuredClone(composition) as unknown as JsonValue)];
  expect(schemas.length).toBeGreaterThan(3);
  for (const schema of schemas) expect(faultyReferences(schema), JSON.stringify(schema)).toEqual([]);
}

const referring = (schema: JsonObject): JsonObject => ({ $ref: '#/$defs/it', $defs: { it: schema } });

describe.each<[string, (schema: JsonObject) => JsonObject]>([
  ['a definition', referring],
  ['an anchor', (schema) => ({ $ref: '#it', $defs: { x: { ...schema, $anchor: 'it' } } })],
  ['an escaped name', (schema) => ({ $ref: '#/$defs/a~1%25', $defs: { 'a/%': schema } })],
  ['an address', (schema) => ({ $id: 'urn:x', $ref: 'urn:y', $defs: { x: { ...schema, $id: 'urn:y' } } })],
  ['two steps', (schema) => ({ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: schema } })],
])('a schema that refers to %s', (_, write) => {
  it('composes to what it composes to with its content in place', () => {
    const plain = compose(sketchWith((schema) => schema));
    const composed = compose(sketchWith(write));
    expectSound(composed);
    expect(JSON.parse(JSON.stringify(composed))).toEqual(JSON.parse(JSON.stringify(plain)));
  });

  it('is checked without a finding', () => {
    expect(codesOf(compose(sketchWith(write)))).toEqual(codesOf(compose(sketchWith((schema) => schema))));
    const { diagnostics } = checkCatalogue(sketchCatalogue(sketchWith(write)));
    const plain = checkCatalogue(sketchCatalogue(sketchWith((schema) => schema)));
    expect(diagnostics.map(({ code: found }) => found)).toEqual(
      plain.diagnostics.map(({ code: found }) => found),
    );
  });
});

const tree = { $ref: '#/$defs/node', $defs: { node } };
const itself = { type: 'object', properties: { next: { $ref: '#' }, n: { type: 'integer' } } };
const recursive: Sketch = {
  elements: { tree, itself },
  blocks: {
    first: {
      inputs: [
        {
          field: 'person.tree',
          schema: { properties: { name: { $ref: '#/$defs/short' } }, $defs: { short: { maxLength: 5 } } },
        },
        { field: 'person.itself' },
        {
          field: 'person.name',
          when: {
            'person.tree': {
              $ref: '#/$defs/deep',
              $defs: {
                deep: { required: ['kids'], properties: { kids: { contains: { $ref: '#/$defs/deep' } } } },
              },
            },
          },
        },
      ],
      outputs: [{ field: 'person.grade' }],
    },
    second: {
      inputs: [
        {
          field: 'person.tree',
          schema: { properties: { name: { $ref: '#/$defs/short' } }, $defs: { short: { minLength: 2 } } },
        },
        { field: 'person.phone', when: { 'person.grade': { const: 1 } } },
      ],
      outputs: [{ field: 'child.tree' }],
      roles: { person: 'person', child: { type: 'person', many: true } },
    },
    third: {
      roles: { child: 'person' },
      inputs: [
        { field: 'child.itself' },
        {
          field: 'child.tree',
          when: { 'child.itself': { not: { $ref: '#/$defs/x' }, $defs: { x: { required: ['next'] } } } },
        },
      ],
    },
  },
  bundle: {
    roles: { person: 'person', child: { type: 'person', many: { min: 1, max: 2 } } },
    uses: [{ block: 'first' }, { block: 'second' }, { block: 'third', each: 'child' }],
  },
};

describe('schemas that refer to themselves', () => {
  const composition = compose(recursive);
  const validate = createValidator(composition.form.schema);
  const answers = (name: string, kid: JsonObject, next: JsonObject = {}): JsonObject => ({
    person: { tree: { name, kids: [kid] }, itself: { next }, name: 'Ann' },
    child: [{ itself: { next: { n: 1 } } }],
  });

  it('are checked by the form and by each step, as deep as they go', () => {
    expectSound(composition);
    expect(validate(answers('Anna', { name: 'A' }))).toEqual([]);
    for (const wrong of [
      answers('Annabella', { name: 'A' }),
      answers('A', { name: 'A' }),
      answers('Anna', { name: 'A', kids: [{}] }),
      answers('Anna', { name: 'A' }, { next: { next: { n: 'x' } } }),
    ]) {
      expect(validate(wrong), JSON.stringify(wrong)).not.toEqual([]);
      expect(project(composition.plan, wrong).steps.flatMap(({ issues }) => issues)).not.toEqual([]);
    }
    expect(
      project(composition.plan, answers('Anna', { name: 'A' })).steps.flatMap(({ issues }) => issues),
    ).toEqual([]);
  });

  it('have one definition in the form, shared by roles and blocks', () => {
    const { $defs } = composition.form.schema as { $defs: object };
    expect(Object.keys($defs).sort()).toEqual(['deep', 'itself', 'node']);
  });

  it('are taken into conditions', () => {
    const catalogue = sketchCatalogue(recursive);
    const fields = (tree: JsonObject) =>
      composeBundle(catalogue, 'one', { facts: { person: { tree } } }).form.fields.map(({ field }) => field);
    expect(fields({ name: 'Anna' })).not.toContain('person.name');
    const kids = [{ name: 'B', kids: [{ name: 'C', kids: [] }] }];
    expect(fields({ name: 'Anna', kids })).not.toContain('person.name');
    expect(resolveSituation(catalogue, 'one', {}).questions.map(({ field }) => field)).toContain(
      'person.tree',
    );
    const data = { person: { tree: { name: 'Anna', kids } } };
    expect(JSON.stringify(formView(composition, data, { locale: 'en' }))).not.toContain('json-schema:');
  });

  it('survive being packed', () => {
    const catalogue = sketchCatalogue(recursive);
    const packed = loadPacked(structuredClone(packCatalogue(catalogue)));
    expect(JSON.stringify(composeBundle(packed, 'one').form)).toBe(JSON.stringify(composition.form));
  });

  it('are explained and guided', () => {
    const catalogue = sketchCatalogue(recursive);
    const composed = composeBundle(catalogue, 'one');
    expect(JSON.stringify(explain(composed, 'person.tree'))).not.toContain('json-schema:');
    expect(JSON.stringify(guideOf(catalogue, composed, {}))).not.toContain('json-schema:');
  });

  it('are compared: the same to itself, narrower with a counterexample', () => {
    const before = sketchCatalogue(recursive);
    expect(diffCatalogues(before, sketchCatalogue(structuredClone(recursive))).changes).toEqual([]);
    const shorter = structuredClone(recursive);
    (shorter.elements!['tree'] as typeof tree).$defs.node = {
      ...node,
      properties: { ...(node['properties'] as JsonObject), name: { type: 'string', maxLength: 3 } },
    };
    const changes = diffCatalogues(before, sketchCatalogue(shorter)).changes;
    expect(changes.some(({ kind, grade }) => kind === 'field-narrowed' && grade === 'breaking')).toBe(true);
    expect(JSON.stringify(changes)).not.toContain('json-schema:');
  });

  it('are taken and refused by a runner', async () => {
    const handlers = {
      blocks: {
        first: () => ({ status: 'approved' as const, output: { person: { grade: 2 } } }),
        second: () => ({ status: 'pending' as const }),
        third: () => ({ status: 'pending' as const }),
      },
    };
    const runner = await createRunner({
      clock: createManualClock('2026-03-02T09:00:00.000+08:00'),
      handlers,
    });
    const start = (id: string, given: JsonObject) => runner.start(composition.plan, { id, answers: given });
    expect((await start('a', answers('Anna', { name: 'A' }))).accepted).toBe(true);
    expect((await start('b', answers('Anna', { name: 'A', kids: [{}] }))).accepted).toBe(false);
  });
});

describe('definitions of one name', () => {
  it('and different content are told apart; of equal content they are one', () => {
    const of = (maxLength: number) => ({
      type: 'object',
      properties: { at: { $ref: '#/$defs/part' } },
      $defs: {
        part: {
          type: 'object',
          properties: { text: { type: 'string', maxLength }, more: { $ref: '#/$defs/part' } },
        },
      },
    });
    const composition = compose({
      elements: { a: of(3), b: of(5), c: of(3) },
      blocks: { first: { inputs: ['a', 'b', 'c'].map((name) => ({ field: `person.${name}` })) } },
    });
    expectSound(composition);
    expect(Object.keys((composition.form.schema as { $defs: object }).$defs)).toEqual(['part', 'part-2']);
    const validate = createValidator(composition.form.schema);
    const value = { at: { more: { text: 'four' } } };
    expect(validate({ person: { a: {}, b: value, c: {} } })).toEqual([]);
    expect(validate({ person: { a: value, b: {}, c: {} } })).toHaveLength(1);
    expect(validate({ person: { a: {}, b: {}, c: value } })).toHaveLength(1);
  });
});

describe('a conflict behind references', () => {
  it('is told at the lines of the definitions, in the words of the author', () => {
    const files = {
      'catalogue.yaml': 'kind: catalogue\nid: t\nversion: 1.0.0\n',
      'person.yaml': `kind: subject
id: person
elements:
  it:
    schema:
      $ref: '#/$defs/n'
      $defs:
        n: { type: string, minLength: 5 }
`,
      'a.yaml': `kind: block
id: a
roles: { person: person }
inputs:
  - field: person.it
    schema:
      $ref: '#short'
      $defs:
        s: { $anchor: short, maxLength: 4 }
`,
      'one.yaml': 'kind: bundle\nid: one\nroles: { person: person }\nuses: [{ block: a }]\n',
    };
    const catalogue = loadCatalogue(Object.entries(files).map(([path, text]) => ({ path, text })));
    const { diagnostics } = composeBundle(catalogue, 'one');
    expect(diagnostics.map(({ code: found }) => found)).toEqual(['compose/widened']);
    const lines = diagnostics[0]!.related.map(
      ({ at, message }) => `${at.file}:${at.range?.start.line} ${message}`,
    );
    expect(lines).toEqual([
      'person.yaml:8 the element itself says type: "string"',
      'person.yaml:8 the element itself says minLength: 5',
      'a.yaml:9 "a" says maxLength: 4',
    ]);
  });
});

describe('references that lead nowhere', () => {
  it('are one finding each, at the line of the reference, wherever the schema stands', () => {
    const files = {
      'catalogue.yaml': 'kind: catalogue\nid: t\nversion: 1.0.0\n',
      'person.yaml': `kind: subject
id: person
elements:
  a: { schema: { $ref: '#/$defs/b', $defs: { c: { type: string } } } }
  b: { schema: { type: string } }
`,
      'a.yaml': `kind: block
id: a
roles: { person: person }
inputs:
  - field: person.b
    schema:
      $ref: '#/$defs/date'
  - field: person.a
    when: { person.b: { anyOf: [{ $ref: 'person.yaml#/elements/b/schema' }] } }
outputs:
  - { field: person.b, schema: { allOf: [{ $ref: '#b' }] } }
`,
      'one.yaml': 'kind: bundle\nid: one\nroles: { person: person }\nuses: [{ block: a }]\n',
    };
    const catalogue = loadCatalogue(Object.entries(files).map(([path, text]) => ({ path, text })));
    const { diagnostics } = checkCatalogue(catalogue);
    expect(diagnostics.map(({ code: found, at }) => `${found} ${at.file}:${at.range?.start.line}`)).toEqual([
      'schema/reference a.yaml:7',
      'schema/reference-outside a.yaml:9',
      'schema/reference a.yaml:11',
      'schema/reference person.yaml:4',
    ]);
    expect(diagnostics.map(({ help }) => help?.message)).toEqual([
      expect.stringContaining('$defs'),
      expect.stringContaining('$defs'),
      expect.stringContaining('$defs'),
      'Did you mean "#/$defs/c"?',
    ]);
  });
});

describe('a schema that comes from zod', () => {
  it('may refer to itself', () => {
    const Category = z.object({
      name: z.string(),
      get inner() {
        return z.array(Category);
      },
    });
    const subject = defineSubject({
      id: 'person',
      elements: { it: { schema: Category }, name: { schema: z.string() } },
    });
    const documents: Document[] = [
      JSON.parse(JSON.stringify(subject)) as Document,
      { kind: 'block', id: 'a', roles: { person: 'person' }, inputs: [{ field: 'person.it' }] },
      { kind: 'bundle', id: 'one', roles: { person: 'person' }, uses: [{ block: 'a' }] },
    ];
    const composition = composeBundle(loadCatalogue([], { documents }), 'one');
    expectSound(composition);
    const validate = createValidator(composition.form.schema);
    expect(validate({ person: { it: { name: 'a', inner: [{ name: 'b', inner: [] }] } } })).toEqual([]);
    expect(validate({ person: { it: { name: 'a', inner: [{ name: 'b' }] } } })).not.toEqual([]);
  });
});
