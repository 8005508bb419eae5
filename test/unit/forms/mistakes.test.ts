import { expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/base/index.js';
import { createFormJudge } from '../../../src/forms/index.js';
import { accepts } from '../../../src/schema/index.js';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    mother: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 2, maxLength: 5, pattern: '^[a-z]+$' },
        kind: {
          type: 'string',
          oneOf: [
            { const: 'a', title: 'A' },
            { const: 'b', title: 'B' },
          ],
        },
        phone: {
          type: 'string',
          pattern: '^1\\d+$',
          maxLength: 5,
          messages: [
            { schema: { pattern: '^1\\d+$' }, message: 'It begins with 1.' },
            { schema: { maxLength: 4 }, message: 'Four, please.' },
          ],
        },
        id: { type: 'string', allOf: [{ format: 'cn-resident-id' }, { minLength: 18 }] },
      },
      required: ['name', 'kind'],
    },
    child: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', properties: { age: { type: 'integer', minimum: 3 } }, required: ['age'] },
    },
  },
  required: ['mother', 'child'],
};

const told = (data: unknown, locale = 'en') =>
  createFormJudge(schema, locale)(data).map(({ at, message }) => `${at} ${message}`);

test('a role that is missing is a mistake at each of its required fields', () => {
  expect(told({})).toEqual([
    '/mother/name Please fill this in.',
    '/mother/kind Please fill this in.',
    '/child Please fill this in.',
  ]);
});

test('a value is told of once, however many keywords it does not meet', () => {
  const data = { mother: { name: '!', kind: 'c', id: 'x' }, child: [{ age: 2 }] };
  expect(told(data)).toEqual([
    '/mother/name Please write at least 2 characters.',
    '/mother/kind Please choose one of the answers.',
    expect.stringMatching(/^\/mother\/id Please/),
    '/child/0/age Please enter at least 3.',
  ]);
  expect(told(data, 'zh-CN')[1]).toBe('/mother/kind 请从给出的选项中选择。');
});

test('what the author words is said in the words of the author', () => {
  const toldOf = (phone: unknown) =>
    told({ mother: { name: 'anna', kind: 'a', phone }, child: [{ age: 3 }] });
  expect(toldOf('2')).toEqual(['/mother/phone It begins with 1.']);
  expect(toldOf('222222')).toEqual(['/mother/phone It begins with 1.']);
  expect(toldOf('111111')).toEqual(['/mother/phone Four, please.']);
  // None of the worded schemas refuses it.
  expect(toldOf(1)).toEqual(['/mother/phone Please enter a text.']);
});

test('what the author words of some items is said of these', () => {
  const item = (age: JsonSchema) => ({ properties: { age } });
  const judge = createFormJudge(
    {
      type: 'object',
      properties: {
        child: {
          type: 'array',
          items: {
            type: 'object',
            properties: {},
            allOf: [
              {
                if: { properties: { $key: { const: 'a' } }, required: ['$key'] },
                then: item({
                  type: 'integer',
                  minimum: 6,
                  messages: [{ schema: { minimum: 6 }, message: 'Six or older.' }],
                }),
              },
              {
                if: { properties: { $key: { const: 'b' } }, required: ['$key'] },
                then: item({ type: 'integer', minimum: 6 }),
              },
            ],
          },
        },
      },
    },
    'en',
  );
  const data = { child: ['a', 'b'].map(($key) => ({ $key, age: 2 })) };
  expect(judge(data).map(({ at, message }) => `${at} ${message}`)).toEqual([
    '/child/0/age Six or older.',
    '/child/1/age Please enter at least 6.',
  ]);
});

test('there is a mistake exactly where the schema does not accept the answers', () => {
  const right = { mother: { name: 'anna', kind: 'a' }, child: [{ age: 3 }] };
  for (const data of [
    {},
    right,
    { ...right, child: [] },
    { ...right, mother: { name: 'anna' } },
    1,
    undefined,
  ])
    expect(told(data).length === 0, JSON.stringify(data)).toBe(
      accepts(schema, (data ?? null) as never) === true,
    );
});

test('numbers that are texts, dates and lists are told of in words of people', () => {
  const judge = createFormJudge(
    {
      properties: {
        count: { type: 'integer' },
        day: { type: 'string', format: 'date' },
        many: { type: 'array', minItems: 2, uniqueItems: true },
      },
    },
    'en',
  );
  expect(judge({ count: 'x', day: 'soon', many: [1] }).map(({ message }) => message)).toEqual([
    'Please enter a whole number.',
    'Please enter a date.',
    'Please give at least 2.',
  ]);
});
