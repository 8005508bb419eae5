import type { JsonObject } from '../base/index.js';
import { decisionSpace, leavesOf, tripsByPlace } from '../compose/index.js';
import type { ComposedBundle, Need } from '../compose/index.js';
import type { Predicate } from '../model/index.js';
import { choicesRole, isFieldOf, workingDaysOf } from '../model/index.js';
import { all, any } from '../predicate/index.js';

/** One of the things that a figure counts. */
interface Item {
  name: string;
  weight: number;
  when: Predicate;
}

/** The most that a figure comes to in any situation, and one in which it does. */
export interface WorstCase {
  /** As in "after.materialsLeft". */
  figure: string;
  value: number;
  /** What is counted then. */
  of: string[];
  /** An applicant in that situation, by field. */
  facts: JsonObject;
  /** Proven: no situation has more. Otherwise everything was added up, whether it can come together or not. */
  exact: boolean;
}

/**
 * The most that each figure of the report comes to in any situation. What is counted is a sum over things that each
 * count under a condition, so the most is found group by group, without going through all combinations.
 */
export function worstCases(composed: ComposedBundle): WorstCase[] {
  const figures = [...figuresOf(composed)];
  const worst = figures.flatMap(([figure, items]) => {
    const found = heaviest(composed, figure, items);
    // What is one figure by another name is counted once.
    return [found, ...(alike[figure] ?? []).map((name): WorstCase => ({ ...found, figure: name }))];
  });
  const { steps, workingDays, exact, when } = composed.order.criticalPath;
  const found = heaviest(composed, 'after.workingDays', [{ name: 'chain', weight: 1, when }]);
  return [...worst, { ...found, value: workingDays, of: steps, exact: exact && found.exact }];
}

/** Alone, every field is filled in and every material given; in the bundle, each form is one submission. */
const alike: Partial<Record<string, string[]>> = {
  'before.fields': ['before.fieldsToFill'],
  'before.materials': ['before.materialsLeft'],
  'after.forms': ['after.steps'],
  'after.authorities': ['before.authorities'],
};

function heaviest({ bound }: ComposedBundle, figure: string, items: readonly Item[]): WorstCase {
  const counted = items.filter(({ when, weight }) => when !== false && weight > 0);
  const certain = counted.filter(({ when }) => when === true);
  const open = counted.filter(({ when }) => when !== true);
  const space = decisionSpace(
    bound,
    open.map(({ name, when }) => ({ predicate: when, what: [name] })),
  );
  const everywhere = [...certain, ...space.always.map((place) => open[place]!)];
  const of = new Set(everywhere.map(({ name }) => name));
  let value = everywhere.reduce((sum, { weight }) => sum + weight, 0);
  let exact = true;
  const facts: JsonObject = {};
  for (const graph of space.groups) {
    const best = graph.heaviest((place) => open[place]!.weight);
    if (best === undefined) {
      exact = false;
      for (const place of graph.places) {
        value += open[place]!.weight;
        of.add(open[place]!.name);
      }
      continue;
    }
    exact &&= graph.isExact;
    value += best.total;
    for (const place of best.outcome.holds) of.add(open[place]!.name);
    Object.assign(facts, best.outcome.facts);
  }
  return { figure, value: Math.round(value * 100) / 100, of: [...of].sort(), facts, exact };
}

