import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { typesOf } from '../../src/codegen/index.js';
import { buildPlan } from './plan-builder.js';
import type { Plan } from '../../src/model/index.js';
import { errorsOf, runtime } from './compile-types.js';

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
    expect([...kinds].sort()).toEqual(['ImportDeclaration', 'InterfaceDeclaration', 'TypeAliasDeclaration']);
  });

  it('of a registry that is asked for several roles are one type of the role', async () => {
    const keys = (role: string) =>
      ({
        type: 'object',
        properties: { [`${role}.id`]: { type: 'string' } },
        required: [`${role}.id`],
      }) as never;
    const facts = (role: string) =>
      ({ type: 'object', properties: { [`${role}.name`]: { type: 'string' } } }) as never;
    const step = (role: string) => ({
      id: `people-of-${role}`,
      kind: 'registry' as const,
      registry: 'people',
      input: keys(role),
      output: facts(role),
      out: { [`${role}.name`]: { of: `${role}.name`, at: `/${role}/name` } },
    });
    const text = await typesOf(buildPlan({ steps: [step('mother'), step('father')] }), { runtime });
    const host = `import type { PeopleKeys, PeopleFacts, Handlers } from './generated.js';
export const keys: PeopleKeys<'mother'> = { 'mother.id': '1' };
export const facts: PeopleFacts = { 'father.name': 'x' };
// @ts-expect-error a key of another role
export const wrong: PeopleKeys<'mother'> = { 'father.id': '1' };
export const people: Handlers['registries']['people'] = (asked) =>
  'mother.id' in asked ? { 'mother.name': asked['mother.id'] } : { 'father.name': asked['father.id'] };
`;
    expect(errorsOf(text, host)).toEqual([]);
  });

  it('name a list of codes once, and tell what people call things', async () => {
    const codes = { title: 'Ethnicity', enum: ['01', '02', '03'] };
    const input = {
      type: 'object',
      properties: { p: { type: 'object', properties: { ethnicity: codes } } },
    } as never;
    const text = await typesOf(
      buildPlan({
        steps: [
          { id: 'a', input },
          { id: 'b', input },
        ],
      }),
      { runtime },
    );
    expect(text.match(/"02"/g)).toHaveLength(1);
    expect(text).toContain('    /** Ethnicity */\n    ethnicity?: Ethnicity');
  });
});
