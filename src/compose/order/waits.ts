import { groupBy, omitUndefined } from '../../base/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Basis, Predicate, Reason, Text } from '../../model/index.js';
import { all, any, fieldsOf, not } from '../../predicate/index.js';
import type { BoundBundle, BoundUse, LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import type { Need, Needs } from '../ask/needs.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Origins, Source } from '../origin/origin.js';
import type { Rule } from '../origin/rules.js';
import { transferWaits } from './transfer-waits.js';

/** Why one step waits for another, and when. */
export interface Wait {
  needs: 'approval' | 'end';
  when: Predicate;
  kind: Reason['kind'];
  of: string;
  text?: Text;
  basis?: Basis[];
  at: SourceRef;
  /** The authors permit this edge to be left out, and what that costs in lawfulness: an order wish is the least. */
  cut?: 'order' | 'commitment' | 'deferral';
}

/** One wait as an edge. */
export interface StepEdge {
  from: string;
  to: string;
  data: Wait;
}

/** A deferral that the authors wrote and that spares a wait. */
export interface TakenDeferral {
  need: Need;
  producer: string;
}

/** What the order is worked out from. */
export interface WaitContext {
  bound: BoundBundle;
  origins: Origins;
  needs: Needs;
  formParts: readonly FormPart[];
  /** Of each set of alternatives, by id, the group that is preferred. */
  preferred: ReadonlyMap<string, number>;
}

/** Seventh station: which step waits for which, and why. */
export function findWaits(context: WaitContext): {
  edges: StepEdge[];
  deferrals: TakenDeferral[];
  rules: Rule[];
} {
  const edges: StepEdge[] = [];
  const deferrals: TakenDeferral[] = [];
  const present = context.bound.uses.filter(({ guard }) => guard !== false);
  const add = (from: string, to: string, data: Wait) => {
    if (data.when !== false && from !== to) edges.push({ from, to, data });
  };
  const byBlock = groupBy(present, ({ block }) => block.id);
  for (const need of context.needs.needs) waitForInput(context, need, byBlock, add, deferrals);
  for (const use of present) {
    waitForConditions(context, use, add);
    waitForBlocks(use, byBlock, add);
  }
  const rules = usedRules(context, edges);
  for (const rule of rules) waitForKeys(context, rule, add);
  for (const part of context.formParts) waitForLateForm(context, part, add);
  const laterForms = new Set(context.formParts.flatMap(({ step }) => (step === undefined ? [] : [step])));
  edges.push(...transferWaits(context.bound, edges, laterForms));
  return { edges, deferrals, rules };
}

type BlockIndex = ReadonlyMap<string, readonly BoundUse[]>;

type Add = (from: string, to: string, data: Wait) => void;

function waitForInput(
  context: WaitContext,
  need: Need,
  byBlock: BlockIndex,
  add: Add,
  deferrals: TakenDeferral[],
): void {
  const { use, leaf } = need;
  const guard = all(need.guard, stillOpen(context, need));
  const deferral = leaf.accept.find((way) => typeof way === 'object')?.deferral;
  for (const source of need.sources) {
    if (source.step === undefined) continue;
    const when = all(guard, source.when);
    if (source.kind === 'produced' && deferral !== undefined && when !== false) {
      deferrals.push({ need, producer: source.step });
      for (const later of byBlock.get(deferral.until ?? '') ?? []) {
        add(
          source.step,
          later.name,
          waitOf('material', leaf.key, all(when, later.guard), leaf.at, 'approval'),
        );
      }
      continue;
    }
    const cut =
      leaf.kind === 'material' && leaf.accept.includes('commitment') ? { cut: 'commitment' as const } : {};
    const kind = source.kind === 'produced' ? leaf.kind : 'registry';
    add(source.step, use.name, { ...waitOf(kind, leaf.key, when, leaf.at, neededEnd(source)), ...cut });
  }
  for (const { part, entry } of lateEntries(context, leaf.key)) {
    if (part.needs.some((other) => other.leaf === leaf && other.use.name === use.name)) {
      add(part.step!, use.name, waitOf('field', leaf.key, entry, leaf.at, 'end'));
    }
  }
}

/** When no better alternative supplies what the step needs: one of several is enough, so it waits for one. */
function stillOpen(context: WaitContext, { choice, use, leaf }: Need): Predicate {
  if (choice === undefined) return true;
  const groups = choice.groups.map((group) => [...leavesOf(group)]);
  const own = groups.findIndex((group) => group.includes(leaf));
  const preferred = context.preferred.get(choice.id) ?? 0;
  const better =
    own === preferred
      ? []
      : [preferred, ...groups.keys()].filter((index) => index < own || index === preferred);
  const suppliedBy = (group: readonly LeafDemand[]) =>
    all(
      ...group.map((one) =>
        any(one.optional, ...context.origins.sourcesFor(use, one).map(({ when }) => when)),
      ),
    );
  return not(any(...better.map((index) => suppliedBy(groups[index]!))));
}

function neededEnd(source: Source): 'approval' | 'end' {
  return source.kind === 'produced' ? 'approval' : 'end';
}

function waitOf(
  kind: Reason['kind'],
  of: string,
  when: Predicate,
  at: SourceRef,
  needs: 'approval' | 'end',
): Wait {
  return { kind, of, when, at, needs };
}

function lateEntries(context: WaitContext, key: string): { part: FormPart; entry: Predicate }[] {
  return context.formParts
    .filter(({ step }) => step !== undefined)
    .map((part) => {
      const asked = part.needs.filter(({ leaf }) => leaf.key === key).map((need) => need.asked);
      const question = part.questions.find(({ field }) => field === key);
      return { part, entry: any(...asked, question?.asked ?? false) };
    })
    .filter(({ entry }) => entry !== false);
}

/** A step whose condition rests on what another yields begins when that one has ended. */
function waitForConditions(context: WaitContext, use: BoundUse, add: Add): void {
  const tested = new Map<string, SourceRef>();
  for (const field of fieldsOf(use.guard))
    tested.set(field, { ...use.at[0]!, pointer: `${use.at[0]!.pointer}/when` });
  for (const leaf of leavesOf(use.demands)) {
    for (const field of fieldsOf(leaf.guard)) if (!tested.has(field)) tested.set(field, leaf.at);
  }
  for (const { require, at } of use.eligibility) {
    for (const field of fieldsOf(require)) if (!tested.has(field)) tested.set(field, at);
  }
  for (const { when, at, ref } of use.acts) {
    for (const field of [...fieldsOf(when), ...(at === undefined ? [] : [at.key])])
      if (!tested.has(field)) tested.set(field, ref);
  }
  for (const [field, at] of tested) {
    for (const source of context.origins.sourcesOf(field, use.name)) {
      if (source.step === undefined) continue;
      add(source.step, use.name, waitOf('condition', field, source.when, at, 'end'));
    }
    for (const { part, entry } of lateEntries(context, field)) {
      add(part.step!, use.name, waitOf('condition', field, entry, at, 'end'));
    }
  }
}

function waitForBlocks(use: BoundUse, byBlock: BlockIndex, add: Add): void {
  for (const wait of use.waits) {
    for (const other of byBlock.get(wait.block) ?? []) {
      if (other.name === use.name) continue;
      const data: Wait = {
        ...waitOf(wait.kind, wait.block, all(use.guard, other.guard, wait.when), wait.at, 'end'),
        ...omitUndefined({ text: wait.text, basis: wait.basis }),
      };
      if (wait.kind === 'prerequisite') add(other.name, use.name, { ...data, needs: 'approval' });
      else if (wait.kind === 'after') add(other.name, use.name, { ...data, cut: 'order' });
      else add(use.name, other.name, { ...data, cut: 'order' });
    }
  }
}

/** The registries and derivations that something in the bundle draws on, directly or through each other. */
function usedRules(context: WaitContext, edges: readonly StepEdge[]): Rule[] {
  const byStep = new Map(context.origins.rules.map((rule) => [rule.step, rule]));
  const used = new Set<string>();
  const open = edges.map(({ from }) => from);
  for (const { field } of context.needs.questions) {
    for (const { step } of context.origins.sourcesOf(field)) if (step !== undefined) open.push(step);
  }
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const rule = byStep.get(step);
    if (rule === undefined || used.has(step)) continue;
    used.add(step);
    for (const given of rule.given) {
      for (const source of context.origins.sourcesOf(given))
        if (source.step !== undefined) open.push(source.step);
    }
  }
  return context.origins.rules.filter(({ step }) => used.has(step));
}

