/**
 * What a key stroke in the largest form of the examples costs: the view of the answers so far, the comparison of its
 * schema with the one before, and the mistakes in them; beside the same form without conditions, which draws the same.
 * Prints Markdown; with --write it becomes docs/reference/forms-benchmark.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonObject } from '../../src/base/index.js';
import { createFormJudge } from '../../src/forms/index.js';
import type { FindMistakes } from '../../src/forms/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { FormContent, Plan } from '../../src/model/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { formView } from '../../src/view/index.js';
import { catalogueFiles } from '../../test/properties/example-files.js';
import { createSituations } from '../../test/browser/forms/situations.js';
import type { Situation } from '../../test/browser/forms/situations.js';
import { createStage } from '../../test/world/stage.js';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const rounds = 9;
const strokes = 40;

/** The situation with the most questions, and its plan. */
async function largest(): Promise<{ situation: Situation; plan: Plan }> {
  const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));
  const stage = await createStage(files);
  const situations = createSituations(stage, 'zh');
  const all = [...stage.documents.case.values()].map((golden) => situations.of(golden));
  const situation = all.reduce((most, one) => (one.asked.size > most.asked.size ? one : most));
  return { situation, plan: composeBundle(loadCatalogue(files), situation.bundle).plan };
}

/** The plan whose form asks without a condition what this one asks in the situation. */
function unconditional(plan: Plan, { asked, data }: Situation): Plan {
  const content = plan.form.content!;
  const isAsked = (at: string) =>
    [...asked.keys()].some((place) => patternOf(place) === at.slice(1).replaceAll('/', '.'));
  const isHeld = (at: string) => {
    const [role = '', name = ''] = at.slice(1).split('/');
    const holder = data[role] as JsonObject | undefined;
    return !Array.isArray(holder) && holder?.[name] !== undefined;
  };
  const places = content.places
    .filter(({ at }) => isAsked(at) || isHeld(at))
    .map(({ askedWhen: _a, requiredWhen: _r, heldWhen: _h, narrowings = [], ...place }) => ({
      ...place,
      ...(isAsked(place.at) ? {} : { askedWhen: false }),
      narrowings: narrowings.map(({ schema }) => ({ schema })),
    }));
  const plain: FormContent = { places };
  return { ...plan, steps: [], form: { ...plan.form, content: plain } };
}

function patternOf(place: string): string {
  return place.replace(/\.\d+\./, '.*.');
}

/** The loop of a page, for one text typed letter by letter; milliseconds a letter. */
function typing(plan: Plan, { data }: Situation, [role, name]: readonly [string, string]): number {
  let judge: FindMistakes | undefined;
  let before: string | undefined;
  const stroke = (text: string): void => {
    const answers = { ...data, [role]: { ...(data[role] as JsonObject), [name]: text } };
    const view = formView(plan, answers, { locale: 'zh' });
    const schema = JSON.stringify(view.schema);
    if (schema !== before) judge = createFormJudge(JSON.parse(schema) as JsonObject, 'zh');
    before = schema;
    judge!(view.data);
  };
  // What happens once, and then the letters.
  for (let at = 1; at <= 5; at += 1) stroke('x'.repeat(at));
  const begun = performance.now();
  for (let at = 1; at <= strokes; at += 1) stroke('x'.repeat(at));
  return (performance.now() - begun) / strokes;
}

const { situation, plan } = await largest();
const plain = unconditional(plan, situation);
const place = [...situation.asked.values()].find(
  ({ kind, isComposite, codes, at, isBoolean }) =>
    kind === 'field' && !isComposite && !isBoolean && codes.size === 0 && at.split('.').length === 2,
)!;
const where = place.at.split('.') as [string, string];
const drawn = (of: Plan): number =>
  JSON.stringify(formView(of, situation.data, { locale: 'zh' }).ui).split('"scope"').length - 1;
const counted = { with: drawn(plan), without: drawn(plain) };
const times = { with: [] as number[], without: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  times.with.push(typing(plan, situation, where));
  times.without.push(typing(plain, situation, where));
}
const best = { with: Math.min(...times.with), without: Math.min(...times.without) };
const conditions = plan.form.content!.places.filter(({ askedWhen }) => askedWhen !== undefined).length;

const page = `# Benchmark of forms

Written by \`npm run bench:forms -- --write\` on Node ${process.version}, ${cpus().length} processors. What carries over to
another machine is the ratio.

The largest form of the examples is that of \`${situation.id}\`: ${plan.form.content!.places.length} places, ${conditions} of them under
a condition, ${situation.asked.size} asked. Beside it stands the same form without conditions, which draws the same. A key stroke is
all that a page does before it draws: the view, the comparison of its schema with the one before, the mistakes.

| | with conditions | without | ratio |
| --- | ---: | ---: | ---: |
| controls drawn | ${counted.with} | ${counted.without} | ${(counted.with / counted.without).toFixed(2)} |
| a key stroke (best of ${rounds} runs) | ${best.with.toFixed(2)} ms | ${best.without.toFixed(2)} ms | ${(best.with / best.without).toFixed(2)} |
`;
console.log(page);
if (values.write) {
  const path = join(import.meta.dirname, '../../docs/reference/forms-benchmark.md');
  writeFileSync(path, page);
  console.error(`Written: ${readFileSync(path, 'utf8').length} characters.`);
}
