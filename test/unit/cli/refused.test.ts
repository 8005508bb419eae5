import { expect, it } from 'vitest';
import { refusedError } from '../../../src/cli/command/refused.js';

it('what an applicant does not meet is said in the words of the plan, in the wanted locale', () => {
  const refusal = {
    code: 'not-eligible' as const,
    message: 'The applicant does not meet the conditions of the bundle.',
    args: {},
    unmet: [{ otherwise: { en: 'Only adults.', zh: '须年满十八周岁。' } }, { otherwise: 'Only locals.' }],
  };
  const error = refusedError(refusal, 'zh');
  expect(error).toMatchObject({
    code: 'usage/not-eligible',
    help: { message: '须年满十八周岁。\nOnly locals.' },
  });
  expect(refusedError(refusal, undefined).help?.message).toBe('Only adults.\nOnly locals.');
});

it('places that do not meet the schema of the plan are named', () => {
  const issues = [
    {
      at: '/a',
      keyword: 'required',
      missing: 'b/c',
      code: 'value.required',
      message: 'It is missing.',
      args: {},
    },
    { at: '', keyword: 'type', code: 'value.type', message: 'It is no text.', args: {} },
  ];
  const error = refusedError({ code: 'answers-refused', message: 'No.', args: {}, issues }, undefined);
  expect(error.help?.message).toBe('At: /a/b~1c (required), / (type)');
});
