import { appendTo, InvariantError, isObject, own } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import { fieldKey, keyOfAll } from '../../model/index.js';
import type { Plan, PlanStep } from '../../model/index.js';
import { fieldsOf } from '../../predicate/index.js';
import { createValidator } from '../../schema/index.js';
import { mayApplicantGive } from './applicant-gives.js';
import type { ValidationIssue } from '../../schema/index.js';

/** A place and a keyword that an answer does not meet, with the message of it; never the value. */
export interface Issue extends Omit<ValidationIssue, 'pointer' | 'params' | 'schemaPointer'> {
  /** JSON Pointer into what was given. */
  at: string;
  /** The property that is missing, where `keyword` is required. */
  missing?: string;
}

/** A plan with the look-ups that every event needs. */
export interface PreparedPlan {
  plan: Plan;
  step(id: string): PlanStep | undefined;
  /** How much counts what a step says of a place; the applicant's own word has rank 0. */
  rank(id: string): number;
  /** Above every step: what signing in tells. */
  mostRank: number;
  /** Does somebody need what the step yields, and the applicant cannot give it instead? */
  isIrreplaceable(id: string): boolean;
  /** The steps that may yet supply a field or material: blocks, registries and later forms. */
  suppliersOf(of: string): readonly string[];
  /** The look-ups and derivations that tell, with those that they rest on, whether the applicant may apply. */
  deciding: ReadonlySet<string>;
  /** The fields that the bundle demands something of. */
  demanded: ReadonlySet<string>;
  /** The steps that cannot do without a field or material. */
  takersOf(of: string): readonly string[];
  /** The steps that check the commitments of a step. */
  checksOf(id: string): readonly string[];
  /** What does not meet the schema. */
  issues(schema: JsonSchema, value: JsonValue): Issue[];
}

const cache = new WeakMap<Plan, PreparedPlan>();

/** Prepares a plan once. The plan must not change afterwards. */
export function prepare(plan: Plan): PreparedPlan {
  let prepared = cache.get(plan);
  if (prepared === undefined) {
    prepared = build(plan);
    cache.set(plan, prepared);
  }
  return prepared;
}

function build(plan: Plan): PreparedPlan {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  // Of two blocks the later one counts, of two registries the earlier one, and a block more than a registry.
  const count = plan.steps.length;
  const ranks = new Map(
    plan.steps.map((step, index) => [step.id, step.kind === 'registry' ? count - index : count + index + 1]),
  );
  const suppliers = new Map<string, string[]>();
  const takers = new Map<string, string[]>();
  const checks = new Map<string, string[]>();
  const irreplaceable = new Set<string>();
  const supplies = (of: string, id: string): void => add(suppliers, keyOfAll(of), id);
  for (const step of plan.steps) {
    if (step.check !== undefined) appendTo(checks, step.check.of, step.id);
    for (const output of Object.values(step.out)) supplies(output.of, step.id);
    for (const field of fieldsOfForm(step.form)) supplies(field, step.id);
    for (const binding of Object.values(step.in)) {
      if (binding.required || binding.deferral !== undefined) add(takers, keyOfAll(binding.of), step.id);
      for (const source of binding.sources) {
        if (source.step === undefined) continue;
        supplies(binding.of, source.step);
        if (binding.required && !mayApplicantGive(binding)) irreplaceable.add(source.step);
      }
    }
  }
  const validators = new Map<JsonSchema, ReturnType<typeof createValidator>>();
  return {
    plan,
    step: (id) => steps.get(id),
    mostRank: 3 * plan.steps.length + 1,
    rank(id) {
      const rank = ranks.get(id);
      if (rank === undefined) throw new InvariantError(`The plan has no step "${id}".`);
      return rank;
    },
    deciding: decidingLookUps(plan),
    demanded: new Set(
      (plan.eligibility ?? []).flatMap(({ require }) => [...fieldsOf(require)].map(keyOfAll)),
    ),
    isIrreplaceable: (id) => irreplaceable.has(id),
    // One item may tell of another, so whoever supplies the field of any item counts.
    suppliersOf: (of) => suppliers.get(keyOfAll(of)) ?? [],
    takersOf: (of) => takers.get(keyOfAll(of)) ?? [],
    checksOf: (id) => checks.get(id) ?? [],
    issues(schema, value) {
      let validate = validators.get(schema);
      if (validate === undefined) {
        validate = createValidator(schema);
        validators.set(schema, validate);
      }
      return validate(value).map(({ pointer: at, params, schemaPointer: _, ...said }) => {
        const missing = params['missingProperty'];
        return typeof missing === 'string' ? { at, ...said, missing } : { at, ...said };
      });
    },
  };
}

function decidingLookUps({ steps, eligibility = [] }: Plan): Set<string> {
  const found = new Set<string>();
  const open = eligibility.flatMap(({ require }) => [...fieldsOf(require)]);
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = keyOfAll(next);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const step of steps) {
      if (step.kind !== 'registry') continue;
      if (!Object.values(step.out).some(({ of }) => keyOfAll(of) === key)) continue;
      found.add(step.id);
      open.push(...Object.values(step.in).map(({ of }) => of));
    }
  }
  return found;
}

function add(lists: Map<string, string[]>, key: string, id: string): void {
  if (lists.get(key)?.includes(id) !== true) appendTo(lists, key, id);
}

/** `role.element` and `material of role` of everything that a form asks. */
function fieldsOfForm(form: JsonSchema | undefined): string[] {
  const fields: string[] = [];
  for (const [role, schema] of propertiesOf(form)) {
    for (const [element, inner] of propertiesOf(schema)) {
      fields.push(role === 'materials' ? element : fieldKey(role, element));
      if (element === 'materials') fields.push(...propertiesOf(inner).map(([name]) => name));
    }
    if (!isObject(schema)) continue;
    const items = own(schema, 'items');
    for (const [element, inner] of propertiesOf(items)) {
      fields.push(fieldKey(role, element));
      if (element === 'materials') fields.push(...propertiesOf(inner).map(([name]) => name));
    }
  }
  return fields;
}

function propertiesOf(schema: JsonValue | undefined): [string, JsonValue][] {
  if (!isObject(schema)) return [];
  const properties = own(schema, 'properties');
  return isObject(properties) ? Object.entries(properties) : [];
}
