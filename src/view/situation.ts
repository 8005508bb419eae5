import { cloneJson, deepEqual, own, pointer, setOwn, setValueAt, tokensOf, valueAt } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { keyName, ownKeyOf } from '../model/index.js';
import type { Plan } from '../model/index.js';
import { createSheet, leavesOf, overFacts, patternOf, placesIn } from '../plan/index.js';

/** What is there when a form is shown. */
export interface SituationGiven {
  data: JsonObject;
  known: JsonObject;
  /** Who said what stands at a place of the data. */
  sources: Record<string, { from: string }>;
  /** It is a later form: the data are those of the case. */
  isLater: boolean;
}

/** The answers that count, with everything that is known beside them. */
export interface Situation {
  /** What the form shows and what conditions are judged by. */
  data: JsonObject;
  /** Somebody else says what stands at a place: the applicant reads it. */
  isTold: (path: readonly string[]) => boolean;
  /** The key that renderers find in an item of a repeated role; undefined where the data do not name it. */
  keysIn: (role: string) => ReadonlySet<string>;
  /** How many items of a repeated role are known besides those in the answers. */
  othersIn: (role: string) => number;
}

/** Lays answers and what is known together, as the case will. */
export function situationOf(plan: Plan, given: SituationGiven): Situation {
  const data = plainJson(given.data);
  const keysIn = (role: string) =>
    new Set([plan.facts, given.known, data].flatMap((one) => keysOf(one, role)));
  if (given.isLater) {
    const judged = overFacts(plan.facts, overFacts(given.known, data));
    const told = new Set([...placesIn(plan.facts), ...placesIn(given.known)]);
    for (const [place, { from }] of Object.entries(given.sources)) if (from !== 'applicant') told.add(place);
    return {
      data: judged,
      isTold: (path) => told.has(pointer(...path)),
      keysIn,
      othersIn: (role) => countIn(judged, role) - countIn(data, role),
    };
  }
  const { known, answers } = divide(data, othersIn(plan, data, given), given.known);
  const sheet = createSheet(plan, { known, answers });
  const { data: said, judged, told } = sheet;
  const isTold = (path: readonly string[]) => {
    if (told.has(pointer(...path))) return true;
    // What follows from the answers is nobody's answer.
    const value = valueAt(judged, path);
    return value !== undefined && !deepEqual(value, valueAt(said, path));
  };
  const countOfOthers = (role: string) => countIn(judged, role) - countIn(data, role);
  return { data: judged, isTold, keysIn, othersIn: countOfOthers };
}

function countIn(data: JsonObject, role: string): number {
  const list = own(data, role);
  return Array.isArray(list) ? list.length : 0;
}

/** Renderers leave `undefined` where something was taken back. */
function plainJson(data: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}

function keysOf(data: JsonObject, role: string): string[] {
  const list = own(data, role);
  return Array.isArray(list) ? list.flatMap((item) => ownKeyOf(item) ?? []) : [];
}

/**
 * The places of what others say in the data. Where the caller tells nothing of that, it is what stands where the form asks
 * in no situation.
 */
function othersIn(plan: Plan, data: JsonObject, { known, sources }: SituationGiven): string[] {
  const isToldApart = Object.keys(sources).length > 0 || Object.keys(known).length > 0;
  if (isToldApart)
    return Object.entries(sources).flatMap(([place, { from }]) => (from === 'applicant' ? [] : [place]));
  const places = plan.form.content?.places ?? [];
  const asked = new Set(places.filter(({ askedWhen }) => askedWhen !== false).map(({ at }) => at));
  return leavesOf(data)
    .filter(({ path }) => path.length > 1 && !asked.has(patternOf(path, Array.isArray(own(data, path[0]!)))))
    .map(({ path }) => pointer(...path));
}

/** What the applicant says, apart from what the data hold of others. */
function divide(
  data: JsonObject,
  others: readonly string[],
  known: JsonObject,
): { known: JsonObject; answers: JsonObject } {
  if (others.length === 0) return { known, answers: data };
  const said: JsonObject = {};
  for (const place of others) {
    const path = tokensOf(place);
    const value = valueAt(data, path);
    if (value === undefined || isItem(data, path)) continue;
    const own = placeBeside(said, data, path);
    if (own !== undefined) setValueAt(said, own, cloneJson(value));
  }
  return { known: overFacts(said, known), answers: data };
}

function isItem(data: JsonObject, path: readonly string[]): boolean {
  return path.length === 2 && Array.isArray(own(data, path[0]!));
}

/**
 * Where a place of the data stands in what others say: items are the same by their keys, so that what is said of one
 * without a key stays with it.
 */
function placeBeside(said: JsonObject, data: JsonObject, path: readonly string[]): string[] | undefined {
  const [role = '', index = '', ...rest] = path;
  const list = own(data, role);
  if (!Array.isArray(list)) return [...path];
  const key = ownKeyOf(list[Number(index)]);
  if (key === undefined) return undefined;
  const present = own(said, role);
  const items = Array.isArray(present) ? present : [];
  if (!Array.isArray(present)) setOwn(said, role, items);
  const found = items.findIndex((item) => ownKeyOf(item) === key);
  const at = found >= 0 ? found : items.push({ [keyName]: key }) - 1;
  return [role, String(at), ...rest];
}
