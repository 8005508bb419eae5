/**
 * The long comparison of validators: `npm run fuzz:validation [-- --cases 20000] [--seed 1] [--kind closed]`.
 * Prints counts, and on a disagreement the smallest pair with its seed; the exit code is then 1.
 */
import { parseArgs } from 'node:util';
import { runValidation, validated, type ValidationCounts } from '../test/fuzz/validation.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    kind: { type: 'string' },
  },
});
const seed = Number(values.seed);
const chosen = values.kind === undefined ? Object.keys(validated) : [values.kind];
const share = Math.ceil(Number(values.cases) / chosen.length);

console.log(`seed ${seed}`);
for (const kind of chosen) {
  const { counts, failure } = await runValidation(kind, share, seed);
  console.log(`${kind}: ${told(counts)}`);
  if (!failure) continue;
  process.exitCode = 1;
  console.log(`  DISAGREES (seed ${failure.seed}, path ${failure.path}): ${failure.broken.who}`);
  console.log(JSON.stringify(failure.broken, null, 2));
}

function told({ schemas, pairs, valid, undecided, judged, matched, compiled }: ValidationCounts): string {
  return (
    `${schemas} schemas, ${pairs} pairs (${valid} valid, ${undecided} undecided); ` +
    `judged independently ${judged}, by RegExp ${matched}, compiled ${compiled}`
  );
}
