/**
 * The table of docs/reference/algebra-benchmark.md: joining schemas by this library and by others.
 * `JSON_SCHEMA_TEST_SUITE=… npx tsx bench/algebra/run.ts [--write]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { canonicalJson, type JsonSchema, type JsonValue } from '../../src/base/index.js';
import { instancesFor } from '../../test/fuzz/instances.js';
import { createRandom } from '../../test/fuzz/random.js';
import { isValidForAjv } from '../../test/suite/ajv-judge.js';
import { loadSuite, skipNotice, suiteFolder, type Group } from '../../test/suite/load.js';
import { emptyTally, tallyPairs } from '../../test/suite/pairs.js';
import { truthOf, type Truth } from '../../test/suite/truth.js';
import { fieldPairs, type FieldPair } from './fields.js';
import { libraries, oursForSuite, type Library } from './libraries.js';
import { timeOf, timeOfCopying } from './speed.js';

interface Row {
  name: string;
  suiteWrong: number | undefined;
  suiteRefused: number | undefined;
  formsWrong: number;
  easySeen: number;
  emptyFound: number;
  microseconds: number | undefined;
}

const pairs = fieldPairs(6_000, 20_12);
const known = JSON.parse(readFileSync(new URL('./known-empty.json', import.meta.url), 'utf8')) as {
  reason: string;
  schema: JsonSchema;
}[];
const fields = 10_000;

const suiteGroups = suiteFolder ? loadSuite(suiteFolder) : undefined;
const judged = pairs.map(prepare);
const truths = new Map<string, Truth>();
const rows: Row[] = [];
let joined = 0;
for (const library of libraries) {
  console.error(`${library.name} …`);
  const suite = await runSuite(library === libraries.at(-1) ? oursForSuite : library, false);
  joined = suite?.joined ?? 0;
  console.error(`  suite ${suite?.wrong.length} wrong, ${suite?.refused.length} refused`);
  rows.push({
    name: library.name,
    suiteWrong: suite?.wrong.length,
    suiteRefused: suite?.refused.length,
    ...runForms(library),
    emptyFound: known.filter(({ schema }) => library.seesEmpty(structuredClone(schema))).length,
    microseconds: timeOf(library, fields, 3),
  });
}
const withReferences = await runSuite(oursForSuite, true);
const copying = timeOfCopying(fields, 3);
const text = report();
console.log(text);
if (process.argv.includes('--write')) {
  writeFileSync(new URL('../../docs/reference/algebra-benchmark.md', import.meta.url), text);
}

async function runSuite(library: Library, references: boolean) {
  if (!suiteGroups) return undefined;
  const tally = emptyTally();
  for (const [file, groups] of suiteGroups) {
    const taken = references ? groups : groups.filter((group) => isPlain(group));
    if (taken.length === 0) continue;
    const key = `${file} ${references}`;
    const truth = truths.get(key) ?? (await truthOf(taken));
    truths.set(key, truth);
    await tallyPairs(taken, truth, (schemas) => library.join(schemas).schema, tally);
  }
  return tally;
}

/** The peers cannot join schemas with references. */
function isPlain({ schema }: Group): boolean {
  return !/"\$(?:ref|dynamicRef)"/.test(canonicalJson(schema));
}

/** The instances of a pair, near the boundaries of both, and whether both accept each. */
function prepare({ a, b }: FieldPair, seed: number): { instance: JsonValue; inBoth: boolean }[] {
  const valid = [a, b].map((part) => isValidForAjv(part));
  return instancesFor([a, b], createRandom(seed), 40).map((instance) => ({
    instance,
    inBoth: valid.every((validate) => validate(instance)),
  }));
}

function runForms(library: Library): { formsWrong: number; easySeen: number } {
  let wrong = 0;
  let seen = 0;
  pairs.forEach(({ a, b, contradicting }, index) => {
    let outcome: ReturnType<Library['join']> | undefined;
    try {
      outcome = library.join(structuredClone([a, b]));
    } catch {
      outcome = undefined;
    }
    if (contradicting && (outcome === undefined || outcome.conflict)) seen++;
    if (isWrong(index, outcome?.schema)) wrong++;
  });
  return { formsWrong: wrong, easySeen: seen };
}

