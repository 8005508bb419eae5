/**
 * Prints the published figures beside what the engine computes, and writes examples/FIGURES.md: `npm run figures`.
 * `npm run figures -- --runs` runs every golden case to its end with simulated authorities.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../src/node/index.js';
import { readPublishedFigures } from './figures-claims.js';
import { figuresPage, judgeFigures } from './figures-page.js';
import { printRuns } from './figures-runs.js';
import { daysOfRuns } from '../test/world/days-of-run.js';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const catalogue = readCatalogue(`${examples}catalogue`);

if (process.argv.includes('--runs')) {
  const isFine = await printRuns(catalogue, (line) => process.stdout.write(`${line}\n`));
  if (!isFine) process.exitCode = 1;
} else {
  const figures = readPublishedFigures(`${examples}published-figures.yaml`);
  const page = figuresPage(
    figures,
    judgeFigures(catalogue, figures),
    await daysOfRuns(Object.values(figures.reference)),
  );
  writeFileSync(`${examples}FIGURES.md`, page);
  process.stdout.write(page);
}
