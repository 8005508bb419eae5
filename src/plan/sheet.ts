import { cloneJson, isObject, own, pointer, setOwn, setValueAt, valueAt } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { Plan } from '../model/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { Truth } from '../predicate/index.js';
import { deriveFacts } from './derive-facts.js';
import { withEmptyLists } from './empty-lists.js';
import { normalizeFacts } from './facts.js';
import { elementsOf, keyName, patternOf, placesIn } from './leaves.js';
import type { Leaf } from './leaves.js';
import type { DeriveOptions } from './derive-facts.js';

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
}

interface Answer extends Leaf {
  /** Where it stands in the answers. */
  said: string;
}

/**
 * Merges what is known with the answers. Answers count where the form asks them in this situation: what signing in, a
 * registry, a derivation or a step says is not asked, and neither is what a condition rules out. Of a plan that does not
 * say what its form asks, every answer counts that nobody else has given.
 * @param said `known`: what signing in told; both shaped like the form
 */
export function createSheet(
  plan: Plan,
  said: { known?: JsonObject | undefined; answers: JsonObject },
  options: DeriveOptions = {},
): Sheet {
  const data = {};
  const told = placeKnown(data, said.known ?? {}, normalizeFacts(plan.facts));
  const sheet: Sheet = { data, judged: data, told, notTaken: [] };
  let open = place(data, said.answers, []);
  sheet.data = withEmptyLists(plan, data);
  for (let progress = true; progress;) {
    progress = false;
    sheet.judged = deriveFacts(plan, sheet.data, options);
    const rest: Answer[] = [];
    for (const answer of open) {
      const asked = told.has(pointer(...answer.path)) ? false : isAsked(plan, sheet.judged, answer.path);
      if (asked === undefined) rest.push(answer);
      else if (!asked) sheet.notTaken.push(answer.said);
      else progress = setValueAt(sheet.data, answer.path, cloneJson(answer.value)) || progress;
    }
    open = rest;
  }
  // What only a look-up can decide is taken: nobody is asked twice.
  for (const { path, value } of open) setValueAt(sheet.data, path, cloneJson(value));
  if (open.length > 0) sheet.judged = deriveFacts(plan, sheet.data, options);
  return sheet;
}

/** Puts down what signing in and the facts of the plan tell, and who tells each place; the facts hold first. */
function placeKnown(data: JsonObject, known: JsonObject, facts: JsonObject): Sheet['told'] {
  place(data, cloneJson(known));
  const told = new Map<string, 'host' | 'sign-in'>(placesIn(data).map((at) => [at, 'sign-in']));
  for (const { path, value } of place(data, cloneJson(facts), [])) {
    setValueAt(data, path, value);
    told.set(pointer(...path), 'host');
  }
  for (const at of placesIn(data)) if (!told.has(at)) told.set(at, 'host');
  return told;
}

/** Does the form ask this in this situation? Open where what decides it is not known yet. */
function isAsked({ form }: Plan, data: JsonObject, path: readonly string[]): Truth {
  if (form.asks === undefined) return true;
  const [role = '', position] = path;
  const isList = Array.isArray(own(data, role));
  const asked = own(form.asks, patternOf(path, isList));
  if (asked === undefined) return false;
  return evaluate(asked, factsOf(data, isList ? { role, index: Number(position) } : undefined));
}

/**
 * Makes the items of repeated roles that something speaks of, items with one key being one.
 * @param answers where its leaves are to be looked at first; left out, they are set
 * @returns the answers, each with its place in the data
 */
function place(data: JsonObject, said: JsonObject, answers?: Answer[]): Answer[] {
  const add = (leaf: Leaf, at: readonly string[]): void => {
    if (answers === undefined) setValueAt(data, leaf.path, leaf.value);
    else answers.push({ ...leaf, said: pointer(...at) });
  };
  for (const [role, value] of Object.entries(said)) {
    const present = own(data, role);
    if (!Array.isArray(value)) {
      if (isObject(value) && present === undefined) setOwn(data, role, {});
      for (const leaf of elementsOf([role], value)) add(leaf, leaf.path);
      continue;
    }
    const list = Array.isArray(present) ? present : [];
    if (present === undefined) setOwn(data, role, list);
    value.forEach((item, index) => {
      const target = String(itemIn(list, item, index));
      for (const leaf of elementsOf([role, target], item))
        add(leaf, [role, String(index), ...leaf.path.slice(2)]);
    });
  }
  return answers ?? [];
}

/** The position of an item in a list: of the one with its key, or its own; it is made where it is not there. */
function itemIn(list: JsonValue[], item: JsonValue, index: number): number {
  const key = isObject(item) ? own(item, keyName) : undefined;
  const present = list.findIndex((one) => key !== undefined && isObject(one) && own(one, keyName) === key);
  if (present >= 0) return present;
  const atIndex = valueAt(list, [String(index)]);
  const isFree = isObject(atIndex) && (key === undefined || own(atIndex, keyName) === undefined);
  if (isFree) {
    if (key !== undefined) setOwn(atIndex, keyName, key);
    return index;
  }
  list.push(key === undefined ? {} : { [keyName]: key });
  return list.length - 1;
}
