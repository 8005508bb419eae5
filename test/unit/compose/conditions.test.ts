/**
 * A condition that rests on what a step yields, in every part of a use and in every role that it can play. The bundle is
 * always the same: `grading` takes ten working days and yields the grade; the condition stands in `aid`, which takes two,
 * or, where it puts two steps in order, tells the later one whether it waits for the other.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import { partRules } from '../../../src/compose/index.js';
import type { UsePart } from '../../../src/compose/index.js';
import type { Block, BlockUse, ChangeKind, Condition, Plan } from '../../../src/model/index.js';
import { diffCatalogues } from '../../../src/diff/index.js';
import { composedBundle, mergeData } from '../../../src/plan/index.js';
import { proveBundle } from '../../../src/prove/index.js';
import {
  createManualClock,
  createMemoryStore,
  createRunner,
  createSimulation,
} from '../../../src/runtime/index.js';
import { codesOf, compose, sketchCatalogue } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

/** What a block or its use says where the condition stands in this part. */
interface Stated {
  block?: Partial<Block>;
  use?: Partial<BlockUse>;
}

/** Every part: a new one does not compile before it is here. */
const states: Record<UsePart, (when: Condition) => Stated> = {
  use: (when) => ({ use: { when } }),
  input: (when) => ({ block: { inputs: [{ field: 'person.account', when }] } }),
  anyOf: (when) => ({
    block: { inputs: [{ anyOf: [[{ field: 'person.account' }], [{ field: 'person.phone' }]], when }] },
  }),
  member: (when) => ({
    block: {
      inputs: [{ anyOf: [[{ field: 'person.account' }], [{ field: 'person.phone', when }]] }],
    },
  }),
  eligibility: (require) => ({ block: { eligibility: [{ require, otherwise: 'no' }] } }),
  act: (when) => ({ block: { places: { collect: { when, by: 'mail', time: '3wd' } } } }),
  place: () => ({ block: { places: { accept: { at: 'person.grade' } } } }),
  output: (when) => ({ block: { outputs: [{ material: 'note', of: 'person', when }] } }),
  prerequisite: (when) => ({ block: { prerequisites: [{ block: 'permit', when }] } }),
  after: (when) => ({ block: { after: [{ block: 'permit', when }] } }),
  before: (when) => ({ block: { before: [{ block: 'permit', when }] } }),
  variant: (when) => ({ block: { variants: [{ when, time: { promised: '5wd' } }] } }),
  pause: (when) => ({ block: { pauses: [{ reason: 'appraisal', time: '3wd', when }] } }),
  result: (when) => ({ block: { results: [{ result: 'service', title: 'Visit', when }] } }),
  apply: (when) => ({ block: { apply: [{ within: '30d', after: 'person.born', when }] } }),
  day: () => ({ block: { apply: [{ within: '30d', after: 'person.grade' }] } }),
};

const parts = Object.keys(states) as UsePart[];
const conditions = parts.filter((part) => partRules[part].neverHolds !== 'value');

/** The step that has to know the grade. */
const awaiting = (part: UsePart) => (part === 'before' ? 'permit' : 'aid');

/** @param grade what the authority says */
function sketchOf(part: UsePart, when: Condition, more: Partial<Sketch['bundle']> = {}, grade = 3): Sketch {
  const { block = {}, use = {} } = states[part](when);
  return {
    elements: { born: { type: 'string', format: 'date' } },
    materials: ['note'],
    blocks: {
      grading: {
        inputs: [{ field: 'person.name' }],
        outputs: [{ field: 'person.grade', schema: { const: grade } }],
        time: { promised: '10wd' },
      },
      permit: { inputs: [{ field: 'person.name' }], time: { promised: '3wd' } },
      aid: { time: { promised: '2wd' }, ...block },
    },
    bundle: {
      uses: [{ block: 'grading' }, { block: 'permit' }, { block: 'aid', ...use }],
      ...more,
    },
  };
}

const late: Condition = { 'person.grade': { const: 3 } };

const stepOf = (plan: Plan, id: string) => plan.steps.find((step) => step.id === id)!;
const stageOf = (plan: Plan, id: string) => plan.stages.findIndex((stage) => stage.includes(id));

