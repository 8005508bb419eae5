/**
 * Precision and recall of the search for near duplicates: `npx tsx bench/near-duplicates/main.ts [--pairs] [--held-out]`.
 *
 * The dictionary is that of the examples. Its elements are different things: every pair of one subject that is pointed
 * out counts against precision. Planted beside them, one at a time, are elements that somebody else might have written
 * for one of them (labelled.json): each that is pointed out with the element that it repeats counts for recall.
 * `--held-out` plants those of held-out.json, which were written down before the word forms were and tuned nothing.
 */
import { readFileSync } from 'node:fs';
import type { JsonSchema } from '../../src/base/index.js';
import { likeEnough, NameComparison } from '../../src/check/name-comparison.js';
import type { Named } from '../../src/check/name-comparison.js';
import { readCatalogue } from '../../src/node/index.js';

interface Planted {
  subject: string;
  of: string;
  kind: string;
  id: string;
  zh: string;
  en: string;
  schema?: JsonSchema;
}

const { subjects } = readCatalogue('examples/catalogue');
const dictionary = new Map(
  [...subjects].map(([id, { document }]) => [
    id,
    Object.entries(document.elements).map(([name, { title, schema }]): Named => ({
      id: name,
      title,
      schema,
    })),
  ]),
);
const plants = process.argv.includes('--held-out') ? './held-out.json' : './labelled.json';
const labelled = JSON.parse(readFileSync(new URL(plants, import.meta.url), 'utf8')) as Planted[];

const comparison = new NameComparison([...dictionary.values()].flat());
const apart: { score: number; pair: string }[] = [];
for (const [subject, elements] of dictionary) {
  for (const [index, one] of elements.entries()) {
    for (const other of elements.slice(index + 1)) {
      const pair = `${subject}: ${one.id} ~ ${other.id}`;
      apart.push({ score: comparison.score(one, other), pair });
    }
  }
}

const together = labelled.map((planted) => {
  const elements = dictionary.get(planted.subject)!;
  const original = elements.find(({ id }) => id === planted.of)!;
  const { id, zh, en, schema = original.schema! } = planted;
  const made: Named = { id, title: { zh, en }, schema };
  const scores = elements.map((element) => ({ id: element.id, score: comparison.score(element, made) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const wrong = scores.filter((each) => each.id !== planted.of && each.score >= likeEnough);
  return { ...planted, score: comparison.score(original, made), best: best.id, wrong };
});

const count = [...dictionary.values()].reduce((sum, elements) => sum + elements.length, 0);
console.log(`${count} elements in ${dictionary.size} subjects, ${apart.length} pairs that are two things`);
console.log(`${together.length} planted elements that repeat one of them\n`);
console.log('threshold  found  missed  wrong  precision  recall');
for (let threshold = 0.5; threshold < 0.95; threshold += 0.04) {
  const found = together.filter(({ score }) => score >= threshold).length;
  const wrong = apart.filter(({ score }) => score >= threshold).length;
  const precision = found + wrong === 0 ? 1 : found / (found + wrong);
  const cells = [
    found,
    together.length - found,
    wrong,
    precision.toFixed(3),
    (found / together.length).toFixed(3),
  ];
  console.log(
    `${threshold.toFixed(2).padEnd(9)}  ${cells.map((cell) => String(cell).padStart(6)).join('  ')}`,
  );
}
for (const kind of [...new Set(together.map((each) => each.kind))]) {
  const of = together.filter((each) => each.kind === kind);
  const found = of.filter(({ score }) => score >= likeEnough);
  console.log(`at ${likeEnough}, ${kind}: ${found.length} of ${of.length}`);
}
const misled = together.filter(({ wrong }) => wrong.length > 0);
console.log(`planted elements that are also likened to another: ${misled.length}`);
if (process.argv.includes('--pairs')) {
  for (const { score, pair } of apart.sort((a, b) => b.score - a.score).slice(0, 40))
    console.log(score.toFixed(3), pair);
  for (const each of together.sort((a, b) => a.score - b.score).slice(0, 25)) {
    console.log(each.score.toFixed(3), each.subject, each.of, '~', each.id, `(best: ${each.best})`);
  }
}
