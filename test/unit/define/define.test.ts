import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import {
  defineAuthority,
  defineBlock,
  defineBundle,
  defineCalendar,
  defineCase,
  defineCatalogue,
  defineDerivation,
  defineMaterial,
  defineRegistry,
  defineSubject,
  gatherDefinitions,
} from '../../../src/define/index.js';
import type { Message } from '../../../src/messages/index.js';

const person = defineSubject({
  id: 'person',
  elements: { name: { schema: z.string().min(1).max(100) }, age: { schema: { type: 'integer' } } },
});
const police = defineAuthority({ id: 'police' });
const certificate = defineMaterial({ id: 'certificate', accept: ['upload'] });
const birth = defineBlock({
  id: 'birth',
  roles: { child: person },
  outputs: [{ material: certificate, of: 'child' }],
});
const registration = defineBlock({
  id: 'registration',
  authority: police,
  roles: { child: person, guardian: { type: person } },
  inputs: [
    { field: 'child.name', schema: z.string().max(30) },
    { material: certificate, of: 'child', accept: [{ deferral: { until: birth } }] },
  ],
  prerequisites: [{ block: birth }],
  after: [birth],
});
const register = defineRegistry({
  id: 'register',
  subject: person,
  given: ['name'],
  gives: ['age', { material: certificate }],
});
const newborn = defineBundle({
  id: 'newborn',
  roles: { child: { type: person, many: { max: 8 } }, mother: person },
  registries: [register],
  uses: [
    { block: birth, each: 'child' },
    { oneOf: [{ block: registration, with: { guardian: 'mother' }, when: {} }, { block: birth }] },
  ],
});

describe('a definition', () => {
  it('is a plain document: references are ids, zod types are schemas', () => {
    expect(JSON.parse(JSON.stringify(registration))).toEqual({
      kind: 'block',
      id: 'registration',
      authority: 'police',
      roles: { child: 'person', guardian: { type: 'person' } },
      inputs: [
        { field: 'child.name', schema: { type: 'string', maxLength: 30 } },
        { material: 'certificate', of: 'child', accept: [{ deferral: { until: 'birth' } }] },
      ],
      prerequisites: [{ block: 'birth' }],
      after: ['birth'],
    });
    expect(newborn.uses).toEqual([
      { block: 'birth', each: 'child' },
      { oneOf: [{ block: 'registration', with: { guardian: 'mother' }, when: {} }, { block: 'birth' }] },
    ]);
  });

  it('brings along everything that it refers to, each once, and loads without a finding', () => {
    const gathered = gatherDefinitions(newborn, birth);
    expect(gathered.documents.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'authority police',
      'block birth',
      'block registration',
      'bundle newborn',
      'material certificate',
      'registry register',
      'subject person',
    ]);
    const loaded = loadCatalogue([], gathered);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.blocks.get('registration')!.document).toBe(registration);
  });

  it('of every further kind', () => {
    const calendar = defineCalendar({
      id: 'days',
      weekend: [6, 7],
      holidays: [{ from: '2026-10-01', days: 7 }],
    });
    const documents = gatherDefinitions(
      newborn,
      defineCatalogue({ id: 'c', version: '1.0.0', locales: ['en'], calendar }),
      defineCase({ id: 'twins', bundle: newborn, facts: { 'mother.name': 'x' } }),
      defineDerivation({
        id: 'same',
        local: 'equal',
        given: ['mother.name', 'child.name'],
        gives: ['child.name'],
      }),
    );
    const loaded = loadCatalogue([], documents);
    expect(loaded.diagnostics).toEqual([]);
    expect([loaded.id, loaded.calendars.size, loaded.cases.size, loaded.registries.size]).toEqual([
      'c',
      1,
      1,
      2,
    ]);
  });

  it('keeps names that objects have of their own', () => {
    const odd = defineSubject({
      id: '__proto__',
      elements: { ['__proto__']: { schema: true }, constructor: { schema: true } },
    });
    expect(Object.keys(odd.elements)).toEqual(['__proto__', 'constructor']);
    expect(loadCatalogue([], gatherDefinitions(odd)).diagnostics).toEqual([]);
  });
});

describe('what a zod type says that JSON Schema cannot', () => {
  const lost = (type: z.ZodType): string[] => {
    const subject = defineSubject({ id: 's', elements: { x: { schema: type } } });
    return gatherDefinitions(subject).diagnostics.map(({ code, args, at }) => {
      expect([code, at.file, at.pointer]).toEqual([
        'schema/zod-lost',
        'typescript:subject/s',
        '/elements/x/schema',
      ]);
      return (args['what'] as Message).message;
    });
  };

  it.each([
    ['a refinement', z.string().refine((text) => text !== 'x'), ['a refinement']],
    [
      'a refinement within',
      z.object({ a: z.array(z.number().refine((n) => n % 3 === 0)) }),
      ['a refinement'],
    ],
    [
      'a check of several properties',
      z.object({ a: z.string() }).superRefine(() => undefined),
      ['a refinement'],
    ],
    ['a transformation', z.string().transform((text) => text.length), ['a transformation']],
    ['trimming', z.string().trim(), ['a change of the text, such as trimming']],
    ['a flag', z.string().regex(/^a$/i), ['the flag "i" of a regular expression']],
    ['a date', z.date(), ['a Date object']],
    ['a big integer', z.bigint(), ['a big integer']],
    ['a map', z.map(z.string(), z.string()), ['a Map']],
    ['a custom type', z.custom<string>(() => true), ['a check of its own']],
  ] as [string, z.ZodType, string[]][])('%s', (_, type, expected) => {
    expect(lost(type)).toEqual(expected);
  });

  it.each([
    ['a regular expression', z.string().regex(/^a$/u)],
    ['bounds', z.number().int().min(1).max(5).multipleOf(2)],
    ['an object', z.strictObject({ a: z.string().optional(), b: z.array(z.enum(['x', 'y'])).min(1) })],
    ['a union', z.union([z.literal(1), z.null(), z.email()])],
    ['a default', z.string().default('x')],
    ['a description', z.string().describe('Name')],
  ] as [string, z.ZodType][])('nothing is lost of %s', (_, type) => {
    expect(lost(type)).toEqual([]);
  });

  it('the finding reaches the loaded catalogue', () => {
    const subject = defineSubject({ id: 's', elements: { x: { schema: z.string().trim() } } });
    const loaded = loadCatalogue([], gatherDefinitions(subject));
    expect(loaded.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning schema/zod-lost',
    ]);
    expect(loaded.subjects.get('s')!.document.elements['x']!.schema).toEqual({ type: 'string' });
  });
});
