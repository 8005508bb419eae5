import type { JsonObject } from '../../src/base/index.js';
import type { InputBinding, Plan, Predicate } from '../../src/model/index.js';
import { buildPlan, is } from './plan-builder.js';
import type { StepSpec } from './plan-builder.js';
import { chance, createRandom, pick } from './random.js';

const value = { enum: ['a', 'b'] };

/** How a generated plan may be. */
export interface GenerateOptions {
  steps?: number;
  /** With `stop-all`, the order of events decides what was approved before the end. */
  stopAll?: boolean;
}

/** A plan that depends on the seed alone: branches, joins, repeats, late conditions, later forms, registries. */
export function generatePlan(seed: number, options: GenerateOptions = {}): Plan {
  const random = createRandom(seed);
  const count = options.steps ?? 1 + Math.floor(random() * 8);
  const steps: StepSpec[] = [];
  for (let index = 0; index < count; index++) steps.push(generateStep(random, index, steps, options));
  const element = { type: 'object', properties: { f0: value, f1: value, f2: value } };
  return buildPlan({
    id: `generated-${seed}`,
    steps,
    roles: { person: { type: 'person' }, child: { type: 'person', many: { min: 0, max: 3 } } },
    form: {
      type: 'object',
      properties: { person: element, child: { type: 'array', items: { type: 'object' } } },
    },
    calendar: { id: 'c', weekend: [6, 7], holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] },
  });
}

/** Answers for the form of a generated plan. */
export function generateAnswers(seed: number): JsonObject {
  const random = createRandom(seed ^ 0x5eed);
  const person: JsonObject = { f0: pick(random, ['a', 'b']), f1: pick(random, ['a', 'b']) };
  if (random() < 0.7) person['f2'] = pick(random, ['a', 'b']);
  const children = Array.from({ length: Math.floor(random() * 4) }, (_, index): JsonObject => {
    const child: JsonObject = { name: `n${index}` };
    if (random() < 0.5) child['$key'] = `k${index}`;
    return child;
  });
  return { person, child: children, ...(random() < 0.3 ? { choices: { s1: false } } : {}) };
}

function generateStep(
  random: () => number,
  index: number,
  earlier: readonly StepSpec[],
  options: GenerateOptions,
): StepSpec {
  const id = `s${index}`;
  const kind = random() < 0.15 ? 'registry' : random() < 0.12 ? 'ask' : 'block';
  const each = kind === 'block' && random() < 0.25;
  const spec: StepSpec = { id, kind, in: {}, out: {}, after: [] };
  if (each) spec.each = '/child';
  for (const other of earlier) {
    if (random() < 0.3) spec.after!.push(dependency(random, other.id));
  }
  if (random() < 0.3) spec.when = generateCondition(random, earlier);
  if (kind === 'block') {
    if (random() < 0.15) spec.choice = true;
    if (random() < 0.5)
      spec.deadline = { promised: pick(random, ['1wd', '3wd', '2d', '4h', '1mo']), workingDays: 1 };
    if (random() < 0.2) spec.compensation = true;
    if (options.stopAll === true && random() < 0.1) spec.onReject = 'stop-all';
  }
  if (kind === 'ask') {
    spec.form = { type: 'object', properties: { person: { properties: { [`q${index}`]: value } } } };
    return spec;
  }
  addInputs(random, spec, earlier, each);
  if (random() < 0.8) {
    const element = each ? `child.o${index}` : `person.o${index}`;
    spec.out = { [element]: { at: each ? `/child/o${index}` : `/person/o${index}` } };
  }
  return spec;
}

function addInputs(random: () => number, spec: StepSpec, earlier: readonly StepSpec[], each: boolean): void {
  const inputs: Record<string, Partial<InputBinding>> = {};
  if (random() < 0.8) inputs[`person.f${Math.floor(random() * 3)}`] = { required: random() < 0.7 };
  if (each) inputs['child.name'] = { at: '/child/name' };
  else if (random() < 0.2) inputs['child.name'] = { at: '/child/*/name', required: false };
  for (const other of earlier) {
    for (const [name, binding] of Object.entries(other.out ?? {})) {
      if (random() > 0.3 || (name.startsWith('child.') && !each)) continue;
      const at = (binding as { at: string }).at;
      const from = other.kind === 'registry' ? 'registry' : 'step';
      inputs[name] = { at, required: random() < 0.6, sources: [{ from, step: other.id }, { from: 'form' }] };
    }
  }
  if (spec.kind === 'block' && random() < 0.15) {
    inputs[`m of person`] = {
      required: false,
      deferral: random() < 0.5 ? { within: '5d' } : { until: 's3' },
    };
  }
  spec.in = inputs;
}

function dependency(random: () => number, step: string): { step: string; needs: 'approval' | 'end' } {
  return { step, needs: random() < 0.7 ? 'approval' : 'end' };
}

function generateCondition(random: () => number, earlier: readonly StepSpec[]): Predicate {
  const late = earlier
    .flatMap((step) => Object.keys(step.out ?? {}))
    .filter((name) => name.startsWith('person.'));
  const asked = earlier.filter((step) => step.kind === 'ask').map((step) => `person.q${step.id.slice(1)}`);
  const fields = ['person.f0', 'person.f1', 'person.f2', ...late, ...asked];
  const test = (): Predicate => is(pick(random, fields), pick(random, ['a', 'b']));
  const form = random();
  if (form < 0.5) return test();
  if (form < 0.7) return { all: [test(), test()] };
  if (form < 0.9) return { any: [test(), test()] };
  return { some: 'child', of: is('child.name', 'n1') };
}

/** What the world says to a step of a generated plan: the same whenever it is asked. */
export function worldOf(seed: number) {
  return {
    /** How many attempts of the round fail first. */
    failures: (key: string, round: number) => Math.floor(chance(seed, 'fail', key, round) ** 3 * 4),
    isLater: (key: string, round: number) => chance(seed, 'later', key, round) < 0.5,
    answer(plan: Plan, key: string, round: number) {
      const step = plan.steps.find(
        (candidate) => key === candidate.id || key.startsWith(`${candidate.id}[`),
      )!;
      const roll = chance(seed, 'answer', key, round);
      // An authority wants anew what it needs of the applicant, not what he was free to leave out.
      const inputs = Object.keys(step.in).filter(
        (name) =>
          step.in[name]!.sources.every(({ from }) => from === 'form') &&
          step.in[name]!.required &&
          (!name.startsWith('child.') || step.each !== undefined),
      );
      if (roll < 0.1) return { status: 'rejected' as const, reason: 'no' };
      if (roll < 0.14) return { status: 'withdrawn' as const };
      if (roll < 0.3 && round < 4 && inputs.length > 0 && step.kind === 'block') {
        return { status: 'returned' as const, needs: [inputs[0]!], reason: 'again' };
      }
      const output: JsonObject = {};
      for (const name of Object.keys(step.out)) {
        const [role = '', element = ''] = name.split('.');
        if (chance(seed, 'gives', key, name) < 0.85) {
          const given = chance(seed, 'value', key, name) < 0.5 ? 'a' : 'b';
          if (step.kind === 'registry') output[name] = given;
          else output[role] = { [element]: given };
        }
      }
      return { status: 'approved' as const, output };
    },
    value: (place: string) => (chance(seed, 'supply', place) < 0.5 ? 'a' : 'b'),
  };
}
