/** Everything that takes long, one after the other: `npm run nightly`. Goes on where something fails, and tells of it in the end. */
import { spawnSync } from 'node:child_process';

/** Ten thousand catalogues with five worlds each, in processes of their own: what one uses up the next does not miss. */
const catalogues = 10_000;
const batch = 200;
const batches = Array.from({ length: catalogues / batch }, (_, index) => String(index * batch + 1));

const jobs: readonly (readonly [name: string, ...words: string[]])[] = [
  ...batches.map(
    (first) => [`worlds from ${first}`, 'tsx', 'scripts/worlds.ts', String(batch), first] as const,
  ),
  ['forms in every renderer', 'tsx', 'test/browser/forms/survey.ts'],
  ['all tests, to their whole extent', 'vitest', 'run'],
  ['plants', 'npm', 'run', '--silent', 'plants'],
  ['fuzz', 'npm', 'run', '--silent', 'fuzz'],
  ['chaos', 'npm', 'run', '--silent', 'chaos'],
];

const failed = jobs
  .filter(([name, ...words]) => {
    console.log(`== ${name}`);
    return (
      spawnSync('npx', words[0] === 'npm' ? ['--no-install', ...words] : words, {
        stdio: 'inherit',
        env: { ...process.env, EXTENT: 'all' },
      }).status !== 0
    );
  })
  .map(([name]) => name);
console.log(failed.length === 0 ? 'All is right.' : `Wrong: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
