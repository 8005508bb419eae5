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
          message: { en: 'Eleven digits, please.', zh: '请填写手机号码。' },
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
  const data = { mother: { name: 'anna', kind: 'a', phone: '2' }, child: [{ age: 3 }] };
  expect(told(data)).toEqual(['/mother/phone Eleven digits, please.']);
  expect(told(data, 'zh')).toEqual(['/mother/phone 请填写手机号码。']);
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
