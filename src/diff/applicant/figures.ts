import { appendTo, isObject, own } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { figureItems, mapConditions, stepTimes, transfersOf } from '../../compose/index.js';
import type { BoundUse, ComposedBundle } from '../../compose/index.js';
import type { Predicate } from '../../model/index.js';
import { evaluate, factsOf, not } from '../../predicate/index.js';
import { walkThrough, workingDaysUntil } from '../../time/index.js';

/** What is counted: names, or amounts by name. */
export type FigureItems = ReadonlyMap<string, number>;

/** Whether something takes place for an applicant, as far as the facts tell: what is open may. */
type Holds = (predicate: Predicate) => boolean;

/** What a comparison shows of the report's figures, by their names there without `after.`. */
const compared = ['fieldsToFill', 'materialsLeft', 'forms', 'trips', 'authorities'];

/**
 * What somebody in a situation has to fill in, give, pay, walk to and wait for, by the names of the report's figures
 * (docs/reference/report.md). Unlike composing with these facts, what decides the situation counts as asked.
 * @returns a function of the facts, shaped like the form
 */
export function figuresOf(composed: ComposedBundle): (facts: JsonObject) => ReadonlyMap<string, FigureItems> {
  const all = figureItems(composed, composed.bound.uses);
  const fees = [...all.keys()].filter((name) => name.startsWith('after.fees.'));
  const items = [...compared.map((name) => `after.${name}`), ...fees].map(
    (name) => [name.slice('after.'.length), all.get(name) ?? []] as const,
  );
  return (facts) => {
    const holds = holdsIn(facts);
    const counted = items.map(([name, list]): [string, FigureItems] => [
      name,
      new Map(list.filter(({ when }) => holds(when)).map((item) => [item.name, item.amount])),
    ]);
    const days = longestWait(composed, usesFor(composed, holds), holds);
    return new Map([...counted, ['workingDays', new Map([['', days]])]]);
  };
}

function holdsIn(facts: JsonObject): Holds {
  const lists = Object.entries(facts).flatMap(([role, value]) =>
    Array.isArray(value) ? value.map((_, index) => ({ role, index })) : [],
  );
  const views = [factsOf(facts), ...lists.map((item) => factsOf(facts, item))];
  const answers = new Map<Predicate, boolean>();
  return (predicate) => {
    if (typeof predicate === 'boolean') return predicate;
    let answer = answers.get(predicate);
    if (answer === undefined) {
      // What rests on an item holds where it holds for one of them.
      const [whole, ...items] = views.map((view) => evaluate(predicate, view));
      answer = whole ?? (items.length === 0 || items.some((one) => one !== false));
      answers.set(predicate, answer);
    }
    return answer;
  };
}

/** The steps that take place, with what of their variants and places holds, or still may. */
function usesFor({ bound }: ComposedBundle, holds: Holds): BoundUse[] {
  const kept = (predicate: Predicate): Predicate =>
    holds(predicate) ? (holds(not(predicate)) ? predicate : true) : false;
  return bound.uses.filter(({ guard }) => holds(guard)).map((use) => mapConditions(use, kept));
}

/** The longest chain of what takes place, in working days. */
function longestWait(
  { bound, edges, order }: ComposedBundle,
  uses: readonly BoundUse[],
  holds: Holds,
): number {
  const times = stepTimes({ ...bound, uses });
  const left = new Set([
    ...bound.uses.map(({ name }) => name),
    ...transfersOf(bound).map(({ transfer }) => transfer.step),
  ]);
  for (const step of times.keys()) left.delete(step);
  const waits = new Map<string, string[]>();
  for (const { from, to, data } of edges) if (holds(data.when)) appendTo(waits, to, from);
  const spans = walkThrough(order.pace, {
    steps: order.order.filter((step) => !left.has(step)),
    before: (step) => waits.get(step) ?? [],
    timeOf: (step) => times.get(step),
  });
  return workingDaysUntil(
    order.pace,
    Math.max(order.pace.start, ...[...spans.values()].map(({ end }) => end)),
  );
}

/** Facts by field, in the shape of the form, those of several groups of conditions put together. */
export function joinedFacts(parts: readonly JsonObject[]): JsonObject {
  const joined: JsonObject = {};
  for (const facts of parts) {
    for (const [field, value] of Object.entries(facts)) {
      const present = own(joined, field);
      // Two groups may speak of other elements of the same items.
      joined[field] =
        Array.isArray(present) && Array.isArray(value)
          ? Array.from({ length: Math.max(present.length, value.length) }, (_, index) => ({
              ...asObject(present[index] ?? present[0]),
              ...asObject(value[index] ?? value[0]),
            }))
          : value;
    }
  }
  return joined;
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