/** Runs a case with simulated authorities; when each step began and ended, and how many working days it took. */
async function run(plan: Plan, answers: JsonObject = {}) {
  const clock = createManualClock('2026-01-05T09:00:00+08:00');
  const simulation = createSimulation(plan);
  const store = createMemoryStore();
  const runner = await createRunner({ store, clock, handlers: simulation.handlers });
  const receipt = await runner.start(plan, {
    id: 'c',
    answers: mergeData(simulation.answers(), answers),
    known: simulation.known(),
  });
  expect(receipt).toMatchObject({ accepted: true });
  const view = await simulation.run(runner, clock, 'c', await store.secret());
  const began = new Map<string, string>();
  for (const { event, transitions } of await runner.history('c'))
    for (const one of transitions)
      if (one.type === 'step' && one.to === 'ready') began.set(one.step, event.at);
  await runner.stop();
  const ended = new Map(view.steps.map(({ key, since }) => [key, since]));
  return { view, began, ended, workingDays: workingDays('2026-01-05', view.endedAt!.slice(0, 10)) };
}

/** Days without work are Saturdays and Sundays. */
function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(to); day += 86_400_000)
    if (new Date(day).getUTCDay() % 6 !== 0) count += 1;
  return count;
}

describe.each(parts)('a late condition: %s', (part) => {
  const step = awaiting(part);

  it('makes an edge, with the condition as its reason, and a later stage', () => {
    const { plan, diagnostics } = compose(sketchOf(part, late));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const edge = stepOf(plan, step).after.find((one) => one.step === 'grading')!;
    expect(edge.needs).toBe('end');
    expect(edge.because.map(({ kind, of }) => `${kind} ${of}`)).toContain('condition person.grade');
    expect(stageOf(plan, step)).toBeGreaterThan(stageOf(plan, 'grading'));
  });

  it('counts in the days of the plan, which are those of the longest run, and in the same order', async () => {
    const runs = [];
    for (const grade of [3, 4]) {
      const { plan } = compose(sketchOf(part, late, {}, grade));
      const done = await run(plan);
      runs.push({ plan, ...done });
      expect(done.view.status).toBe('done');
      const here = done.began.get(step);
      if (here !== undefined) expect(here >= done.ended.get('grading')!).toBe(true);
    }
    const [first] = runs;
    expect(first!.plan.criticalPath.workingDays).toBeGreaterThan(10);
    expect(Math.max(...runs.map((one) => one.workingDays))).toBe(first!.plan.criticalPath.workingDays);
  });

  it('counts in the target', () => {
    expect(codesOf(compose(sketchOf(part, late, { target: { within: '10wd' } })))).toContain(
      'order/target-below-critical-path',
    );
    expect(codesOf(compose(sketchOf(part, late, { target: { within: '16wd' } })))).not.toContain(
      'order/target-below-critical-path',
    );
  });

  it('closes a ring, which is found, with an applicant who walks into it', () => {
    const sketch = sketchOf(part, late);
    sketch.blocks['grading']!.prerequisites = [{ block: step }];
    const [cycle] = compose(sketch).diagnostics.filter(({ code }) => code === 'order/cycle');
    expect(cycle?.message).toContain(`"${step}"`);
    expect(cycle?.witness).toMatchObject({ kind: 'case', bundle: 'one' });
  });

  it('awaits nothing where facts have settled the grade', () => {
    const { plan } = compose(sketchOf(part, late), { facts: { 'person.grade': 4 } });
    if (plan.steps.some(({ id }) => id === step))
      expect(stepOf(plan, step).after.map((one) => one.step)).not.toContain('grading');
  });
});

describe.each(conditions)('what stands in a condition beside the late part: %s', (part) => {
  const both: Condition = { 'person.grade': { const: 3 }, 'person.married': { const: true } };
  const { asks } = partRules[part];

  it('is asked after the step that decides, where it is asked at all', async () => {
    const { plan, form } = compose(sketchOf(part, both));
    expect(JSON.stringify(form.schema)).not.toContain('married');
    const [ask] = plan.steps.filter(({ kind, out }) => kind === 'ask' && out['person.married'] !== undefined);
    expect(ask !== undefined).toBe(asks);
    if (ask === undefined) return;
    expect(ask.after.map((one) => one.step)).toEqual(['grading']);
    expect(ask.out['person.married']!.when).toEqual({ field: 'person.grade', schema: { const: 3 } });
    expect(stepOf(plan, awaiting(part)).after.map((one) => one.step)).toContain(ask.id);
    const { view } = await run(plan);
    expect(view.steps.find(({ step }) => step === ask.id)).toMatchObject({ status: 'approved' });
    expect(view.data['person']).toHaveProperty('married');
    const other = await run(compose(sketchOf(part, both, {}, 4)).plan);
    // Of alternatives, what is not late is asked with the rest.
    const status = part === 'member' ? 'approved' : 'skipped';
    expect(other.view.steps.find(({ step }) => step === ask.id)).toMatchObject({ status });
  });

  it('is a question of the form where nothing is late', () => {
    const { form } = compose(sketchOf(part, { 'person.married': { const: true } }));
    const { required = [] } = (form.schema as { properties: { person: { required?: string[] } } }).properties
      .person;
    expect(required.includes('married')).toBe(asks);
    expect(form.questions.map(({ field }) => field)).toEqual(asks ? ['person.married'] : []);
  });

  it('is said never to hold, where what is around it excludes that', () => {
    const sketch = sketchOf(part, { 'person.married': { const: true } });
    const isUse = part === 'use';
    sketch.bundle!.uses![2] = {
      block: 'aid',
      when: isUse
        ? { 'person.married': { const: true }, 'person.age': { minimum: 200 } }
        : { 'person.married': { const: false } },
    };
    const { diagnostics } = proveBundle(composedBundle(sketchCatalogue(sketch), 'one'));
    const codes = { eligibility: 'compose/eligibility-impossible', value: '' };
    const { neverHolds } = partRules[part];
    const wanted = neverHolds in codes ? codes[neverHolds as 'eligibility'] : `prove/${neverHolds}`;
    expect(diagnostics.map(({ code }) => code)).toContain(isUse ? 'prove/condition-never' : wanted);
  });
});

