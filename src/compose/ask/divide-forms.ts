import { compareCodeUnits } from '../../base/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import type { ChoiceNeed, Need, Needs, QuestionNeed } from './needs.js';
import type { Lateness, Origins } from '../origin/origin.js';

/** What is asked in one form: the main form, or the form of an ask step. */
export interface FormPart {
  /** `undefined` for the main form. */
  step: string | undefined;
  /** The steps that must have ended. */
  after: ReadonlySet<string>;
  needs: Need[];
  choices: ChoiceNeed[];
  questions: QuestionNeed[];
}

/**
 * Divides what is asked over the main form and the ask steps. What rests on what a step yields is asked after
 * that step, and only where the main form has not asked it already.
 */
export function divideForms(needs: Needs, origins: Origins): FormPart[] {
  const main: FormPart = { step: undefined, after: new Set(), needs: [], choices: [], questions: [] };
  const later = new Map<string, FormPart>();
  const late = <T>(item: T, guard: Predicate, own?: string) => ({
    item,
    guard,
    late: origins.latenessOf(guard, own),
  });

  const asked = needs.needs
    .filter((need) => need.asked !== false)
    .map((need) => late(need, need.asked, need.use.name));
  const questions = needs.questions.map((question) => late(question, question.asked));
  const given = needs.questions.map((question) => late(question, question.given));
  const choices = needs.choices.map((choice) => late(choice, choice.guard, choice.use.name));

  for (const { item, guard, late: lateness } of asked) {
    const early = all(guard, not(lateness.when));
    if (early !== false) main.needs.push({ ...item, asked: early });
  }
  for (const [index, { item }] of questions.entries()) {
    const early = (one: { guard: Predicate; late: Lateness }) => all(one.guard, not(one.late.when));
    const question = { ...item, asked: early(questions[index]!), given: early(given[index]!) };
    if (question.asked !== false || question.given !== false) main.questions.push(question);
  }
  for (const { item, guard, late: lateness } of choices) {
    const early = all(guard, not(lateness.when));
    if (early !== false) main.choices.push({ ...item, guard: early });
  }

  const before = askedBefore(main);
  const unasked = (key: string, one: { guard: Predicate; late: Lateness }) =>
    all(one.guard, one.late.when, not(before.get(key) ?? false));
  for (const one of asked) {
    const guard = unasked(one.item.leaf.key, one);
    if (guard !== false) partFor(later, one.late).needs.push({ ...one.item, asked: guard });
  }
  for (const [index, one] of questions.entries()) {
    const open = unasked(one.item.field, one);
    const shown = unasked(one.item.field, given[index]!);
    if (open === false && shown === false) continue;
    const part = partFor(later, open === false ? given[index]!.late : one.late);
    part.questions.push({ ...one.item, asked: open, given: shown });
  }
  for (const one of choices) {
    const guard = all(one.guard, one.late.when);
    if (guard !== false) partFor(later, one.late).choices.push({ ...one.item, guard });
  }
  return [main, ...later.values()];
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

function partFor(parts: Map<string, FormPart>, late: Lateness): FormPart {
  const steps = [...late.steps].sort(compareCodeUnits);
  const id = steps.join('-and-');
  let part = parts.get(id);
  if (part === undefined) {
    part = { step: `ask-after-${id}`, after: new Set(steps), needs: [], choices: [], questions: [] };
    parts.set(id, part);
  }
  return part;
}

/** When the main form asks for a key for certain. */
export function mainFormAsks(formParts: readonly FormPart[]): ReadonlyMap<string, Predicate> {
  return askedBefore(formParts.find(({ step }) => step === undefined)!);
}