/** Refusing is wrong where an instance of both is at hand; a result is wrong where an instance tells it from both. */
function isWrong(index: number, result: JsonSchema | undefined): boolean {
  const cases = judged[index]!;
  if (result === undefined) return cases.some(({ inBoth }) => inBoth);
  try {
    const validate = isValidForAjv(result);
    return cases.some(({ instance, inBoth }) => validate(instance) !== inBoth);
  } catch {
    return true;
  }
}

function report(): string {
  const contradicting = pairs.filter((pair) => pair.contradicting).length;
  const percent = (count: number, of: number): string =>
    `${((100 * count) / of).toFixed(count === 0 ? 0 : 1)}%`;
  const cell = (count: number | undefined): string =>
    count === undefined ? '–' : count.toLocaleString('en');
  const lines = rows.map((row) =>
    [
      row.name,
      cell(row.suiteWrong),
      cell(row.suiteRefused),
      percent(row.formsWrong, pairs.length),
      percent(row.easySeen, contradicting),
      `${row.emptyFound}`,
      row.microseconds === undefined ? 'refused' : row.microseconds.toFixed(1),
      row.microseconds === undefined ? '–' : (row.microseconds / copying).toFixed(2),
    ].join(' | '),
  );
  const scaling = [3, 30, 300].map((blocks) => {
    const time = timeOf(libraries.at(-1)!, 300, blocks, 5)!;
    return `${blocks} contributors: ${(time / blocks).toFixed(2)} µs for each field and contributor`;
  });
  return `# Joining schemas: how this library compares

The algebra must never be wrong; this page measures whether it is, and what the alternatives do on the same questions.

| library | suite: wrong | suite: refused | forms: wrong | easy conflicts seen | known-empty found (of ${known.length}) | µs a field | × copying |
|---|---|---|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}

Copying the schemas of the three blocks (\`structuredClone\`) takes ${copying.toFixed(1)} µs a field on the same machine; times are medians, and say
something only in relation to each other. Linear in contributors: ${scaling.join('; ')}.

With references as well, every ordered pair of the whole suite (which the others cannot join, since a pointer is relative to its own document):
${withReferences ? `${withReferences.joined.toLocaleString('en')} pairs, ${withReferences.wrong.length} wrong, ${withReferences.refused.length} refused` : skipNotice}.

## What is measured

- **suite**: every ordered pair of schemas within a file of the official JSON Schema Test Suite, draft 2020-12, without references
  (${joined.toLocaleString('en')} pairs), over the instances of both. A join is *wrong* when an instance is valid for it but not for both
  schemas, or the other way round; ajv judges, and only what Hyperjump finds wrong too is counted. *Refused*: it threw, or gave a schema that no validator takes.
  Groups that take no part, and the judges' own faults, are listed with reasons in \`test/suite/exclusions.json\` and \`test/suite/judge-faults.json\`.
- **forms**: ${pairs.length.toLocaleString('en')} generated pairs of form fields (\`bench/algebra/fields.ts\`), ${contradicting.toLocaleString('en')} of them contradicting by construction.
  Throwing counts as wrong where an instance of both is at hand, and as a conflict seen where the pair is contradicting.
- **known-empty**: schemas without any instance, each with its reason (\`bench/algebra/known-empty.json\`). A library finds one when it throws or says \`false\`.
- **µs a field**: ${fields.toLocaleString('en')} fields, each asked by three blocks with different constraints, joined in one call.

## How to run it again

\`\`\`sh
JSON_SCHEMA_TEST_SUITE=<folder of the suite> npx tsx bench/algebra/run.ts --write
\`\`\`

Everything is drawn from fixed seeds: the same versions give the same counts.
`;
}
