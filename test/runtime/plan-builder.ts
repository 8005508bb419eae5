import { createHash } from 'node:crypto';
import { canonicalJson, fromEntries } from '../../src/base/index.js';
import type { JsonObject, JsonSchema } from '../../src/base/index.js';
import type {
  InputBinding,
  OutputBinding,
  Plan,
  PlanCalendar,
  PlanStep,
  Predicate,
} from '../../src/model/index.js';

/** A step as a test writes it: whatever it leaves out gets a plain value. */
export type StepSpec = Partial<Omit<PlanStep, 'id' | 'in' | 'out' | 'after'>> & {
  id: string;
  /** Block's own name of the input to a binding; `true`: a required field of the form at its own place. */
  in?: Record<string, true | Partial<InputBinding>>;
  out?: Record<string, true | Partial<OutputBinding>>;
  after?: (string | { step: string; needs?: 'approval' | 'end'; when?: Predicate })[];
};

export interface PlanSpec {
  id?: string;
  steps: StepSpec[];
  form?: JsonSchema;
  calendar?: PlanCalendar;
  roles?: Plan['roles'];
  eligibility?: Plan['eligibility'];
  facts?: JsonObject;
}

/** The condition that a field has one value. */
export function is(field: string, value: string | boolean | number): Predicate {
  return { field, schema: { const: value } };
}

/** The role of a plan with many items. */
export const manyKids: NonNullable<Plan['roles']> = { kid: { type: 'kid', many: { min: 0, max: 5_000 } } };

/** Two steps for each of many items: the second takes what the first yields. */
export const stepsForEachKid: readonly [StepSpec, StepSpec] = [
  {
    id: 'a',
    each: '/kid',
    out: { 'kid.num': { at: '/kid/num' } },
    deadline: { promised: '3wd', workingDays: 3 },
  },
  {
    id: 'b',
    each: '/kid',
    after: ['a'],
    in: { 'kid.num': { at: '/kid/num', sources: [{ from: 'step', step: 'a' }] } },
  },
];

/** A sound plan from what matters to a test. */
export function buildPlan(spec: PlanSpec): Plan {
  const steps = spec.steps.map((step) => buildStep(step));
  const plan: Omit<Plan, 'hash'> = {
    formatVersion: 2,
    id: spec.id ?? 'sample',
    catalogue: { id: 'tests', version: '1.0.0' },
    roles: spec.roles ?? { person: { type: 'person' } },
    facts: spec.facts ?? {},
    form: { schema: spec.form ?? { type: 'object' } },
    ...(spec.calendar === undefined ? {} : { calendar: spec.calendar }),
    ...(spec.eligibility === undefined ? {} : { eligibility: spec.eligibility }),
    steps,
    stages: [steps.map((step) => step.id)],
    criticalPath: { steps: [], workingDays: 0 },
  };
  return withHash(plan);
}

/** The plan with its hash, as the contract says: over the canonical JSON without the hash itself. */
export function withHash(plan: Omit<Plan, 'hash'>): Plan {
  const hash = createHash('sha256').update(canonicalJson(plan)).digest('hex');
  return { ...plan, hash: `sha256-${hash}` };
}

function buildStep(spec: StepSpec): PlanStep {
  const { in: inputs = {}, out: outputs = {}, after = [], ...rest } = spec;
  const bindings = Object.entries(inputs).map(([name, binding]): [string, InputBinding] => [
    name,
    {
      of: name,
      at: placeOf(name),
      required: true,
      sources: [{ from: 'form' }],
      ...(binding === true ? {} : binding),
    },
  ]);
  const outs = Object.entries(outputs).map(([name, binding]): [string, OutputBinding] => [
    name,
    { of: name, at: placeOf(name), ...(binding === true ? {} : binding) },
  ]);
  return {
    kind: 'block',
    ...(rest.kind === undefined || rest.kind === 'block' ? { block: spec.id, authority: 'office' } : {}),
    ...(rest.kind === 'registry' ? { registry: spec.id } : {}),
    ...rest,
    after: after.map((dependency) =>
      typeof dependency === 'string'
        ? { step: dependency, needs: 'approval' as const, because: [] }
        : { needs: 'approval' as const, because: [], ...dependency },
    ),
    in: fromEntries(bindings),
    out: fromEntries(outs),
    input: rest.input ?? { type: 'object' },
    output: rest.output ?? { type: 'object' },
    onReject: rest.onReject ?? 'stop-dependants',
  };
}

function placeOf(name: string): string {
  return name.includes(' of ') ? `/materials/${name}` : `/${name.replace('.', '/')}`;
}
