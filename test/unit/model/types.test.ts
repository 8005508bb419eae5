import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the fixtures of test/types compile, and nothing in them that must not', () => {
  const compile = (): string =>
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/types'], {
      encoding: 'utf8',
    });
  expect(compile).not.toThrow();
  // A whole compilation, on a machine that may be busy with others.
}, 240_000);
