import type { MakeEdge, StepEdge, Wait, WaitContext, BlockIndex, TakenDeferral } from './wait.js';
import { groupBy, omitUndefined } from '../../base/index.js';
import { all } from '../../predicate/index.js';
import { transfersOf } from '../bind/acts.js';
import type { BoundUse } from '../bind/bound.js';
import { checksOf } from '../bind/checks-of.js';
import { counterpartsOf } from '../bind/counterparts.js';
import { inputWaits } from './input-waits.js';
import type { Rule } from '../origin/rules.js';
import { seenWithin } from '../bind/scope.js';
import { transferWaits } from './transfer-waits.js';
import { formWaits, lookUpWaits, useWaits, withWaitsOfWaits } from './value-waits.js';

/** Seventh station: which step waits for which, and why. */
export function findWaits(context: WaitContext): {
  edges: StepEdge[];
  deferrals: TakenDeferral[];
  rules: Rule[];
} {
  const present = context.bound.uses.filter(({ guard }) => guard !== false);
  const edge = edgeMaker(context);
  const byBlock = groupBy(context.bound.uses, ({ block }) => block.id);
  const { edges, deferrals } = inputWaits(context, byBlock, edge);
  for (const use of present) edges.push(...useWaits(context, use, edge), ...blockWaits(use, byBlock, edge));
  edges.push(...context.formParts.flatMap((part) => formWaits(context, part, edge)));
  // What a wait rests on may come from a registry that nothing else draws on.
  for (let rules: Rule[] = []; ;) {
    const own = [...edges, ...rules.flatMap((rule) => lookUpWaits(context, rule, edge))];
    const whole = withWaitsOfWaits(context, own, edge);
    const followers = [...transferWaits(context, whole, edge), ...checkWaits(context, edge)];
    const closed = withWaitsOfWaits(context, [...whole, ...followers], edge);
    const used = usedRules(context, closed);
    if (used.length === rules.length) return { edges: closed, deferrals, rules };
    rules = used;
  }
}

/** Of what happens to the items of a role, a step that is not done for each of them sees only whether it does for some. */
function edgeMaker({ bound, origins }: WaitContext): MakeEdge {
  const eachOf = new Map<string, string | undefined>([
    ...bound.uses.map(({ name, each }): [string, string | undefined] => [name, each]),
    ...transfersOf(bound).map(({ transfer, use }): [string, string | undefined] => [transfer.step, use.each]),
    ...checksOf(bound).map(({ step, use }): [string, string | undefined] => [step, use.each]),
    ...origins.rules.map(({ step, role }): [string, string | undefined] => [step, role?.name]),
  ]);
  return (from, to, data) => {
    const when = seenWithin(bound, data.when, eachOf.get(to));
    return when === false || from === to ? [] : [{ from, to, data: { ...data, when } }];
  };
}

function blockWaits(use: BoundUse, byBlock: BlockIndex, edge: MakeEdge): StepEdge[] {
  return use.waits.flatMap((wait) =>
    counterpartsOf(use, byBlock.get(wait.block) ?? []).flatMap((other) => {
      const { kind, block: of, at, text, basis } = wait;
      const when = all(use.guard, other.guard, wait.when);
      const data: Wait = { kind, of, when, at, needs: 'end', ...omitUndefined({ text, basis }) };
      if (kind === 'prerequisite') return edge(other.name, use.name, { ...data, needs: 'approval' });
      if (kind === 'after') return edge(other.name, use.name, { ...data, cut: 'order' });
      return edge(use.name, other.name, { ...data, cut: 'order' });
    }),
  );
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

/** A commitment is checked when the matter that took it has been approved. */
function checkWaits({ bound }: WaitContext, edge: MakeEdge): StepEdge[] {
  return checksOf(bound).flatMap(({ use, step, leaf, when }) =>
    edge(use.name, step, { kind: 'check', of: leaf.key, when, at: leaf.at, needs: 'approval' }),
  );
}
