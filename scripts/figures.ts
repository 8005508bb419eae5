/** Prints the published figures beside what the engine computes, and writes examples/FIGURES.md: `npm run figures`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../src/node/index.js';
import { readPublishedFigures } from './figures-claims.js';
import { figuresPage, judgeFigures } from './figures-page.js';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));

/** The page as it should stand. */
export function currentFigures(): string {
  const figures = readPublishedFigures(`${examples}published-figures.yaml`);
  return figuresPage(figures, judgeFigures(readCatalogue(`${examples}catalogue`), figures));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = currentFigures();
  writeFileSync(`${examples}FIGURES.md`, page);
  process.stdout.write(page);
}