/** What each figure counts, by the rules of docs/reference/report.md. */
function* figuresOf(composed: ComposedBundle): Generator<[string, Item[]]> {
  const { bound } = composed;
  const uses = bound.uses.filter(({ guard }) => guard !== false);
  const own = (kind: 'field' | 'material'): Item[] =>
    uses.flatMap((use) => {
      const byKey = new Map<string, Predicate>();
      for (const leaf of leavesOf(use.demands)) {
        if (leaf.kind === kind)
          byKey.set(leaf.key, any(byKey.get(leaf.key) ?? false, all(use.guard, leaf.guard)));
      }
      return [...byKey].map(([key, when]) => ({ name: `${use.name}: ${key}`, weight: 1, when }));
    });
  yield ['before.fields', own('field')];
  yield ['before.materials', own('material')];
  yield [
    'before.forms',
    uses.map((use) => {
      const taken = [...leavesOf(use.demands)].map(({ guard }) => guard);
      const when = use.block.alone?.forms === undefined ? any(...taken) : true;
      return { name: use.name, weight: use.block.alone?.forms ?? 1, when: all(use.guard, when) };
    }),
  ];
  yield [
    'before.trips',
    uses.map(({ name, block, guard }) => ({ name, weight: block.alone?.trips ?? 1, when: guard })),
  ];
  yield [
    'before.steps',
    uses.map(({ name, block, guard }) => ({ name, weight: block.alone?.steps ?? 1, when: guard })),
  ];
  yield [
    'before.workingDays',
    uses.map(({ name, block, guard }) => {
      const time = block.alone?.time ?? block.time?.promised ?? block.time?.statutory;
      return { name, weight: time === undefined ? 0 : workingDaysOf(time), when: guard };
    }),
  ];
  yield ['after.fields', distinct(composed, 'field', ({ guard }) => guard, 'relevant')];
  yield ['after.fieldsToFill', distinct(composed, 'field', ({ asked }) => asked, 'asked')];
  yield ['after.materials', distinct(composed, 'material', ({ guard }) => guard)];
  yield ['after.materialsLeft', distinct(composed, 'material', ({ asked }) => asked)];
  yield ['after.trips', tripsByPlace(uses).map(({ step, when }) => ({ name: step, weight: 1, when }))];
  yield ['after.forms', formItems(composed)];
  const authorities = new Map<string, Predicate>();
  for (const { block, guard } of uses)
    if (block.authority !== undefined)
      authorities.set(block.authority, any(authorities.get(block.authority) ?? false, guard));
  yield ['after.authorities', [...authorities].map(([name, when]) => ({ name, weight: 1, when }))];
  for (const currency of new Set(uses.flatMap(({ block }) => block.fee?.currency ?? []))) {
    const items = uses
      .filter(({ block }) => block.fee?.currency === currency)
      .map(({ name, block, guard }) => ({ name, weight: block.fee!.amount, when: guard }));
    yield [`before.fees.${currency}`, items];
    yield [`after.fees.${currency}`, items];
  }
}

function formItems({ formParts }: ComposedBundle): Item[] {
  return formParts.map(({ step, needs, questions }) => ({
    name: step ?? 'form',
    weight: 1,
    when: any(...needs.map(({ asked }) => asked), ...questions.map(({ asked }) => asked)),
  }));
}

/** Each field or material once, however many blocks take it; of alternatives only the recommended one. */
function distinct(
  { needs, choices }: ComposedBundle,
  kind: 'field' | 'material',
  whenOf: (need: Need) => Predicate,
  question?: 'relevant' | 'asked',
): Item[] {
  const byKey = new Map<string, Predicate>();
  const add = (key: string, when: Predicate) => byKey.set(key, any(byKey.get(key) ?? false, when));
  for (const need of needs.needs) {
    if (need.leaf.kind !== kind || !isRecommended(choices, need)) continue;
    add(need.leaf.key, whenOf(need));
  }
  if (question !== undefined) {
    for (const one of needs.questions) if (!isFieldOf(choicesRole, one.field)) add(one.field, one[question]);
  }
  return [...byKey].map(([name, when]) => ({ name, weight: 1, when }));
}

function isRecommended(choices: ComposedBundle['choices'], { choice, use, leaf }: Need): boolean {
  if (choice === undefined) return true;
  const chosen = choices.find(({ id, step }) => id === choice.id && step === use.name);
  const group = chosen?.recommended === undefined ? undefined : chosen.groups[chosen.recommended];
  return group === undefined || group.includes(leaf.key);
}
