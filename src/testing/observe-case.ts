import { omitUndefined, own } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { Entry, LoadedCatalogue } from '../catalogue/index.js';
import type { ComposedBundle } from '../compose/index.js';
import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Case, Composition, Expectation, Figures } from '../model/index.js';
import {
  composedBundle,
  compositionOf,
  deriveFacts,
  overFacts,
  normalizeFacts,
  project,
} from '../plan/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { Facts } from '../predicate/index.js';
import { asExpected, asSaid } from './as-said.js';
import type { Message } from '../messages/index.js';
import { bareMessage, literal } from '../messages/index.js';
import { tell } from './messages.js';
import { proveBundle } from '../prove/index.js';
import { createValidator } from '../schema/index.js';
import type { ValidationIssue } from '../schema/index.js';

/** What comes out for the applicant of a case. */
export interface Observation {
  composed: ComposedBundle;
  composition: Composition;
  /** Facts and answers together, with what is derived from them. */
  data: JsonObject;
  steps: string[];
  stages: string[][];
  asked: string[];
  materials: string[];
  questions: string[];
  /** Absent where it rests on what the case does not say. */
  eligible?: boolean;
  /** Absent where the case has no answers. */
  valid?: boolean;
  /** What is wrong with the answers, in a few words each. */
  issues: Message[];
  payloads: Record<string, JsonObject>;
  figures: Record<string, number>;
  diagnostics: Diagnostic[];
}

/** Composes and proves the bundle of a case for its applicant, and notes what comes out. */
export function observeCase(catalogue: LoadedCatalogue, { document }: Entry<Case>): Observation {
  const given = normalizeFacts(document.facts ?? {}, document.choices);
  const first = compositionOf(composedBundle(catalogue, document.bundle, { facts: given }));
  const facts = deriveFacts(first.plan, given);
  const composed = composedBundle(catalogue, document.bundle, { facts });
  const composition = compositionOf(composed);
  const { plan, form } = composition;
  const blocks = new Set(plan.steps.filter(({ kind }) => kind === 'block').map(({ id }) => id));
  const data = deriveFacts(plan, overFacts(facts, document.answers ?? {}));
  const eligible = isEligible(composed, data);
  const issues = document.answers === undefined ? [] : createValidator(plan.form.schema)(data).map(issueText);
  return {
    composed,
    composition,
    data,
    steps: [...blocks].sort(),
    stages: plan.stages
      .map((stage) => stage.filter((step) => blocks.has(step)).sort())
      .filter((stage) => stage.length > 0),
    asked: form.fields.filter(({ asked }) => asked).map(({ field }) => field),
    materials: form.materials.filter(({ asked }) => asked).map(({ material }) => material),
    questions: form.questions.map(({ field }) => field),
    ...omitUndefined({ eligible }),
    ...(document.answers === undefined ? {} : { valid: issues.length === 0 }),
    issues,
    payloads: Object.fromEntries(project(plan, data).steps.map(({ key, payload }) => [key, payload])),
    figures: figuresOf(composition),
    diagnostics: sortDiagnostics([...composed.diagnostics, ...proveBundle(composed).diagnostics]),
  };
}

/** What is wrong with the answers, and where unless it is the whole. */
function issueText(issue: ValidationIssue): Message {
  const said = bareMessage(issue);
  return issue.pointer === '' ? said : tell('differs.issue', { place: literal(issue.pointer), issue: said });
}

/** The bundle's own eligibility and that of every block that takes part; of one done for each item, item by item. */
function isEligible({ bound }: ComposedBundle, data: JsonObject): boolean | undefined {
  const truths = bound.eligibility.map(({ require }) => evaluate(require, factsOf(data)));
  for (const use of bound.uses) {
    for (const facts of worldsOf(data, use.each)) {
      const taking = evaluate(use.guard, facts);
      if (taking === false) continue;
      for (const { require } of use.eligibility) {
        const meets = evaluate(require, facts);
        truths.push(taking === true || meets === true ? meets : undefined);
      }
    }
  }
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** What is known, seen from each item of a repeated role, or as it is. */
function worldsOf(data: JsonObject, role: string | undefined): Facts[] {
  const items = role === undefined ? undefined : own(data, role);
  if (role === undefined || !Array.isArray(items)) return [factsOf(data)];
  return items.map((_, index) => factsOf(data, { role, index }));
}

/** Every figure by its name: "after.materialsLeft", "before.fees.CNY". */
function figuresOf({ report }: Composition): Record<string, number> {
  const found: Record<string, number> = {};
  const add = (side: string, figures: Figures) => {
    for (const [name, figure] of Object.entries(figures)) {
      // eslint-disable-next-line no-restricted-syntax -- a figure, no key
      if (name !== 'fees') found[`${side}.${name}`] = (figure as { value: number }).value;
    }
    for (const [currency, { value }] of Object.entries(figures.fees))
      found[`${side}.fees.${currency}`] = value;
  };
  add('before', report.before);
  add('after', report.after);
  return found;
}

/** What a case would expect if what comes out were right: the same parts as before, or the usual ones. */
export function recorded(observed: Observation, before: Expectation | undefined): Expectation {
  const { steps, asked, materials, questions, eligible, valid } = observed;
  if (before === undefined) {
    return {
      ...omitUndefined({ eligible }),
      steps,
      asked,
      materials,
      ...(questions.length === 0 ? {} : { questions }),
      ...omitUndefined({ valid }),
    };
  }
  const result: Expectation = {};
  for (const part of Object.keys(before) as (keyof Expectation)[]) recordPart(result, part, observed, before);
  return result;
}

function recordPart(
  result: Expectation,
  part: keyof Expectation,
  observed: Observation,
  before: Expectation,
): void {
  switch (part) {
    case 'notAsked':
      result.notAsked = before.notAsked!.filter((one) => !asSaid([one], observed.asked).includes(one));
      return;
    case 'notMaterials':
      result.notMaterials = before.notMaterials!.filter(
        (one) => !asSaid([one], observed.materials).includes(one),
      );
      return;
    case 'payloads':
      result.payloads = chosen(before.payloads!, observed.payloads);
      return;
    case 'figures':
      result.figures = chosen(before.figures!, observed.figures);
      return;
    case 'diagnostics':
      result.diagnostics = [...new Set(observed.diagnostics.map(({ code }) => code))];
      return;
    case 'eligible':
    case 'valid':
      if (observed[part] !== undefined) result[part] = observed[part];
      return;
    case 'stages':
      result.stages = observed.stages.map((stage) => asExpected(before.stages!.flat(), stage));
      return;
    case 'steps':
    case 'asked':
    case 'materials':
    case 'questions':
      result[part] = asExpected(before[part]!, observed[part]);
  }
}

function chosen<T>(before: Record<string, T>, now: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.keys(before).flatMap((key) => (own(now, key) === undefined ? [] : [[key, own(now, key)!]])),
  );
}
