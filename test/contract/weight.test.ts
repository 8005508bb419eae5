/** What a page loads: bytes of minified code, so that a heavy import is noticed in the change that brings it. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from './ensure-built.js';

const goals = [
  { what: 'composing', names: 'loadCatalogue, composeBundle', from: './src/index.ts', mostBytes: 900_000 },
  { what: 'projecting', names: 'project', from: './src/index.ts', mostBytes: 300_000 },
  { what: 'deciding', names: 'decide', from: './src/runtime/index.ts', mostBytes: 300_000 },
];

test.each(goals)('$what weighs less than its goal', async ({ names, from, mostBytes }) => {
  const bundle = await build({
    stdin: { contents: `export { ${names} } from '${from}';`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    logLevel: 'silent',
  });
  const bytes = bundle.outputFiles[0]!.contents.length;
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(mostBytes);
});