/** A look-up waits for its keys. */
function waitForKeys(context: WaitContext, rule: Rule, add: Add): void {
  for (const [index, key] of rule.given.entries()) {
    const at: SourceRef = { file: rule.file, pointer: `/given/${index}` };
    for (const source of context.origins.sourcesOf(key)) {
      if (source.step !== undefined)
        add(source.step, rule.step, waitOf('registry', key, source.when, at, neededEnd(source)));
    }
    for (const { part, entry } of lateEntries(context, key)) {
      add(part.step!, rule.step, waitOf('registry', key, entry, at, 'end'));
    }
  }
}

/** A later form is asked when what its conditions rest on is known. */
function waitForLateForm(context: WaitContext, part: FormPart, add: Add): void {
  if (part.step === undefined) return;
  const guards: [Predicate, SourceRef][] = part.needs.map((need) => [need.asked, need.leaf.at]);
  for (const { choice, guard } of part.choices) guards.push([guard, choice.at]);
  for (const { asked, given } of part.questions) {
    const at: SourceRef = { file: context.bound.file, pointer: '' };
    guards.push([asked, at], [given, at]);
  }
  const seen = new Set<string>();
  for (const [guard, at] of guards) {
    for (const field of fieldsOf(guard)) {
      if (seen.has(field)) continue;
      seen.add(field);
      for (const source of context.origins.sourcesOf(field)) {
        if (source.step !== undefined)
          add(source.step, part.step, waitOf('condition', field, source.when, at, 'end'));
      }
    }
  }
}
