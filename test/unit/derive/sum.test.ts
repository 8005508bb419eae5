import { expect, it } from 'vitest';
import { derivations } from '../../../src/derive/index.js';

it.each([
  [[0.1, 0.2], 0.3],
  [[1.1, 2.2], 3.3],
  [[0.25, [0.5, 0.05]], 0.8],
  [[-0.1, 0.3], 0.2],
  [[1, 2], 3],
  [[1e-7, 1], 1.0000001],
  [[], 0],
])('a sum of decimals is a decimal: %j', (given, total) => {
  expect(derivations['sum']!(given, {}, undefined)).toEqual([total]);
});
