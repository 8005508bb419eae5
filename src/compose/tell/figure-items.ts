import { appendTo } from '../../base/index.js';
import type { MaterialChoice, Predicate } from '../../model/index.js';
import { choicesRole, isFieldOf } from '../../model/index.js';
import { workingDaysOf } from '../../time/index.js';
import { all, any, fieldsOf } from '../../predicate/index.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Need, Needs } from '../ask/needs.js';
import type { BoundBundle, BoundUse, Demand, LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { singleDecisions } from '../bind/decisions.js';
import { daysOf } from '../order/order.js';
import { isOriginal, tripsAlone, tripsByPlace } from './trips.js';

/** One of the things that a figure counts. */
export interface FigureItem {
  name: string;
  /** What it adds to the figure: 1 for a thing, days or money otherwise. */
  amount: number;
  /** For whom it counts. */
  when: Predicate;
}

/** What is counted, by the name of the figure, as in `before.trips`. Figures of one meaning share a list. */
export type FigureItems = ReadonlyMap<string, readonly FigureItem[]>;

/** What figures are counted from. */
export interface FigureContext {
  bound: BoundBundle;
  needs: Needs;
  formParts: readonly FormPart[];
  choices: readonly MaterialChoice[];
}

/**
 * What each figure counts, by the rules of docs/reference/report.md: the report, the worst case and the comparison of two
 * catalogues count from this list. `after.workingDays` is no sum and stands elsewhere.
 * @param uses which of the bundle are counted
 */
export function figureItems(context: FigureContext, uses: readonly BoundUse[]): FigureItems {
  const authorities = authorityItems(uses);
  const fees = feeItems(uses);
  const forms = formItems(context);
  const ownFields = ownItems(context, uses, 'field');
  const ownMaterials = ownItems(context, uses, 'material');
  const fieldsAlone = ownFields.map(({ item }) => item);
  const materialsAlone = ownMaterials.map(({ item }) => item);
  const toFill = ownItems(context, uses, 'field', 'enough').map(({ item }) => item);
  const toGive = ownItems(context, uses, 'material', 'enough').map(({ item }) => item);
  const alone = (amountOf: (use: BoundUse) => number): FigureItem[] =>
    uses.map((use) => ({ name: use.name, amount: amountOf(use), when: use.guard }));
  return new Map<string, readonly FigureItem[]>([
    ['before.authorities', authorities],
    ['before.forms', ownForms(uses, [...ownFields, ...ownMaterials])],
    ['before.fields', fieldsAlone],
    ['before.fieldsToFill', toFill],
    ['before.materials', materialsAlone],
    ['before.materialsLeft', toGive],
    ['before.steps', alone(({ block }) => block.alone?.steps ?? 1)],
    [
      'before.trips',
      uses.map((use) => {
        const originals = enoughOf(use.demands).filter(isOriginal);
        const { trips, when } = tripsAlone(use, any(...originals.map(({ guard }) => guard)));
        return { name: use.name, amount: trips, when };
      }),
    ],
    ['before.workingDays', alone(daysAlone)],
    ...fees.map(([currency, items]) => [`before.fees.${currency}`, items] as const),
    ['after.authorities', authorities],
    ['after.forms', forms],
    ['after.fields', distinctItems(context, uses, 'field', 'taken')],
    ['after.fieldsToFill', distinctItems(context, uses, 'field', 'asked')],
    ['after.materials', distinctItems(context, uses, 'material', 'taken')],
    ['after.materialsLeft', distinctItems(context, uses, 'material', 'asked')],
    ['after.steps', forms],
    [
      'after.trips',
      tripsByPlace(uses, originalsGiven(context)).map(({ step, when }) => ({ name: step, amount: 1, when })),
    ],
    ...fees.map(([currency, items]) => [`after.fees.${currency}`, items] as const),
  ]);
}

function daysAlone(use: BoundUse): number {
  const time = use.block.alone?.time;
  return time === undefined ? daysOf(use) : workingDaysOf(time);
}

interface OwnItem {
  use: BoundUse;
  item: FigureItem;
}

/**
 * What each block asks for by itself, input by input as the block names them, with what decides about it.
 * @param what everything that is on its form, or what is enough: of alternatives the shortest
 */
function ownItems(
  context: FigureContext,
  uses: readonly BoundUse[],
  kind: 'field' | 'material',
  what: 'all' | 'enough' = 'all',
): OwnItem[] {
  return uses.flatMap((use) => {
    const byKey = new Map<string, Predicate>();
    const taken = new Set<string>();
    const leaves = what === 'all' ? leavesOf(use.demands) : enoughOf(use.demands);
    for (const leaf of leaves) {
      taken.add(leaf.key);
      if (leaf.kind === kind) addTo(byKey, leaf.blockKey, all(use.guard, leaf.guard));
    }
    if (kind === 'field')
      for (const key of decidingFields(context, use)) if (!taken.has(key)) addTo(byKey, key, use.guard);
    return itemsOf(byKey).map((item) => ({ use, item: { ...item, name: `${use.name}: ${item.name}` } }));
  });
}

/** What a use takes, of alternatives the first of the shortest. */
function enoughOf(demands: readonly Demand[]): LeafDemand[] {
  return demands.flatMap((demand) => {
    if (demand.kind !== 'choice') return [demand];
    const groups = demand.groups.map(enoughOf);
    return groups.reduce((least, group) => (group.length < least.length ? group : least), groups[0] ?? []);
  });
}

/** When the applicant hands in an original for a use: of alternatives for the recommended one. */
function originalsGiven({ needs, choices }: FigureContext): (use: BoundUse) => Predicate {
  const byUse = new Map<string, Predicate[]>();
  for (const need of needs.needs)
    if (isOriginal(need.leaf) && isRecommended(choices, need)) appendTo(byUse, need.use.name, need.asked);
  return ({ name }) => any(...(byUse.get(name) ?? []));
}

/** Whoever applies for a block alone says what decides about it, as far as the bundle asks for that too. */
function decidingFields({ bound, formParts }: FigureContext, use: BoundUse): string[] {
  const asked = new Set(formParts.flatMap(({ questions }) => questions.map(({ field }) => field)));
  const decisions = singleDecisions({ ...bound, eligibility: [], uses: [use] });
  const fields = new Set(decisions.flatMap(({ predicate }) => [...fieldsOf(predicate)]));
  return [...fields].filter((field) => asked.has(field) && !isFieldOf(choicesRole, field));
}

/** A form for each block in which something is filled in or handed in, where the block does not say how many. */
function ownForms(uses: readonly BoundUse[], own: readonly OwnItem[]): FigureItem[] {
  const taken = new Map<BoundUse, Predicate[]>();
  for (const { use, item } of own) appendTo(taken, use, item.when);
  return uses.map((use) => ({
    name: use.name,
    amount: use.block.alone?.forms ?? 1,
    when: use.block.alone?.forms === undefined ? any(...(taken.get(use) ?? [])) : use.guard,
  }));
}

function authorityItems(uses: readonly BoundUse[]): FigureItem[] {
  const byKey = new Map<string, Predicate>();
  for (const { block, guard } of uses)
    if (block.authority !== undefined) addTo(byKey, block.authority, guard);
  return itemsOf(byKey);
}

function feeItems(uses: readonly BoundUse[]): [currency: string, items: FigureItem[]][] {
  const byCurrency = new Map<string, FigureItem[]>();
  for (const { name, block, guard } of uses)
    if (block.fee !== undefined)
      appendTo(byCurrency, block.fee.currency, { name, amount: block.fee.amount, when: guard });
  return [...byCurrency];
}

/** The form and each later one, where they ask for something: each is a submission. */
function formItems({ formParts }: FigureContext): FigureItem[] {
  return formParts.map(({ step, needs, questions }) => ({
    name: step ?? 'form',
    amount: 1,
    when: any(...needs.map(({ asked }) => asked), ...questions.map(({ asked }) => asked)),
  }));
}

/**
 * Each field or material once, however many blocks take it.
 * @param what everything that is taken, or what the applicant is asked for: of alternatives the recommended one
 */
function distinctItems(
  { needs, choices }: FigureContext,
  uses: readonly BoundUse[],
  kind: 'field' | 'material',
  what: 'taken' | 'asked',
): FigureItem[] {
  const names = new Set(uses.map(({ name }) => name));
  const byKey = new Map<string, Predicate>();
  for (const need of needs.needs) {
    if (need.leaf.kind !== kind || !names.has(need.use.name)) continue;
    if (what === 'taken') addTo(byKey, need.leaf.key, need.guard);
    else if (isRecommended(choices, need)) addTo(byKey, need.leaf.key, need.asked);
  }
  if (kind === 'field') {
    for (const { field, relevant, asked } of needs.questions)
      if (!isFieldOf(choicesRole, field)) addTo(byKey, field, what === 'taken' ? relevant : asked);
  }
  return itemsOf(byKey);
}

function isRecommended(choices: readonly MaterialChoice[], { choice, use, leaf }: Need): boolean {
  if (choice === undefined) return true;
  const chosen = choices.find(({ id, step }) => id === choice.id && step === use.name);
  return chosen === undefined || chosen.groups[chosen.recommended]?.includes(leaf.key) === true;
}

function addTo(byKey: Map<string, Predicate>, key: string, when: Predicate): void {
  byKey.set(key, any(byKey.get(key) ?? false, when));
}

function itemsOf(byKey: ReadonlyMap<string, Predicate>): FigureItem[] {
  return [...byKey].map(([name, when]) => ({ name, amount: 1, when }));
}
