import { cloneJson, fromEntries, own, setValueAt, tokensOf, valueAt } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { derivations } from '../derive/index.js';
import type { Derivation } from '../derive/index.js';
import type { Plan, PlanStep } from '../model/index.js';
import { isEvery, placesOf, roleOfEach } from './place.js';
import type { Item } from './place.js';
import { overFacts } from './project.js';

/** What the host adds to deriving. */
export interface DeriveOptions {
  /** The day, ISO 8601, for derivations that count from today. */
  today?: string;
  /** Derivations of the host, by name. */
  derivations?: Readonly<Record<string, Derivation>>;
  /** What derivations of the host have come to, by place, where they cannot be called. */
  derived?: Readonly<Record<string, JsonValue>>;
}

/**
 * The data with every derived field that follows from it. What is there already is never overwritten.
 * @param plan whose local registries are computed
 * @param data shaped like the form
 */
export function deriveFacts(plan: Plan, data: JsonObject, options: DeriveOptions = {}): JsonObject {
  const result = cloneJson(overFacts(plan.facts, data));
  for (const [place, value] of Object.entries(options.derived ?? {})) {
    if (valueAt(result, tokensOf(place)) === undefined) setValueAt(result, tokensOf(place), value);
  }
  const known = { ...derivations, ...options.derivations };
  const local = plan.steps.filter(({ kind, local: name }) => kind === 'registry' && name !== undefined);
  // A derivation may rest on another one; the steps stand in order, so one pass is enough.
  for (const step of local) {
    const derive = own(known, step.local!);
    if (derive !== undefined) applyStep(step, derive, result, options.today);
  }
  return result;
}

function applyStep(step: PlanStep, derive: Derivation, data: JsonObject, today: string | undefined): void {
  for (const item of itemsOf(step, data)) applyOnce(step, derive, data, item, today);
}

/** The items that a step is done for; of a step that is done once, none in particular. */
function itemsOf(step: PlanStep, data: JsonObject): (Item | undefined)[] {
  const role = roleOfEach(step);
  if (role === undefined) return [undefined];
  const items = own(data, role);
  return Array.isArray(items) ? items.map((_, index) => ({ role, index })) : [];
}

function applyOnce(
  step: PlanStep,
  derive: Derivation,
  data: JsonObject,
  item: Item | undefined,
  today: string | undefined,
): void {
  const given = Object.values(step.in).map(({ at }) => valuesAt(data, at, item));
  if (given.some((value) => value === undefined)) return;
  const values = attempt(() => derive(given as JsonValue[], step.options ?? {}, today)) ?? [];
  for (const [order, { at }] of Object.values(step.out).entries()) {
    const value = values[order];
    for (const place of placesOf(at, data, item) ?? []) {
      const path = tokensOf(place);
      if (value !== undefined && valueAt(data, path) === undefined) setValueAt(data, path, value);
    }
  }
}

/** A derivation that fails says nothing here; the step that does it in a case tells of it. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** What derivations of the host have added to the data, by place: whoever cannot call them is given it. */
export function derivedByHost(
  plan: Plan,
  { data, judged }: { data: JsonObject; judged: JsonObject },
  ofHost: DeriveOptions['derivations'] = {},
): Record<string, JsonValue> {
  const steps = plan.steps.filter(({ local }) => local !== undefined && own(ofHost, local) !== undefined);
  const places = steps.flatMap((step) =>
    itemsOf(step, data).flatMap((item) =>
      Object.values(step.out).flatMap(({ at }) => placesOf(at, data, item) ?? []),
    ),
  );
  return fromEntries(
    places.flatMap((place) => {
      const value = valueAt(judged, tokensOf(place));
      return value === undefined || valueAt(data, tokensOf(place)) !== undefined ? [] : [[place, value]];
    }),
  );
}

/** The value at a place; of every item, the list of the values, nothing where one of them has none. */
function valuesAt(data: JsonObject, at: string, item: Item | undefined): JsonValue | undefined {
  const values = placesOf(at, data, item)?.map((place) => valueAt(data, tokensOf(place)));
  if (values === undefined || values.some((value) => value === undefined)) return undefined;
  return isEvery(at, item) ? (values as JsonValue[]) : values[0];
}
