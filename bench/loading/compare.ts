/**
 * Compares loading with its peers on the same generated files in one run, as multiples of JSON.parse:
 * `npx tsx bench/loading/compare.ts [files] [rounds]`.
 */
import { load } from 'js-yaml';
import { parseDocument as parseWithYaml } from 'yaml';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { parseDocument } from '../../src/documents/index.js';
import { publishedSchema } from '../../src/model/index.js';
import { documentSchemas } from '../../src/model/shapes/document.js';
import { isValidForAjv } from '../../test/suite/ajv-judge.js';
import { generateCatalogue } from './generate.js';

const count = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);

const files = generateCatalogue(count);
const texts = files.map(({ text }) => text as string);
const values = texts.map((text) => load(text) as { kind: keyof typeof documentSchemas });
const json = values.map((value) => JSON.stringify(value));
const jsonFiles = files.map(({ path }, index) => ({
  path: path.replace(/\.yaml$/, '.json'),
  text: json[index]!,
}));
const validators = new Map(
  [...new Set(values.map(({ kind }) => kind))].map((kind) => [kind, isValidForAjv(publishedSchema(kind))]),
);

const contestants: [name: string, run: () => void][] = [
  ['JSON.parse', () => json.forEach((text) => void JSON.parse(text))],
  [
    'onething: parseDocument, JSON',
    () => jsonFiles.forEach(({ path, text }) => void parseDocument(path, text)),
  ],
  ['onething: parseDocument, YAML', () => texts.forEach((text) => void parseDocument('a.yaml', text))],
  ['js-yaml: load', () => texts.forEach((text) => void load(text))],
  ['yaml: parseDocument with ranges', () => texts.forEach((text) => void parseWithYaml(text).toJS())],
  [
    'onething: parseDocument and every place',
    () => texts.forEach((text) => void parseDocument('a.yaml', text).locate('/id')),
  ],
  ['onething: loadCatalogue, all checks, YAML', () => void sound(loadCatalogue(files))],
  ['onething: loadCatalogue, all checks, JSON', () => void sound(loadCatalogue(jsonFiles))],
  ['zod alone', () => values.forEach((value) => void documentSchemas[value.kind].parse(value))],
  ['ajv alone', () => values.forEach((value) => void validators.get(value.kind)!(value))],
];

function sound(catalogue: ReturnType<typeof loadCatalogue>): void {
  if (catalogue.diagnostics.length > 0) throw new Error(JSON.stringify(catalogue.diagnostics[0]));
}

// Processor time, so that other work on the machine counts less; interleaved, so that it falls on all of them alike.
const times = contestants.map(() => [] as number[]);
for (let round = 0; round <= rounds; round++) {
  for (const [index, [, run]] of contestants.entries()) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    // The first round warms up.
    if (round > 0) times[index]!.push((user + system) / 1000);
  }
}
const medians = times.map((measured) => measured.sort((a, b) => a - b)[Math.floor(measured.length / 2)]!);
const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
console.log(
  `${files.length} files, ${Math.round(lines / files.length)} lines each, median of ${rounds} rounds`,
);
for (const [index, [name]] of contestants.entries()) {
  const ratio = medians[index]! / medians[0]!;
  console.log(
    `${ratio.toFixed(1).padStart(7)} × ${name} (${medians[index]!.toFixed(0)} ms of processor time)`,
  );
}
