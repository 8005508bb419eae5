import { expect, test } from 'vitest';
import type { RJSFSchema } from '@rjsf/utils';
import { withItemKeys } from '../../../src/forms/index.js';
import { additionalErrors, ajvShaped, jsonFormsTexts } from '../../../src/forms/json-forms/index.js';
import { progressOf } from '../../../src/forms/progress.js';
import { rjsfValidator } from '../../../src/forms/rjsf/index.js';

const schema: RJSFSchema = {
  type: 'object',
  properties: {
    a: { type: 'object', title: 'First', properties: { b: { $ref: '#/$defs/count' } }, required: ['b'] },
    c: { type: 'string', maxLength: 1 },
  },
  required: ['a'],
  $defs: { count: { type: 'number' } },
};

test('JSON Forms asks our judge as it asks ajv', () => {
  const ajv = ajvShaped();
  expect(ajv.validate({ const: 1 }, 1)).toBe(true);
  expect(ajv.validate({ const: 1 }, 2)).toBe(false);
  // A field without a value shows nothing that rests on it.
  expect(ajv.validate({ const: 1 }, undefined)).toBe(false);
  const compiled = ajv.compile({ type: 'string' });
  expect([compiled(1), compiled.errors?.length, compiled('x'), compiled.errors]).toEqual([
    false,
    1,
    true,
    null,
  ]);
});

test('JSON Forms shows our mistakes at their controls', () => {
  const [error] = additionalErrors([{ at: '/a/b', keyword: 'oneOf', message: 'Please.' }]);
  expect(error).toMatchObject({ instancePath: '/a/b', message: 'Please.' });
  // JSON Forms keeps errors of this keyword to itself.
  expect(error?.keyword).not.toBe('oneOf');
});

test('texts that JSON Forms brings along are in the language of the form, titles are left alone', () => {
  const { translate } = jsonFormsTexts('zh');
  expect(translate('enum.none', 'None')).toBe('请选择');
  expect(translate('child.addTooltip', 'Add to Child')).toBe('添加');
  expect(translate('mother.insurance.none', 'Not insured')).toBe('Not insured');
  expect(translate('mother.up.label', 'Upbringing')).toBe('Upbringing');
});

test('RJSF gets verdicts and messages of ours', () => {
  const validator = rjsfValidator('zh');
  expect(validator.isValid(schema, { a: { b: 1 } }, schema)).toBe(true);
  // RJSF keeps what was emptied as undefined.
  expect(validator.isValid(schema, { a: { b: 1 }, c: undefined }, schema)).toBe(true);
  expect(validator.isValid({ $ref: '#/$defs/count' }, 'x', schema)).toBe(false);
  const { errors, errorSchema } = validator.validateFormData({ c: 'long' }, schema);
  expect(errors.map(({ property, message }) => [property, message])).toEqual([
    ['.a.b', '请填写此项。'],
    ['.c', '请最多填写 1 个字符。'],
  ]);
  expect(errorSchema).toEqual({
    a: { b: { __errors: ['请填写此项。'] } },
    c: { __errors: ['请最多填写 1 个字符。'] },
  });
});

test('RJSF lets the host add to them', () => {
  const validator = rjsfValidator('en');
  const { errors, errorSchema } = validator.validateFormData(
    { a: { b: 1 }, c: 'x' },
    schema,
    (_data, faults) => {
      faults.addError('Not today.');
      return faults;
    },
    (found) => found,
  );
  expect(errors.map(({ message }) => message)).toEqual(['Not today.']);
  expect(errorSchema.__errors).toEqual(['Not today.']);
});

test('a new item gets a key, and keeps it', () => {
  let made = 0;
  const newKey = () => `k${(made += 1)}`;
  const data = { child: [{ $key: 'anna' }, { name: 'Ben' }], mother: { name: 'Eva' } };
  const keyed = withItemKeys(data, newKey);
  expect(keyed['child']).toEqual([{ $key: 'anna' }, { name: 'Ben', $key: 'k1' }]);
  expect(withItemKeys(keyed, newKey)).toBe(keyed);
});

test('progress counts required places by section', () => {
  expect(progressOf(schema as never, {})).toEqual([{ name: 'a', title: 'First', done: 0, all: 1 }]);
  expect(progressOf(schema as never, { a: { b: 2 } })).toEqual([
    { name: 'a', title: 'First', done: 1, all: 1 },
  ]);
});
