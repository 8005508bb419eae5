import { compareCodeUnits } from '../../base/index.js';
import type { Figure, Figures, MaterialChoice, Report } from '../../model/index.js';
import { choicesRole, isFieldOf, workingDaysOf } from '../../model/index.js';
import type { BoundBundle, BoundUse, Demand, LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { singleDecisions } from '../bind/decisions.js';
import { fieldsOf } from '../../predicate/index.js';
import type { FormPart } from '../ask/divide-forms.js';
import { daysOf } from '../order/order.js';
import type { Subjected } from './fields.js';
import { possibleIn } from '../bind/possible.js';
import { tripSteps } from './trips.js';

/** What the figures are counted from. */
export interface ReportContext {
  bound: BoundBundle;
  subjects: ReadonlyMap<string, Subjected>;
  formParts: readonly FormPart[];
  choices: readonly MaterialChoice[];
  criticalPath: { steps: readonly string[]; workingDays: number };
}

/**
 * Ninth station: the blocks alone against the bundle, over every use that the facts leave possible.
 * Before: every block's own list, a form for each block that takes anything, days one after the other.
 * After: distinct fields and materials, what is left for the applicant, the critical path.
 */
export function report(context: ReportContext): Report {
  const uses = context.bound.uses.filter(({ guard }) => guard !== false);
  return { before: before(context, oneOfEach(uses)), after: after(context, oneOfEach(uses)) };
}

/** Of alternatives only one takes place: the one that takes longest, then the one that takes most. */
function oneOfEach(uses: readonly BoundUse[]): BoundUse[] {
  const weights = new Map<string, number[]>();
  for (const use of uses) {
    if (use.alternativeOf === undefined) continue;
    const { group, index } = use.alternativeOf;
    const list = weights.get(group) ?? [];
    list[index] = (list[index] ?? 0) + daysOf(use) * 1_000_000 + [...leavesOf(use.demands)].length;
    weights.set(group, list);
  }
  return uses.filter(({ alternativeOf }) => {
    if (alternativeOf === undefined) return true;
    const list = weights.get(alternativeOf.group)!;
    const heaviest = Math.max(...list.filter((weight) => weight !== undefined));
    return list.indexOf(heaviest) === alternativeOf.index;
  });
}

function figure(of: readonly string[], value = of.length): Figure {
  return { value: Math.round(value * 100) / 100, of: [...of].sort(compareCodeUnits) };
}

function sum(uses: readonly BoundUse[], amount: (use: BoundUse) => number): Figure {
  const counted = uses.map((use) => ({ use, value: amount(use) })).filter(({ value }) => value > 0);
  return figure(
    counted.map(({ use, value }) => `${use.name}: ${Math.round(value * 100) / 100}`),
    counted.reduce((total, { value }) => total + value, 0),
  );
}

function feesOf(uses: readonly BoundUse[]): Record<string, Figure> {
  const currencies = [
    ...new Set(uses.flatMap(({ block }) => (block.fee === undefined ? [] : [block.fee.currency]))),
  ];
  return Object.fromEntries(
    currencies
      .sort(compareCodeUnits)
      .map((currency) => [
        currency,
        sum(uses, ({ block }) => (block.fee?.currency === currency ? block.fee.amount : 0)),
      ]),
  );
}

function authoritiesOf(uses: readonly BoundUse[]): Figure {
  return figure([
    ...new Set(uses.flatMap(({ block }) => (block.authority === undefined ? [] : [block.authority]))),
  ]);
}

function before(context: ReportContext, uses: readonly BoundUse[]): Figures {
  const leaves = uses.map((use) => ({
    use,
    list: [...openLeaves(use.demands), ...decidingFields(context, use)],
  }));
  const keys = (kind: 'field' | 'material') =>
    leaves.flatMap(({ use, list }) => {
      const own = list.filter((leaf) => leaf.kind === kind).map(({ key }) => key);
      return [...new Set(own)].map((key) => `${use.name}: ${key}`);
    });
  // Something is filled in or handed in.
  const hasForm = ({ list }: { list: readonly unknown[] }) => list.length > 0;
  const fields = figure(keys('field'));
  const materials = figure(keys('material'));
  return {
    authorities: authoritiesOf(uses),
    steps: sum(uses, ({ block }) => block.alone?.steps ?? 1),
    forms: sum(
      uses,
      (use) => use.block.alone?.forms ?? (hasForm(leaves.find((other) => other.use === use)!) ? 1 : 0),
    ),
    fields,
    fieldsToFill: fields,
    materials,
    materialsLeft: materials,
    trips: sum(uses, ({ block }) => block.alone?.trips ?? 1),
    workingDays: sum(uses, (use) =>
      use.block.alone?.time === undefined ? daysOf(use) : workingDaysOf(use.block.alone.time),
    ),
    fees: feesOf(uses),
  };
}

/** What a use takes, without what the facts exclude. */
function* openLeaves(demands: readonly Demand[]): Generator<LeafDemand> {
  for (const demand of demands) {
    if (demand.guard === false) continue;
    if (demand.kind !== 'choice') yield demand;
    else for (const group of demand.groups) yield* openLeaves(group);
  }
}

/** Whoever applies for a block alone says what decides about it, as far as the bundle asks for that too. */
function decidingFields(
  { bound, formParts }: ReportContext,
  use: BoundUse,
): { kind: 'field'; key: string }[] {
  const asked = new Set(formParts.flatMap(({ questions }) => questions.map(({ field }) => field)));
  const decisions = singleDecisions({ ...bound, eligibility: [], uses: [use] });
  const fields = new Set(decisions.flatMap(({ predicate }) => [...fieldsOf(predicate)]));
  return [...fields]
    .filter((field) => asked.has(field) && !isFieldOf(choicesRole, field))
    .map((key) => ({ kind: 'field', key }));
}

function after(context: ReportContext, uses: readonly BoundUse[]): Figures {
  const names = new Set(uses.map(({ name }) => name));
  const tested = new Set(context.formParts.flatMap(({ questions }) => questions.map(({ field }) => field)));
  const subjects = [...context.subjects.values()].filter(
    ({ role, key, needs }) =>
      role !== choicesRole &&
      (needs.length === 0 || tested.has(key) || needs.some(({ use }) => names.has(use.name))),
  );
  const fields = subjects.filter(({ kind }) => kind === 'field');
  const materials = subjects.filter(({ kind }) => kind === 'material');
  // A condition can be left over that no applicant meets: of a registry that gives whatever the element allows.
  const isAsked = (item: Subjected) =>
    item.entries.some(
      ({ entry }) => entry.asked !== false && possibleIn(context.bound, entry.asked).verdict !== 'no',
    );
  const forms = context.formParts.filter(
    ({ needs, questions }) => needs.length > 0 || questions.some(({ asked }) => asked !== false),
  );
  const { steps, workingDays } = context.criticalPath;
  return {
    authorities: authoritiesOf(uses),
    steps: figure(forms.map(({ step }) => step ?? 'form')),
    forms: figure(forms.map(({ step }) => step ?? 'form')),
    fields: figure(fields.map(({ key }) => key)),
    fieldsToFill: figure(fields.filter(isAsked).map(({ key }) => key)),
    materials: figure(materials.map(({ key }) => key)),
    materialsLeft: figure(
      materials
        .filter(isAsked)
        .filter((item) => isRecommended(context, item))
        .map(({ key }) => key),
    ),
    trips: figure(tripSteps(uses)),
    workingDays: figure(steps, workingDays),
    fees: feesOf(uses),
  };
}

/** Of alternatives, only the smallest set is counted. */
function isRecommended({ choices }: ReportContext, item: Subjected): boolean {
  if (item.needs.some(({ choice, asked }) => choice === undefined && asked !== false)) return true;
  return item.needs.some(({ choice, use }) => {
    const chosen = choices.find(({ id, step }) => id === choice?.id && step === use.name);
    return chosen === undefined || chosen.groups[chosen.recommended]!.includes(item.key);
  });
}
