/**
 * The long run of what may be done to documents: `npm run fuzz:catalogues [-- --minutes 20] [--seed 1]`.
 * Mutates the catalogues of the cases, checks them, writes every format, mends them, compares them with what they were in
 * both directions, and runs every command on them, packed as well. Prints counts and the slowest case; on a failure the
 * seed and what was broken, and the exit code is then 1.
 */
import { parseArgs } from 'node:util';
import { noCounts } from '../test/fuzz/catalogue/laws.js';
import { runOne } from '../test/fuzz/catalogue/run.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    cases: { type: 'string' },
  },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const most = values.cases === undefined ? Infinity : Number(values.cases);
const seed = Number(values.seed);
const counts = noCounts();
let failed = 0;
const slowest = { seconds: 0, seed: 0 };
console.log(`seed ${seed}`);
for (let index = 0; index < most && Date.now() < end; index++) {
  const started = Date.now();
  const which = { formats: index % 20 === 0, diffs: index % 4 === 0, commands: index % 5 === 0 };
  const failure = await runOne((seed + index) % 2 ** 31, which, counts);
  const seconds = (Date.now() - started) / 1000;
  if (seconds > slowest.seconds) Object.assign(slowest, { seconds, seed: (seed + index) % 2 ** 31 });
  if (failure === undefined) continue;
  failed += 1;
  console.log(
    `BROKEN (seed ${failure.seed}, ${failure.catalogue})\n  ${failure.broken.slice(0, 5).join('\n  ')}`,
  );
  if (failed === 20) break;
}
const exits = [...counts.exits]
  .sort()
  .map(([code, count]) => `exit ${code}: ${count}`)
  .join(', ');
console.log(
  `${counts.catalogues} catalogues, ${counts.findings} findings of ${counts.codes.size} codes, ${counts.formats} documents of other formats, ` +
    `${counts.fixes} fixes, ${counts.diffs} differences, ${counts.commands} commands (${exits}); the slowest took ${slowest.seconds} s (seed ${slowest.seed})`,
);
console.log(failed === 0 ? 'No law broken.' : `${failed} failures.`);
process.exitCode = failed === 0 ? 0 : 1;