/** How a comparison tells of a condition that holds for fewer applicants. */
const told: Record<Exclude<UsePart, 'place' | 'day'>, ChangeKind> = {
  use: 'step-narrowed',
  input: 'field-not-asked',
  anyOf: 'field-not-asked',
  member: 'field-not-asked',
  eligibility: 'eligibility-narrowed',
  act: 'transfer-removed',
  output: 'output-removed',
  prerequisite: 'prerequisite-added',
  after: 'order-added',
  before: 'order-added',
  variant: 'time-shorter',
  pause: 'time-changed',
  result: 'result-removed',
  apply: 'apply-later',
};

it.each(conditions)('a comparison tells of another condition: %s', (part) => {
  const was: Condition = { 'person.married': { const: true } };
  const is: Condition = { ...was, 'person.age': { minimum: 60 } };
  const [old, now] = [was, is].map((when) => sketchCatalogue(sketchOf(part, when)));
  const kinds = diffCatalogues(old!, now!).changes.map(({ kind }) => kind);
  expect([...new Set(kinds)]).toContain(told[part as keyof typeof told]);
});

describe('the list of parts', () => {
  /** Where a condition, or a field whose value is needed, stands in a block, and the part that it makes. */
  const places: Record<string, UsePart> = {
    'inputs.when': 'input',
    // Who may not use a commitment: the input stands under it, and under its opposite.
    'inputs.accept.commitment.except': 'input',
    'outputs.when': 'output',
    'results.when': 'result',
    'apply.when': 'apply',
    'prerequisites.when': 'prerequisite',
    'after.when': 'after',
    'before.when': 'before',
    'eligibility.require': 'eligibility',
    'pauses.when': 'pause',
    'variants.when': 'variant',
    'places.collect.when': 'act',
    'places.accept.when': 'act',
    'places.decide.when': 'act',
    'places.issue.when': 'act',
  };

  it('has every place of a block that takes a condition', () => {
    const file = join(import.meta.dirname, '../../../schemas/block.schema.json');
    const schema = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
    expect([...conditionPlaces(schema, schema)].sort()).toEqual(Object.keys(places).sort());
  });
});

/** The paths of properties that take a condition, followed through references, each schema once on a path. */
function conditionPlaces(root: JsonObject, schema: JsonValue, path = '', open: readonly JsonValue[] = []) {
  const found = new Set<string>();
  const visit = (value: JsonValue, at: string, seen: readonly JsonValue[]): void => {
    if (typeof value !== 'object' || value === null || seen.includes(value)) return;
    const inside = [...seen, value];
    if (Array.isArray(value)) {
      for (const one of value) visit(one, at, inside);
      return;
    }
    const ref = value['$ref'];
    if (typeof ref === 'string') {
      if (/\/condition$/.test(ref)) found.add(at);
      else if (!/schema$/i.test(ref)) visit(resolve(root, ref), at, inside);
    }
    for (const [name, inner] of Object.entries((value['properties'] ?? {}) as JsonObject))
      visit(inner, at === '' ? name : `${at}.${name}`, inside);
    for (const key of ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'])
      if (value[key] !== undefined) visit(value[key], at, inside);
  };
  visit(schema, path, open);
  return found;
}

function resolve(root: JsonObject, ref: string): JsonValue {
  let value: JsonValue = root;
  for (const token of ref.slice(2).split('/')) value = (value as JsonObject)[token]!;
  return value;
}
