/** docs/guide/schemas.md is executed: every expression, and the value that the page promises for it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as algebra from '../../../src/schema/index.js';

const page = join(import.meta.dirname, '../../../docs/guide/schemas.md');
const example = /^((?:(?!```|\/\/ →).*\n)*?.+);\n\/\/ → .*$/gm;

test('docs/guide/schemas.md tells what the algebra answers', () => {
  const text = readFileSync(page, 'utf8');
  let count = 0;
  const told = text.replaceAll(example, (_, expression: string) => {
    count += 1;
    const value: unknown = runInNewContext(expression, { ...algebra });
    return `${expression};\n// → ${JSON.stringify(value)}`;
  });
  if (process.env['UPDATE'] === '1') writeFileSync(page, told);
  expect(told).toBe(readFileSync(page, 'utf8'));
  expect(count).toBeGreaterThan(15);
});
