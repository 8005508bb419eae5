import { expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../../src/base/index.js';
import { createFormJudge } from '../../../src/forms/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import { accepts } from '../../../src/schema/index.js';
import { formView } from '../../../src/view/index.js';
import { sketchCatalogue } from '../compose/build-catalogue.js';
import type { Sketch } from '../compose/build-catalogue.js';

const composed = (sketch: Sketch) => composeBundle(sketchCatalogue(sketch), 'one');
const at = (schema: JsonSchema, ...names: string[]): JsonObject =>
  names.reduce((found, name) => found[name] as JsonObject, schema as JsonObject);

const family: Sketch = {
  elements: { school: { type: 'string' } },
  blocks: {
    a: {
      roles: { person: 'person', child: 'person' },
      inputs: [
        { field: 'person.married' },
        { field: 'child.age' },
        { field: 'child.school', when: { 'child.age': { minimum: 6 }, 'person.married': { const: true } } },
      ],
    },
  },
  bundle: {
    roles: { person: 'person', child: { type: 'person', many: { min: 1, max: 4 } } },
    uses: [{ block: 'a', each: 'child' }],
  },
};

it('draws what is asked, with types, titles and answers to choose from, and no question whose condition is open', () => {
  const { schema, ui } = formView(composed(family), {}, { locale: 'en' });
  expect(at(schema, 'properties', 'person')).toEqual({
    type: 'object',
    title: 'person',
    properties: {
      married: {
        type: 'boolean',
        title: 'married',
        oneOf: [
          { const: true, title: 'Yes' },
          { const: false, title: 'No' },
        ],
      },
    },
    required: ['married'],
  });
  expect(Object.keys(at(schema, 'properties', 'child', 'items', 'properties'))).toEqual(['age']);
  expect(JSON.stringify(ui)).toContain('"format":"radio"');
});

it('decides a condition of an item that looks outside, for each item', () => {
  const plan = composed(family);
  const child = [{ $key: 'a', age: 7 }, { $key: 'b', age: 2 }, { age: 9 }];
  const { schema, ui } = formView(plan, { person: { married: true }, child }, { locale: 'en' });
  const [rule] = at(schema, 'properties', 'child', 'items')['allOf'] as JsonObject[];
  expect(Object.keys(at(rule!, 'then', 'properties'))).toEqual(['school']);
  expect(rule!['then']).toMatchObject({ required: ['school'] });
  expect(JSON.stringify(rule!['if'])).toContain('"a"');
  expect(JSON.stringify(rule!['if'])).not.toContain('"b"');
  expect(JSON.stringify(ui)).toContain('#/allOf/0/then/properties/school');
  const single = formView(plan, { person: { married: false }, child }, { locale: 'en' });
  expect(JSON.stringify(single)).not.toContain('school');
});

it('shows what is known, and does not demand it', () => {
  const plan = composed({ ...family, bundle: { ...family.bundle!, known: ['person.married'] } });
  const { schema, data } = formView(plan, {}, { locale: 'en', known: { person: { married: true } } });
  expect(data).toEqual({ person: { married: true } });
  expect(at(schema, 'properties', 'person', 'properties', 'married')['readOnly']).toBe(true);
  expect(at(schema, 'properties', 'person')['required']).toBeUndefined();
  const looked = { person: { married: true }, child: [{ $key: 'a', age: 7 }] };
  const sources = { '/child/0/age': { from: 'registry' } };
  const view = formView(composed(family), looked, { locale: 'en', sources });
  const { properties, required } = at(view.schema, 'properties', 'child', 'items');
  expect(properties).toMatchObject({ age: { readOnly: true }, school: { type: 'string' } });
  expect(required).toEqual(['school']);
});

it('draws alternatives side by side, and demands the one that is begun', () => {
  const plan = composed({
    blocks: { a: { inputs: [{ anyOf: [[{ field: 'person.phone' }], [{ field: 'person.account' }]] }] } },
  });
  const required = (data: JsonObject) =>
    at(formView(plan, data, { locale: 'en' }).schema, 'properties', 'person')['required'];
  expect(required({})).toEqual(['phone']);
  expect(required({ person: { account: 'x' } })).toEqual(['account']);
  const { ui, schema } = formView(plan, {}, { locale: 'zh' });
  expect(JSON.stringify(ui)).toContain('以下任选其一');
  expect(JSON.stringify(schema)).not.toContain('anyOf');
});

it('draws what stands deep in an element, unions and definitions as something that people can type into', () => {
  const elements: Record<string, JsonSchema> = {
    address: {
      type: 'object',
      properties: { street: { $ref: '#/$defs/s' } },
      $defs: { s: { minLength: 2 } },
    },
    code: { anyOf: [{ type: 'string', pattern: '^a' }, { type: 'null' }] },
    tags: { type: 'array', items: { enum: [1, 2] } },
  };
  const inputs = Object.keys(elements).map((name) => ({ field: `person.${name}` }));
  const { schema } = formView(composed({ elements, blocks: { a: { inputs } } }), {}, { locale: 'en' });
  const { address, code, tags } = at(schema, 'properties', 'person', 'properties');
  expect(address).toMatchObject({
    properties: { street: { type: 'string', title: 'street', minLength: 2 } },
  });
  expect(code).toEqual({ type: 'string', title: 'code' });
  expect(tags).toMatchObject({ items: { type: 'integer', oneOf: [{ const: 1 }, { const: 2 }] } });
  expect(at(schema, 'properties', 'person')['allOf']).toHaveLength(1);
});

it('draws a later form from the data of the case', () => {
  const plan = composed({
    blocks: {
      grading: { inputs: [{ field: 'person.name' }], outputs: [{ field: 'person.grade' }] },
      aid: { inputs: [{ field: 'person.account', when: { 'person.grade': { const: 1 } } }] },
    },
  });
  const step = plan.plan.steps.find(({ kind }) => kind === 'ask')!.id;
  const shown = (grade: number) =>
    formView(plan, { person: { name: 'a', grade } }, { locale: 'en', form: step }).schema;
  expect(at(shown(1), 'properties', 'person')['required']).toEqual(['account']);
  expect(shown(2)['properties']).toEqual({});
  expect(() => formView(plan, {}, { locale: 'en', form: 'aid' })).toThrow('has no step "aid"');
});

it('gives a plan one hash in all languages', () => {
  const catalogue = sketchCatalogue(family);
  const hashIn = (locale: string) => composeBundle(catalogue, 'one', { locale }).plan.hash;
  expect(hashIn('zh')).toBe(hashIn('en'));
});

it('draws a list in which each position means something else as so many fields', () => {
  const place: JsonSchema = {
    type: 'array',
    prefixItems: [
      { type: 'number', title: 'Longitude' },
      { type: 'string', title: 'Side' },
    ],
    items: false,
    minItems: 1,
  };
  const blocks = { a: { roles: { person: 'person' }, inputs: [{ field: 'person.place' }] } };
  const sketch = {
    elements: { place },
    blocks,
    bundle: { roles: { person: 'person' }, uses: [{ block: 'a' }] },
  };
  const { schema, ui, rjsf } = formView(composed(sketch), {}, { locale: 'en' });
  const drawn = at(schema, 'properties', 'person', 'properties', 'place');
  // Draft 7 reads "items: false" as a list without items.
  expect(drawn).toEqual({
    type: 'array',
    title: 'place',
    prefixItems: place['prefixItems'],
    minItems: 1,
    maxItems: 2,
    required: ['0'],
  });
  expect(JSON.stringify(ui)).toContain('#/properties/person/properties/place/prefixItems/1');
  const plain = at(rjsf, 'schema', 'properties', 'person', 'properties', 'place');
  expect(plain['items']).toEqual({ anyOf: place['prefixItems'] });
  for (const [value, isRight] of [
    [[1, 'left'], true],
    [['left', 1], false],
    [[1, 'left', 2], false],
  ] as const) {
    const data = { person: { place: [...value] } };
    expect([accepts(schema, data), accepts(rjsf['schema'] as JsonSchema, data)]).toEqual([isRight, isRight]);
  }
});

it('says what authors word of a refusal: the element first, then the blocks, each where it takes the value', () => {
  const text = (en: string, zh: string) => ({ en, zh });
  const code: JsonSchema = { type: 'string', pattern: '^[0-9]+$' };
  const input = (maxLength: number, message?: Record<string, string>) => ({
    field: 'person.code',
    schema: { maxLength },
    ...(message === undefined ? {} : { message }),
  });
  const sketch: Sketch = {
    elements: { code, wants: { type: 'boolean' } },
    messages: { code: text('Digits, please.', '请填数字。') },
    blocks: {
      a: { roles: { person: 'person' }, inputs: [input(6, text('Six at most.', '至多六位。'))] },
      b: { roles: { person: 'person' }, inputs: [input(4, text('Four at most.', '至多四位。'))] },
      c: { roles: { person: 'person' }, inputs: [input(2)] },
    },
    bundle: {
      roles: { person: 'person' },
      uses: [
        { block: 'a' },
        { block: 'b', when: { 'person.wants': { const: true } } },
        { block: 'c', when: { 'person.wants': { const: false } } },
      ],
    },
  };
  const toldOf = (wants: boolean, written: string, locale = 'en') => {
    const data = { person: { wants, code: written } };
    const { schema } = formView(composed(sketch), data, { locale });
    return createFormJudge(schema, locale)(data).map(({ message }) => message);
  };
  expect(toldOf(true, '1234')).toEqual([]);
  expect(toldOf(true, 'abcdefgh')).toEqual(['Digits, please.']);
  expect(toldOf(true, '12345')).toEqual(['Four at most.']);
  // Both refuse it; the first by name has the word.
  expect(toldOf(true, '1234567')).toEqual(['Six at most.']);
  expect(toldOf(true, '1234567', 'zh')).toEqual(['至多六位。']);
  // The block that refuses it has no words of its own.
  expect(toldOf(false, '123')).toEqual(['Please write at most 2 characters.']);
});
