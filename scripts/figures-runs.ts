/** Runs every golden case of the examples to its end with simulated authorities: `npm run figures -- --runs`. */
import type { LoadedCatalogue } from '../src/catalogue/index.js';
import { fromEntries, isObject, own, setOwn } from '../src/base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../src/base/index.js';
import type { Case, Composition, Plan } from '../src/model/index.js';
import { mergeData } from '../src/plan/index.js';
import type { CaseView, RefusalCode } from '../src/runtime/index.js';
import {
  createManualClock,
  createMemoryStore,
  createRunner,
  createSimulation,
} from '../src/runtime/index.js';
import { witness } from '../src/schema/index.js';
import { takeBundle } from './figures-measures.js';

type StepStatus = CaseView['steps'][number]['status'];

/** What became of a golden case. */
export interface CaseRun {
  id: string;
  bundle: string;
  /** The status of the case, or why it was not taken in. */
  status: 'done' | 'stuck' | RefusalCode;
  steps: number;
  /** How many steps of each status. */
  counts: Partial<Record<StepStatus, number>>;
  /** Materials that the applicant still owes at the end. */
  owed: number;
  /** The plan that was run, and how the case stands at its end. */
  ended?: { plan: Plan; view: CaseView };
}

/** When a case is received, and what is other in its plan. */
export interface RunSettings {
  from?: string;
  change?: (plan: Plan) => Plan;
}

const start = '2026-09-24T09:00:00.000+08:00';

/** Runs one case on the embedded runner: its facts and answers are the applicant's, everything else is made up. */
export async function runCase(
  catalogue: LoadedCatalogue,
  document: Case,
  { from = start, change = (plan: Plan) => plan }: RunSettings = {},
): Promise<CaseRun> {
  const { composition } = takeBundle(catalogue, document.bundle, document);
  const plan = change(composition.plan);
  const simulation = createSimulation(plan);
  const clock = createManualClock(from);
  const store = createMemoryStore();
  const runner = await createRunner({ store, handlers: simulation.handlers, clock });
  const run = { id: document.id, bundle: document.bundle, counts: {}, steps: 0, owed: 0 };
  try {
    // Answers of somebody who may not apply cannot be made up from a plan that refuses them.
    const { eligibility: _, ...lenient } = plan;
    const sample = createSimulation(aboutItems(document.expect?.eligible === false ? lenient : plan));
    const answers = mergeData(sample.answers(), document.answers ?? {});
    const known = withItems(sample.known(), composition, answers);
    const receipt = await runner.start(plan, { answers, known, id: 'case' });
    if (!receipt.accepted) return { ...run, status: receipt.refusal.code };
    const view = await simulation.run(runner, clock, 'case', await store.secret());
    const counts: CaseRun['counts'] = {};
    for (const { status } of view.steps) counts[status] = (counts[status] ?? 0) + 1;
    const status = view.status === 'done' ? 'done' : 'stuck';
    return {
      ...run,
      status,
      steps: view.steps.length,
      counts,
      owed: view.open.length,
      ended: { plan, view },
    };
  } finally {
    await runner.stop();
  }
}

/** The plan with a form that takes only answers about the items that the facts know of. */
function aboutItems(plan: Plan): Plan {
  const { schema } = plan.form;
  if (!isObject(schema)) return plan;
  const lists = Object.entries(plan.facts).filter(([, value]) => Array.isArray(value)) as [
    string,
    JsonValue[],
  ][];
  const properties = fromEntries(lists.map(([role, items]) => [role, itemsLike(items)]));
  const allOf = [...((own(schema, 'allOf') as JsonSchema[] | undefined) ?? []), { properties }];
  return { ...plan, form: { ...plan.form, schema: { ...schema, allOf } } };
}

function itemsLike(items: readonly JsonValue[]): JsonSchema {
  const prefixItems = items.map((item): JsonSchema => {
    const told = isObject(item) ? Object.entries(item) : [];
    return { properties: fromEntries(told.map(([element, value]) => [element, { const: value }])) };
  });
  return { prefixItems, minItems: items.length, maxItems: items.length };
}

/** Adds what signing in tells of each item of a repeated role. */
function withItems(known: JsonObject, { form, plan }: Composition, answers: JsonObject): JsonObject {
  const result: JsonObject = { ...known };
  for (const { field, role, element, schema, origins } of form.fields) {
    const items = own(answers, role);
    if (!Array.isArray(items) || origins[0]?.kind !== 'known' || !isTaken(plan, field)) continue;
    const sample = witness(schema);
    if (sample.verdict !== 'yes') continue;
    const present = own(result, role);
    const told = items.map((_, index) => ({
      ...(Array.isArray(present) && isObject(present[index]) ? present[index] : {}),
      [element]: sample.instance,
    }));
    setOwn(result, role, told);
  }
  return result;
}

function isTaken({ steps }: Plan, field: string): boolean {
  return steps.some((step) => Object.values(step.in).some(({ of }) => of === field));
}

/** Whether the case ended as its golden case says: refused, or turned down by a step, exactly where it says so. */
export function endedAsExpected({ status, counts }: CaseRun, { expect }: Case): boolean {
  const turnedDown = (counts.ineligible ?? 0) + (counts.stopped ?? 0) + (counts.rejected ?? 0) > 0;
  if (expect?.valid === false) return status === 'answers-refused';
  if (expect?.eligible === false) return status === 'not-eligible' || (status === 'done' && turnedDown);
  return status === 'done' && (expect?.eligible !== true || !turnedDown);
}

/** Runs all cases and tells of each bundle how many cases and steps there were. */
export async function printRuns(catalogue: LoadedCatalogue, print: (line: string) => void): Promise<boolean> {
  const began = performance.now();
  const runs: CaseRun[] = [];
  const wrong: CaseRun[] = [];
  for (const { document } of catalogue.cases.values()) {
    const run = await runCase(catalogue, document);
    runs.push(run);
    if (!endedAsExpected(run, document)) wrong.push(run);
  }
  print('| bundle | cases | refused at once | steps | approved | skipped | turned down | owed |');
  print('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const bundle of new Set(runs.map((run) => run.bundle)))
    print(
      row(
        bundle,
        runs.filter((run) => run.bundle === bundle),
      ),
    );
  print(row('all', runs));
  print('');
  const seconds = Math.round((performance.now() - began) / 1000);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  print(`${runs.length} cases in ${seconds} s, ${megabytes} MB at most.`);
  for (const { id, status, counts } of wrong)
    print(`${id} ended otherwise: ${status} ${JSON.stringify(counts)}`);
  return wrong.length === 0;
}

function row(name: string, runs: readonly CaseRun[]): string {
  const sum = (count: (run: CaseRun) => number) => runs.reduce((total, run) => total + count(run), 0);
  const of = (status: StepStatus) => sum(({ counts }) => counts[status] ?? 0);
  const cells = [
    runs.length,
    sum(({ status }) => (status === 'done' || status === 'stuck' ? 0 : 1)),
    sum(({ steps }) => steps),
    of('approved'),
    of('skipped'),
    of('ineligible') + of('stopped') + of('rejected'),
    sum(({ owed }) => owed),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}
