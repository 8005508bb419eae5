import { appendTo, isObject, own } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { mapConditions, stepDays, transfersOf, tripsByPlace } from '../../compose/index.js';
import type { BoundUse, ComposedBundle, Need } from '../../compose/index.js';
import { choicesRole, isFieldOf } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { evaluate, factsOf, not } from '../../predicate/index.js';

/** What is counted: names, or amounts by name. */
export type FigureItems = ReadonlyMap<string, number>;

/** Whether something takes place for an applicant, as far as the facts tell: what is open may. */
type Holds = (predicate: Predicate) => boolean;

/**
 * What somebody in a situation has to fill in, give, pay, walk to and wait for, by the names of the report's figures
 * (docs/reference/report.md). Unlike composing with these facts, what decides the situation counts as asked.
 * @param facts shaped like the form
 */
export function figuresIn(composed: ComposedBundle, facts: JsonObject): ReadonlyMap<string, FigureItems> {
  const holds = holdsIn(facts);
  const uses = usesFor(composed, holds);
  const names = (list: Iterable<string>): FigureItems => new Map([...list].map((name) => [name, 1]));
  const figures = new Map<string, FigureItems>([
    ['fieldsToFill', names(askedFields(composed, holds))],
    ['materialsLeft', names(askedMaterials(composed, holds))],
    ['forms', names(formsOf(composed, holds))],
    [
      'trips',
      names(
        tripsByPlace(uses)
          .filter(({ when }) => holds(when))
          .map(({ step }) => step),
      ),
    ],
    ['authorities', names(uses.flatMap(({ block }) => block.authority ?? []))],
    ['workingDays', new Map([['', longestWait(composed, uses, holds)]])],
  ]);
  for (const { name, block } of uses) {
    if (block.fee === undefined) continue;
    const figure = `fees.${block.fee.currency}`;
    figures.set(figure, new Map([...(figures.get(figure) ?? []), [name, block.fee.amount]]));
  }
  return figures;
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

function* askedFields({ needs }: ComposedBundle, holds: Holds): Generator<string> {
  for (const need of needs.needs)
    if (need.leaf.kind === 'field' && need.choice === undefined && holds(need.asked)) yield need.leaf.key;
  for (const { field, asked } of needs.questions)
    if (!isFieldOf(choicesRole, field) && holds(asked)) yield field;
}

function* askedMaterials(composed: ComposedBundle, holds: Holds): Generator<string> {
  for (const need of composed.needs.needs)
    if (need.leaf.kind === 'material' && holds(need.asked) && isCheapest(composed, need)) yield need.leaf.key;
}

/** Of alternatives, only those of the group that costs least are counted. */
function isCheapest({ choices }: ComposedBundle, { choice, use, leaf }: Need): boolean {
  if (choice === undefined) return true;
  const chosen = choices.find(({ id, step }) => id === choice.id && step === use.name);
  return chosen === undefined || chosen.groups[chosen.recommended]?.includes(leaf.key) === true;
}

function formsOf({ formParts }: ComposedBundle, holds: Holds): string[] {
  return formParts
    .filter(
      ({ needs, questions }) =>
        needs.some(({ asked }) => holds(asked)) || questions.some(({ asked }) => holds(asked)),
    )
    .map(({ step }) => step ?? 'form');
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
  const days = stepDays({ ...bound, uses });
  const left = new Set([
    ...bound.uses.map(({ name }) => name),
    ...transfersOf(bound).map(({ transfer }) => transfer.step),
  ]);
  for (const step of days.keys()) left.delete(step);
  const takesPlace = (step: string) => !left.has(step);
  const ends = new Map<string, number>();
  const before = new Map<string, string[]>();
  for (const { from, to, data } of edges) if (holds(data.when)) appendTo(before, to, from);
  for (const step of order.order) {
    if (!takesPlace(step)) continue;
    const starts = Math.max(0, ...(before.get(step) ?? []).map((from) => ends.get(from) ?? 0));
    ends.set(step, starts + (days.get(step) ?? 0));
  }
  return Math.round(Math.max(0, ...ends.values()) * 100) / 100;
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
