import { cloneJson, own, pointer, setValueAt } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { Plan } from '../model/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { Truth } from '../predicate/index.js';
import { deriveFacts } from './derive-facts.js';
import type { DeriveOptions } from './derive-facts.js';
import { withEmptyLists } from './empty-lists.js';
import { normalizeFacts } from './facts.js';
import { patternOf, placesIn } from './leaves.js';
import type { Leaf } from './leaves.js';
import { itemLists, keyFieldsOf, nameItems, placeLeaves } from './place-leaves.js';
import type { Answer, ItemLists } from './place-leaves.js';

/** What is known, and the answers that count. */
export interface Sheet {
  /** What is known and what was taken of the answers, shaped like the form. */
  data: JsonObject;
  /** The same with what follows from it: what the form judges. */
  judged: JsonObject;
  /** Places that the facts of the plan (`host`) or signing in tell. */
  told: ReadonlyMap<string, 'host' | 'sign-in'>;
  /** Pointers to answers that nobody asked. They do not count. */
  notTaken: string[];
  /** Answers that are asked where a look-up has said something: they stand beside it. */
  beside: Leaf[];
}

/**
 * Merges what is known with the answers. Answers count where the form asks them in this situation: what signing in, a
 * registry, a derivation or a step says is not asked, and neither is what a condition rules out. Of a plan that does not
 * say what its form asks, every answer counts that nobody else has given.
 * @param said `known`: what signing in told; both shaped like the form; `lookedUp`: places of `known` that look-ups have told
 */
export function createSheet(
  plan: Plan,
  said: { known?: JsonObject | undefined; answers: JsonObject; lookedUp?: ReadonlySet<string> },
  options: DeriveOptions = {},
): Sheet {
  const facts = normalizeFacts(plan.facts, {}, keyFieldsOf(plan));
  const lists = itemLists(plan, facts);
  const { data } = lists;
  const told = placeKnown(plan, lists, said.known ?? {}, facts);
  const sheet: Sheet = { data, judged: data, told, notTaken: [], beside: [] };
  const isLookedUp = (at: string): boolean => said.lookedUp?.has(at) === true;
  const placed = placeLeaves(lists, said.answers);
  let open = placed.answers;
  sheet.notTaken.push(...placed.strangers);
  nameItems(plan, data);
  sheet.data = withEmptyLists(plan, data);
  for (let progress = true; progress;) {
    progress = false;
    sheet.judged = deriveFacts(plan, sheet.data, options);
    const rest: Answer[] = [];
    for (const answer of open) {
      const at = pointer(...answer.path);
      const asked = told.has(at) && !isLookedUp(at) ? false : isAsked(plan, sheet.judged, answer.path);
      if (asked === undefined) rest.push(answer);
      else if (!asked) sheet.notTaken.push(answer.said);
      else if (isLookedUp(at)) sheet.beside.push({ path: answer.path, value: answer.value });
      else progress = setValueAt(sheet.data, answer.path, cloneJson(answer.value)) || progress;
    }
    open = rest;
  }
  // What only a look-up can decide is taken: nobody is asked twice.
  for (const { path, value } of open) {
    if (isLookedUp(pointer(...path))) sheet.beside.push({ path, value });
    else setValueAt(sheet.data, path, cloneJson(value));
  }
  if (open.length > 0) sheet.judged = deriveFacts(plan, sheet.data, options);
  return sheet;
}

/** Puts down what signing in and the facts of the plan tell, and who tells each place; the facts hold first. */
function placeKnown(plan: Plan, lists: ItemLists, known: JsonObject, facts: JsonObject): Sheet['told'] {
  const { data } = lists;
  const told = new Map<string, 'host' | 'sign-in'>();
  const put = (said: JsonObject, by: 'host' | 'sign-in'): void => {
    for (const { path, value } of placeLeaves(lists, cloneJson(said)).answers) {
      setValueAt(data, path, value);
      told.set(pointer(...path), by);
    }
  };
  for (const at of placesIn(data)) told.set(at, 'host');
  put(known, 'sign-in');
  for (const at of placesIn(data)) if (!told.has(at)) told.set(at, 'sign-in');
  put(facts, 'host');
  for (const at of placesIn(data)) if (!told.has(at)) told.set(at, 'host');
  // Whoever is known has a key from now on, so that answers can name them.
  nameItems(plan, data);
  return told;
}

/** Does the form ask this in this situation? Open where what decides it is not known yet. */
function isAsked({ form }: Plan, data: JsonObject, path: readonly string[]): Truth {
  if (form.asks === undefined) return true;
  const [role = '', position] = path;
  const isList = Array.isArray(own(data, role));
  const asked = own(form.asks, patternOf(path, isList)) ?? own(form.asks, pointer(...path));
  if (asked === undefined) return false;
  return evaluate(asked, factsOf(data, isList ? { role, index: Number(position) } : undefined));
}
