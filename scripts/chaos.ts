/**
 * The long form of the tests that kill processes, and of the differential tests: `npm run chaos`. The numbers are printed
 * as counts. A word picks one part: `npm run chaos -- embedded`.
 */
import { spawnSync } from 'node:child_process';

interface Part {
  about: string;
  files: string[];
  env: Record<string, string>;
}

const parts: Record<string, Part> = {
  embedded: {
    about: 'kill -9 of the embedded runner at 200 instants, a hundred cases',
    files: ['test/runtime/kill'],
    env: { ONETHING_KILLS: '200', ONETHING_CASES: '100' },
  },
  differential: {
    about: 'a thousand generated plans: the pure machine, the memory store, the SQLite store',
    files: ['test/runtime/differential.test.ts', 'test/runtime/vectors.test.ts'],
    env: { LAW_RUNS: '1000' },
  },
  soak: {
    about:
      'ten thousand cases on a store that refuses, with cancelled waiters, jumps of the clock and damage',
    files: ['test/runtime/soak.test.ts'],
    env: { ONETHING_SOAK: '10000' },
  },
  restate: {
    about:
      'a node of Restate and a cluster of three: services and nodes killed, outcomes compared with the machine',
    files: ['test/engines/restate'],
    env: { ONETHING_KILLS: '45', ONETHING_CASES: '90' },
  },
};

const wanted = process.argv.slice(2);
const names = wanted.length === 0 ? Object.keys(parts) : wanted;
for (const name of names) {
  const part = parts[name];
  if (part === undefined) {
    console.error(`There is no part "${name}". There are: ${Object.keys(parts).join(', ')}.`);
    process.exit(2);
  }
  console.log(`\n${name}: ${part.about}`);
  const timeouts = ['--testTimeout', '3600000', '--hookTimeout', '600000'];
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...timeouts, ...part.files],
    {
      stdio: 'inherit',
      env: { ...process.env, ...part.env },
    },
  );
  if (run.status !== 0) process.exit(1);
}
