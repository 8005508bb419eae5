import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { typesOf } from '../../src/codegen/index.js';
import { readCatalogue } from '../../src/node/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { buildPlan } from './plan-builder.js';
import type { Plan } from '../../src/model/index.js';
import { errorsOf, root, runtime } from './compile-types.js';

const field = (schema: object, required = true) => ({
  type: 'object',
  properties: {
    person: {
      type: 'object',
      properties: { name: schema },
      ...(required ? { required: ['name'] } : {}),
      additionalProperties: false,
    },
  },
  required: ['person'],
  additionalProperties: false,
});

const plan: Plan = buildPlan({
  steps: [
    { id: 'a', input: field({ type: 'string' }) as never, output: field({ enum: ['x', 'y'] }) as never },
    { id: '出生登记', input: field({ type: 'integer' }) as never },
    { id: '出生-登记', compensation: true },
    { id: 'r', kind: 'registry', input: field({ type: 'string' }) as never },
  ],
});

const sound = `
import type { Handlers } from './generated.js';
import { createRunner } from '${runtime}';
export const handlers: Handlers = {
  blocks: {
    a: (input) => ({ status: 'approved', output: { person: { name: input.person.name === '' ? 'x' : 'y' } } }),
    出生登记: async (input, { token }) => (input.person.name > 1 && token !== '' ? { status: 'pending' } : { status: 'rejected' }),
    '出生-登记': () => ({ status: 'approved', output: {} }),
  },
  registries: { r: () => ({}) },
  undo: { '出生-登记': () => {} },
};
export const runner = createRunner({ handlers });
`;

describe('types of a plan', () => {
  it('are met by sound handlers, which a runner takes', async () => {
    expect(errorsOf(await typesOf(plan, { runtime }), sound)).toEqual([]);
  });

  it.each([
    ['a missing handler', sound.replace(/ {4}'出生-登记': \(\) => \(\{.*\n/, ''), /出生-登记/],
    ['a missing undo', sound.replace(`undo: { '出生-登记': () => {} }`, 'undo: {}'), /出生-登记/],
    ['a mistyped input', sound.replace('input.person.name > 1', 'input.person.name.length > 1'), /length/],
    ['an output outside the list', sound.replace(`'x' : 'y'`, `'x' : 'z'`), /"z"/],
    ['an output that is missing', sound.replace('person: { name: input', 'people: { name: input'), /people/],
    ['a handler for nobody', sound.replace('registries: {', 'registries: { s: () => ({}),'), /'s'/],
  ])('do not compile with %s', async (_name, host, message) => {
    expect(host).not.toBe(sound);
    expect(errorsOf(await typesOf(plan, { runtime }), host).join('\n')).toMatch(message);
  });

  it('gives ids of every script a name of their own', async () => {
    const text = await typesOf(plan);
    const names = [...text.matchAll(/export (?:interface|type) (\S+)/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('出生登记Input');
    expect(names).toContain('出生登记2Input');
    expect(await typesOf(plan)).toBe(text);
  });

  it('keeps hostile texts in their place', async () => {
    const evil = '*/ export const pwned = 1; /*';
    const hostile = buildPlan({
      id: evil,
      steps: [
        {
          id: 'a',
          block: '"; export const pwned = 1; //',
          input: {
            title: evil,
            description: evil,
            tsType: 'string; export const pwned = 1',
            type: 'object',
            properties: {
              [evil]: { enum: [evil, '`${pwned}`', 'GeneratedRoot'], tsEnumNames: ['a = 1; pwned'] },
              __proto__x: { const: '\u2028' },
            },
          },
        },
      ],
    });
    const text = await typesOf(hostile, { runtime });
    expect(
      errorsOf(text, `import type { Handlers } from './generated.js';\nexport type H = Handlers;\n`),
    ).toEqual([]);
    const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022);
    const kinds = new Set(source.statements.map(({ kind }) => ts.SyntaxKind[kind]));
    expect([...kinds].sort()).toEqual(['ImportDeclaration', 'InterfaceDeclaration']);
  });

  it('compile for every bundle of the examples', async () => {
    const catalogue = readCatalogue(`${root}examples/catalogue`);
    expect(catalogue.bundles.size).toBeGreaterThan(2);
    for (const id of catalogue.bundles.keys()) {
      const text = await typesOf(composeBundle(catalogue, id).plan, { runtime });
      const host = `import type { Handlers } from './generated.js';\nexport type H = Handlers;\n`;
      expect(errorsOf(text, host), id).toEqual([]);
    }
  });
});
