import type { LoadedCatalogue } from '../src/catalogue/index.js';
import { isObject, own } from '../src/base/index.js';
import type { Case, Composition, Figure, Figures, PlanStep } from '../src/model/index.js';
import { workingDaysOf } from '../src/time/index.js';
import {
  composeBundle,
  composedBundle,
  compositionOf,
  deriveFacts,
  normalizeFacts,
} from '../src/plan/index.js';

/** A bundle as it stands in one situation. */
export interface Taken {
  composition: Composition;
  /** The same bundle, while nothing is known of the applicant. */
  open: Composition;
  /** Fields of which the situation says something. */
  told: ReadonlySet<string>;
}

/** Composes a bundle for the applicant of a golden case; without one, for every applicant at once. */
export function takeBundle(catalogue: LoadedCatalogue, bundle: string, document: Case | undefined): Taken {
  const open = composeBundle(catalogue, bundle);
  if (document === undefined) return { composition: open, open, told: new Set() };
  const given = normalizeFacts(document.facts ?? {}, document.choices);
  const first = compositionOf(composedBundle(catalogue, bundle, { facts: given }));
  const facts = deriveFacts(first.plan, given);
  const composition = compositionOf(composedBundle(catalogue, bundle, { facts }));
  const told = Object.entries(given).flatMap(([role, holder]) =>
    (Array.isArray(holder) ? holder : [holder])
      .filter(isObject)
      .flatMap((one) => Object.keys(one).map((element) => `${role}.${element}`)),
  );
  return { composition, open, told: new Set(told) };
}

/** Not a number: no document tells it. */
type Measure = (taken: Taken, of: string | undefined) => number;

const before =
  (name: Exclude<keyof Figures, 'fees'>): Measure =>
  ({ composition }) =>
    stated(composition.report.before[name]);
const after =
  (name: Exclude<keyof Figures, 'fees'>): Measure =>
  ({ composition }) =>
    stated(composition.report.after[name]);
function stated({ value, unknown }: Figure): number {
  return unknown === undefined ? value : Number.NaN;
}

/** By how many per cent the second is less than the first. */
const cut =
  (from: Measure, to: Measure): Measure =>
  (taken, of) =>
    (1 - to(taken, of) / from(taken, of)) * 100;

const measures = {
  matters: ({ composition }) => blocksOf(composition).size,
  'matters.further': ({ composition }) => blocksOf(composition).size - 1,
  authorities: after('authorities'),
  'forms.before': before('forms'),
  'forms.after': after('forms'),
  'fields.before': before('fields'),
  'fields.after': after('fields'),
  'fields.toFill': fieldsToFill,
  'materials.before': before('materials'),
  'materials.after': after('materials'),
  'materials.left': after('materialsLeft'),
  'materials.fetched': ({ composition }) =>
    composition.form.materials.filter(
      ({ asked, origins }) => !asked && origins.some(({ kind }) => kind === 'registry'),
    ).length,
  'materials.onPaper': ({ composition }) =>
    composition.form.materials.filter(({ origins }) =>
      origins.every(({ kind }) => kind !== 'produced' && kind !== 'generated'),
    ).length,
  'materials.merged': cut(before('materials'), after('materials')),
  'materials.cut': cut(before('materials'), after('materialsLeft')),
  'steps.before': before('steps'),
  'steps.after': after('steps'),
  'steps.cut': cut(before('steps'), after('steps')),
  'trips.before': before('trips'),
  'trips.after': after('trips'),
  'trips.cut': cut(before('trips'), after('trips')),
  'days.before': before('workingDays'),
  'days.after': after('workingDays'),
  'days.saved': ({ composition: { report } }) =>
    report.before.workingDays.value - report.after.workingDays.value,
  'days.cut': cut(before('workingDays'), after('workingDays')),
  'days.withPauses': daysWithPauses,
  'limit.longest': ({ composition }) => Math.max(...composition.plan.steps.map(limitOf)),
  limit: ({ composition }, of) => {
    const step = composition.plan.steps.find(({ block }) => block === of);
    if (step === undefined) throw new Error(`The bundle has no block "${of}".`);
    return limitOf(step);
  },
  answers: ({ open }, of) => {
    const field = open.form.fields.find((one) => one.field === of);
    const schema = field === undefined ? undefined : field.schema;
    const values = isObject(schema) ? own(schema, 'enum') : undefined;
    if (!Array.isArray(values)) throw new Error(`"${of}" is no field with a list of answers.`);
    return values.length;
  },
} satisfies Record<string, Measure>;

/** The figures that can be taken of a bundle. */
export const measureNames = Object.keys(measures) as (keyof typeof measures)[];

/** Takes a figure, rounded to a tenth; not a number where the documents leave it open. */
export function takeMeasure(name: keyof typeof measures, taken: Taken, of: string | undefined): number {
  return Math.round(measures[name](taken, of) * 10) / 10;
}

/** Single matters: one that is used twice, for father or mother, is one. */
function blocksOf({ plan }: Composition): Set<string> {
  return new Set(plan.steps.flatMap(({ block }) => block ?? []));
}

/** What the applicant fills in: what the situation leaves to ask, and the questions that made out the situation. */
function fieldsToFill({ composition, open, told }: Taken): number {
  const questions = open.form.fields.filter(
    ({ field, role, asked }) => asked && role !== 'choices' && told.has(field),
  );
  const asked = composition.form.fields.filter(({ asked }) => asked).map(({ field }) => field);
  return new Set([...asked, ...questions.map(({ field }) => field)]).size;
}

function limitOf({ deadline }: PlanStep): number {
  return deadline?.workingDays ?? 0;
}

/** The longest chain, with the pauses that no limit counts; those under an open condition are left out. */
function daysWithPauses({ composition: { plan } }: Taken): number {
  const ends = new Map<string, number>();
  for (const id of plan.stages.flat()) {
    const step = plan.steps.find((one) => one.id === id)!;
    const begin = Math.max(0, ...step.after.map((dependency) => ends.get(dependency.step) ?? 0));
    const pauses = (step.pauses ?? []).filter(({ when }) => when === undefined);
    const own = pauses.reduce((sum, { time }) => sum + workingDaysOf(time), limitOf(step));
    ends.set(id, begin + own);
  }
  return Math.max(0, ...ends.values());
}
