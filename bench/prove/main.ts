/** What the proofs cost where conditions have a structure, in counters and in time: `npm run bench:prove`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { composedBundle } from '../../src/plan/index.js';
import { proveBundle } from '../../src/prove/index.js';
import { chainOfAll, chainOfNeighbours, independent, sharedApplicant } from './structures.js';
import type { Structure } from './structures.js';

const rounds = 5;

const structures: [Structure, number][] = [
  ...[10, 20, 30].map((count): [Structure, number] => [independent(count), count]),
  ...[10, 20, 30].map((count): [Structure, number] => [chainOfAll(count), count]),
  ...[10, 20, 30].map((count): [Structure, number] => [chainOfNeighbours(count), count]),
  ...[100, 200, 300].map((count): [Structure, number] => [sharedApplicant(count), count]),
];

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function rowOf({ name, documents, situations: expected }: Structure, count: number): string {
  const composing: number[] = [];
  const proving: number[] = [];
  let counters = '';
  for (let round = 0; round < rounds; round++) {
    const catalogue = loadCatalogue([], { documents });
    const begun = performance.now();
    const composed = composedBundle(catalogue, 'bundle');
    const there = performance.now();
    const { situations, questions, diagnostics } = proveBundle(composed);
    proving.push(performance.now() - there);
    composing.push(there - begun);
    const isRight = expected === undefined || situations.total === String(expected);
    if (!isRight || !situations.exact || diagnostics.length > 0) throw new Error(`${name}: a wrong proof`);
    const { steps, assignments } = situations.cost;
    counters = `${situations.total} | ${steps} | ${assignments} | ${questions}`;
  }
  const times = `${median(composing).toFixed(0)} ms | ${median(proving).toFixed(0)} ms`;
  return `| ${name} | ${count} | ${counters} | ${times} |`;
}

const page = `# What the proofs cost

\`npm run bench:prove\` writes this page. Each bundle asks yes-or-no questions of one person; every proof of
\`onething check\` is made, and the number of situations is compared with the number that the structure must have.

- _answers_: answers of one variable looked at while situations are counted; _formulas_: conditions worked out for an
  answer; _questions_: different questions about conditions that the proofs asked. These are the same on every machine,
  and \`test/unit/prove/growth.test.ts\` holds those of the largest bundles fast.
- Times are medians of ${rounds} rounds in one process and mean something only beside each other.

| structure | size | situations | answers | formulas | questions | composing | proving |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${structures.map(([structure, count]) => rowOf(structure, count)).join('\n')}
`;
writeFileSync(join(import.meta.dirname, '../../docs/reference/prove-benchmark.md'), page);
process.stdout.write(page);
