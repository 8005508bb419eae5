/** The runner of docs/guide/write-a-runner.md is executed to the letter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guide/write-a-runner.md'), 'utf8');

interface Given {
  plan: unknown;
  handlers: unknown;
  answers: unknown;
  secret: string;
}

describe('docs/guide/write-a-runner.md', () => {
  it('has a runner in it that brings a case to its end', async () => {
    const [, block = ''] = /^```js\n([\s\S]*?)^```$/m.exec(guide)!;
    const lines = block.split('\n');
    const imports = lines.filter((line) => line.startsWith('import '));
    const body = lines.filter((line) => !line.startsWith('import '));
    const outfile = join(root, 'node_modules/.cache/runner-guide.mjs');
    await build({
      stdin: {
        contents: [
          ...imports,
          'export async function run({ plan, handlers, answers, secret }) {',
          ...body,
          'return { state, seq, calls, work };',
          '}',
        ].join('\n'),
        resolveDir: root,
      },
      alias: { 'onething/runtime': join(root, 'src/runtime/index.ts') },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile,
      logLevel: 'error',
    });
    const { run } = (await import(pathToFileURL(outfile).href)) as {
      run: (given: Given) => Promise<{ state: CaseState; seq: number }>;
    };
    const plan = buildPlan({
      steps: [
        { id: 's0', out: { 'person.number': true } },
        { id: 's1', in: { 'person.number': { sources: [{ from: 'step', step: 's0' }] } }, after: ['s0'] },
      ],
    });
    const seen: unknown[] = [];
    const handlers = {
      blocks: {
        s0: () => ({ status: 'approved', output: { person: { number: 'x' } } }),
        s1: (input: unknown) => {
          seen.push(input);
          return { status: 'rejected', reason: 'no' };
        },
      },
    };
    const given = { plan, handlers, answers: { person: {} }, secret: 'a secret that is long enough for it' };
    const { state, seq } = await run(given);
    expect(state.status).toBe('done');
    expect(Object.values(state.steps).map(({ status }) => status)).toEqual(['approved', 'rejected']);
    expect(seen).toEqual([{ person: { number: 'x' } }]);
    // Started, and for each step its attempt and its answer.
    expect(seq).toBe(5);
  });
});
