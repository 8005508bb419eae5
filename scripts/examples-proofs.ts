/** Writes docs/reference/examples-proofs.md: what the proofs and the report say of each bundle of the examples. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedCatalogue } from '../src/catalogue/index.js';
import type { Figures, Report } from '../src/model/index.js';
import { readCatalogue } from '../src/node/index.js';
import { composedBundle, resolveSituation } from '../src/plan/index.js';
import { adviseBundle, proveBundle, worstCases } from '../src/prove/index.js';
import type { Relaxation, WorstCase } from '../src/prove/index.js';

const root = join(import.meta.dirname, '..');
const figures = [
  'authorities',
  'forms',
  'fieldsToFill',
  'materialsLeft',
  'steps',
  'trips',
  'workingDays',
] as const satisfies (keyof Figures)[];

function gainOf(relaxations: readonly Relaxation[]): string {
  const open = relaxations.filter(({ status }) => status !== 'taken');
  const best = open[0] ?? relaxations[0];
  if (best === undefined) return 'nothing shortens it';
  const { kind, of, step, without, gain, status } = best;
  return `${gain} days: ${kind} of "${of}" in ${step}, no wait for ${without.join(', ')} (${status})`;
}

function figureRow(name: (typeof figures)[number], report: Report, worst: readonly WorstCase[]): string {
  const most = worst.find(({ figure }) => figure === `after.${name}`);
  const shown = most === undefined ? '–' : `${most.exact ? '' : '≤ '}${most.value}`;
  return `| ${name} | ${report.before[name].value} | ${report.after[name].value} | ${shown} |`;
}

function sectionOf(catalogue: LoadedCatalogue, bundle: string): string {
  const composed = composedBundle(catalogue, bundle);
  const { situations, diagnostics } = proveBundle(composed);
  const questions = resolveSituation(catalogue, bundle).questions.map(({ field }) => `\`${field}\``);
  const advice = adviseBundle(composed);
  const worst = worstCases(composed);
  const sizes = situations.groups.map(({ count }) => count).join(' × ');
  const findings =
    diagnostics.length === 0 ? 'nothing is wrong' : diagnostics.map(({ code }) => code).join(', ');
  return `## ${bundle}

- situations: ${situations.exact ? '' : 'at least '}${situations.total}${situations.groups.length > 1 ? ` = ${sizes}` : ''}; the proofs: ${findings}
- questions, best first: ${questions.length === 0 ? 'none' : questions.join(', ')}
- longest chain: ${advice.workingDays} working days, ${advice.chain.join(' → ')}
- advice with the largest gain: ${gainOf(advice.relaxations)}

| figure | alone | bundle | at most in any situation |
| --- | ---: | ---: | ---: |
${figures.map((name) => figureRow(name, composed.report, worst)).join('\n')}
`;
}

const catalogue = readCatalogue(join(root, 'examples/catalogue'));
const bundles = [...catalogue.bundles.keys()].sort();
const page = `# What is proven of the examples

\`npx tsx scripts/examples-proofs.ts\` writes this page from the example catalogue ${catalogue.version}: for each bundle the
number of situations (the product over groups of conditions that share no field), the situation questions in the order
in which they are best asked, what would shorten it most, and the figures of the report, by the counting rules of
[report.md](report.md). What a bundle costs alone adds up every block that some situation includes; the last column is
the most that any single situation comes to.

${bundles.map((bundle) => sectionOf(catalogue, bundle)).join('\n')}`;
writeFileSync(join(root, 'docs/reference/examples-proofs.md'), page);
process.stdout.write(`${bundles.length} bundles\n`);
