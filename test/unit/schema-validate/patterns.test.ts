import { expect, test } from 'vitest';
import { accepts, createValidator, patternRisk } from '../../../src/schema/index.js';

/** Of each sort several, so that whatever one of them leaves behind in the process would judge the others. */
const patterns = [
  ...['a', 'b', 'x', 'y', '1', '中'].map((char) => `.*${char}.*`),
  ...['a', 'b', 'x'].map((char) => `^(${char}+)+$`),
  ...['a', 'b', 'x'].map((char) => `^(?:${char}|${char}${char})*$`),
  ...['a', 'b', 'x'].map((char) => `^(?=.*${char}.*)(?!.*1.*1)`),
  ...['a', 'b', 'x'].map((char) => `^${char}`),
  ...['a', 'b', 'x'].map((char) => `${char}{2,3}$`),
  ...['L', 'N', 'Lu'].map((property) => `^\\p{${property}}*$`),
  ...['a', 'b'].map((char) => `^(${char})\\1$`),
];
const texts = ['', 'a', 'b', 'x', 'y', 'aa', 'ab', 'xy', 'bb', 'xxx', '1', '11', 'a1', '中', 'A', 'aab', 'é'];

test('each of many patterns in one process says what the expression says', () => {
  expect(patterns.filter((pattern) => patternRisk(pattern) !== undefined).length).toBeGreaterThan(8);
  const differing: string[] = [];
  for (const pattern of [...patterns, ...patterns.toReversed()]) {
    const expression = new RegExp(pattern, 'u');
    for (const text of texts) {
      const right = expression.test(text);
      const verdicts = {
        pattern: createValidator({ pattern })(text).length === 0,
        patternProperties:
          createValidator({ patternProperties: { [pattern]: false } })({ [text]: 1 }).length > 0,
        propertyNames: createValidator({ propertyNames: { pattern } })({ [text]: 1 }).length === 0,
        accepts: accepts({ pattern }, text),
      };
      for (const [name, verdict] of Object.entries(verdicts))
        if (verdict !== right) differing.push(`${name}: ${pattern} on ${JSON.stringify(text)}`);
    }
  }
  expect(differing).toEqual([]);
});

test('several patterns in one schema each judge their own field', () => {
  const validate = createValidator({
    properties: { first: { pattern: '.*x.*' }, second: { pattern: '.*y.*' }, third: { pattern: '^(z+)+$' } },
  });
  expect(validate({ first: 'x', second: 'y', third: 'zz' })).toEqual([]);
  expect(validate({ first: 'y', second: 'x', third: 'y' }).map(({ pointer }) => pointer)).toEqual([
    '/first',
    '/second',
    '/third',
  ]);
});
