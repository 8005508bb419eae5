import { compareCodeUnits } from '../../base/index.js';
import { fieldParts, itemParts } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import type { BoundBundle, ChoiceDemand } from '../bind/bound.js';
import { itemRoleOf } from './needs.js';
import type { Lateness } from '../origin/lateness.js';
import type { ChoiceNeed, Need, Needs, QuestionNeed } from './needs.js';
import type { Origins } from '../origin/origin.js';
import { unlessImpossible } from '../bind/possible.js';
import { seenWithin } from '../bind/scope.js';

/** What is asked in one form: the main form, or the form of an ask step. */
export interface FormPart {
  /** `undefined` for the main form. */
  step: string | undefined;
  /** The steps that must have ended. */
  after: Set<string>;
  needs: Need[];
  choices: ChoiceNeed[];
  questions: QuestionNeed[];
}

/** Something that is asked under a condition: the part of it that the main form can ask, and the part that is late. */
interface Divided<T> {
  item: T;
  early: Predicate;
  late: Predicate;
  steps: ReadonlySet<string>;
}

/**
 * Divides what is asked over the main form and the ask steps. What rests on what a step yields is asked after
 * that step, and only where the main form has not asked it already.
 */
export function divideForms(bound: BoundBundle, needs: Needs, origins: Origins): FormPart[] {
  const main: FormPart = { step: undefined, after: new Set(), needs: [], choices: [], questions: [] };
  const later = new Map<string, FormPart>();
  const divided = <T>(
    item: T,
    guard: Predicate,
    role: string | undefined,
    lateness: Lateness,
  ): Divided<T> => {
    const isLate = seenWithin(bound, lateness.when, role);
    const part = (predicate: Predicate) => unlessImpossible(bound, all(guard, predicate));
    const early = isLate === false ? guard : part(not(isLate));
    return { item, early, late: part(isLate), steps: lateness.steps };
  };
  const isKnown = knownFromStart(needs, origins);
  const latenessOf = (guard: Predicate, own?: string) => origins.latenessOf(guard, own, isKnown);
  const latenessOfNeed = ({ asked, use, choice }: Need): Lateness =>
    choice === undefined ? latenessOf(asked, use.name) : latenessOfChoice(needs, latenessOf, choice);
  const asked = needs.needs
    .filter((need) => need.asked !== false)
    .map((need) => divided(need, need.asked, need.leaf.role, latenessOfNeed(need)));
  const asQuestion = (one: QuestionNeed, guard: Predicate) =>
    divided(one, guard, fieldParts(one.field).role, latenessOf(guard));
  const questions = needs.questions.map((one) => asQuestion(one, one.asked));
  const given = needs.questions.map((one) => asQuestion(one, one.given));
  const choices = needs.choices.map((one) =>
    divided(one, one.guard, itemRoleOf(one), latenessOfChoice(needs, latenessOf, one.choice)),
  );

  for (const { item, early } of asked) if (early !== false) main.needs.push({ ...item, asked: early });
  for (const [index, { item, early }] of questions.entries()) {
    const question = { ...item, asked: early, given: given[index]!.early };
    if (question.asked !== false || question.given !== false) main.questions.push(question);
  }
  for (const { item, early } of choices) if (early !== false) main.choices.push({ ...item, guard: early });

  const before = askedBefore(main);
  const unasked = (key: string, late: Predicate) =>
    unlessImpossible(bound, all(late, not(before.get(key) ?? false)));
  for (const { item, late, steps } of asked) {
    const guard = unasked(item.leaf.key, late);
    if (guard !== false) partFor(later, steps).needs.push({ ...item, asked: guard });
  }
  for (const [index, { item, late, steps }] of questions.entries()) {
    const open = unasked(item.field, late);
    const shown = unasked(item.field, given[index]!.late);
    if (open === false && shown === false) continue;
    const part = partFor(later, open === false ? given[index]!.steps : steps);
    part.questions.push({ ...item, asked: open, given: shown });
  }
  for (const { item, late, steps } of choices)
    if (late !== false) partFor(later, steps).choices.push({ ...item, guard: late });
  return [main, ...later.values()];
}

/** Whether a field is known before any step has ended: no step yields it, and the main form asks for it wherever it matters. */
function knownFromStart({ needs, questions }: Needs, { latenessOf }: Origins): (field: string) => boolean {
  const isLate = (predicate: Predicate) => latenessOf(predicate).when !== false;
  const certain = new Map<string, Predicate>();
  for (const { leaf, asked, choice } of needs)
    if (!leaf.optional && choice === undefined && !isLate(asked))
      certain.set(leaf.key, any(certain.get(leaf.key) ?? false, asked));
  const askedLater = new Set(
    questions
      .filter(({ field, asked }) => isLate(all(asked, not(certain.get(field) ?? false))))
      .map(({ field }) => field),
  );
  return (field) => !askedLater.has(field) && !isLate({ field, schema: {} });
}

/** Alternatives are asked together: where one of them is late, all are. */
function latenessOfChoice(
  { needs, choices }: Needs,
  latenessOf: Origins['latenessOf'],
  choice: ChoiceDemand,
): Lateness {
  const own = needs.filter((need) => need.choice === choice);
  const guards = choices.filter((one) => one.choice === choice).map(({ guard }) => guard);
  const late = [...guards, ...own.map((need) => need.asked)].map((predicate) =>
    latenessOf(predicate, own[0]?.use.name),
  );
  return {
    when: any(...late.map(({ when }) => when)),
    steps: new Set(late.flatMap(({ steps }) => [...steps])),
  };
}

/** When the main form has an answer for certain, by key: what may be left blank there is asked again where it is needed. */
function askedBefore(main: FormPart): Map<string, Predicate> {
  const before = new Map<string, Predicate>();
  const add = (key: string, when: Predicate) => before.set(key, any(before.get(key) ?? false, when));
  for (const { leaf, asked, choice } of main.needs)
    if (!leaf.optional && choice === undefined) add(leaf.key, asked);
  for (const { field, asked, given } of main.questions) add(field, any(asked, given));
  return before;
}

/** What rests on steps of several items is asked in one form, whichever item it is about. */
function partFor(forms: Map<string, FormPart>, late: ReadonlySet<string>): FormPart {
  const steps = [...new Set([...late].map((step) => itemParts(step).name))].sort(compareCodeUnits);
  const id = steps.join('-and-');
  let part = forms.get(id);
  if (part === undefined) {
    part = { step: `ask-after-${id}`, after: new Set(), needs: [], choices: [], questions: [] };
    forms.set(id, part);
  }
  for (const step of late) part.after.add(step);
  return part;
}

/** When the main form asks for a key for certain. */
export function mainFormAsks(formParts: readonly FormPart[]): ReadonlyMap<string, Predicate> {
  return askedBefore(formParts.find(({ step }) => step === undefined)!);
}
