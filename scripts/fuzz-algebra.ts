/**
 * The long run of the algebra's laws: `npm run fuzz [-- --cases 100000] [--seed 1] [--kind forms]`.
 * Prints counts, and on a failure the smallest pair of schemas with its seed; the exit code is then 1.
 */
import { parseArgs } from 'node:util';
import { kinds, runPairs, runTriples, type Outcome } from '../test/fuzz/run.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '105000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    kind: { type: 'string' },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
const chosen = values.kind === undefined ? Object.keys(kinds) : [values.kind];

/** Of each kind, most cases are pairs; in batches, so that a long run shows that it lives. */
const batch = 1_000;
let failed = 0;
let total = 0;
console.log(`seed ${seed}`);
for (const [index, kind] of chosen.entries()) {
  const share = Math.ceil(cases / chosen.length);
  const triples = Math.floor(share / 10);
  report(
    kind,
    await inBatches((count, batchSeed) => runPairs(kind, count, batchSeed), share - triples, index),
  );
  report(
    `${kind}, three in every order`,
    await inBatches((count, batchSeed) => runTriples(kind, count, batchSeed), triples, index),
  );
}
console.log(failed === 0 ? `${total} cases, no law broken.` : `${failed} failures.`);
process.exitCode = failed === 0 ? 0 : 1;

async function inBatches(
  run: (cases: number, seed: number) => Promise<Outcome>,
  count: number,
  index: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let done = 0; done < count; done += batch) {
    process.stderr.write('.');
    outcomes.push(await run(Math.min(batch, count - done), (seed + index * 1_000_003 + done) % 2 ** 31));
  }
  return outcomes;
}

function report(name: string, outcomes: readonly Outcome[]): void {
  const sum = (read: (counts: Outcome['counts']) => number): number =>
    outcomes.reduce((all, { counts }) => all + read(counts), 0);
  const pairs = sum((counts) => counts.pairs);
  total += pairs;
  console.log(
    `${name}: ${pairs} cases, ${sum((counts) => counts.instances)} instances (${sum((counts) => counts.acceptedByBoth)} of both)`,
  );
  if (sum((counts) => counts.emptiness.no + counts.emptiness.yes) > 0) {
    const share = (read: (counts: Outcome['counts']) => number): string =>
      `${((100 * sum(read)) / pairs).toFixed(2)}%`;
    console.log(
      `  empty ${share((counts) => counts.emptiness.yes)}, unknown ${share((counts) => counts.emptiness.unknown)};` +
        ` included ${share((counts) => counts.inclusion.yes)}, unknown ${share((counts) => counts.inclusion.unknown)};` +
        ` conflicts ${sum((counts) => counts.conflicts)}, unjudged ${sum((counts) => counts.unjudged)}, first judge overruled ${sum((counts) => counts.overruled)}`,
    );
  }
  for (const { failure } of outcomes) {
    if (!failure) continue;
    failed++;
    console.log(`  BROKEN (seed ${failure.seed}, path ${failure.path}): ${failure.broken.law}`);
    console.log(JSON.stringify(failure.broken, null, 2));
  }
}
