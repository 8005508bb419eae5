import { commitmentIn, deferralIn } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import type { LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { counterpartsOf } from '../bind/counterparts.js';
import type { Need } from '../ask/needs.js';
import type { Source } from '../origin/source.js';
import { askedLater } from './value-waits.js';
import type { BlockIndex, MakeEdge, StepEdge, TakenDeferral, Wait, WaitContext } from './wait.js';

/** Whoever takes something waits for what supplies it, unless the authors let it follow. */
export function inputWaits(
  context: WaitContext,
  byBlock: BlockIndex,
  edge: MakeEdge,
): { edges: StepEdge[]; deferrals: TakenDeferral[] } {
  const deferrals: TakenDeferral[] = [];
  const edges = context.needs.needs.flatMap((need) => {
    const { leaf, use } = need;
    const open = all(need.guard, stillOpen(context, need));
    const supplies = need.sources.flatMap((source) => {
      const when = all(open, source.when);
      if (source.step === undefined || when === false) return [];
      if (deferralIn(leaf.accept) === undefined || source.kind !== 'produced')
        return edge(source.step, use.name, supplyWait(leaf, source, when));
      deferrals.push({ need, producer: source.step });
      return deferredWaits(need, source.step, when, byBlock, edge);
    });
    const asked = askedLater(context, leaf.key)
      .filter(({ part }) => part.needs.some((other) => other.leaf === leaf && other.use.name === use.name))
      .flatMap(({ step, when }) =>
        edge(step, use.name, { kind: 'field', of: leaf.key, when, at: leaf.at, needs: 'end' }),
      );
    return [...supplies, ...asked];
  });
  return { edges, deferrals };
}

function supplyWait(leaf: LeafDemand, source: Source, when: Predicate): Wait {
  const isProduced = source.kind === 'produced';
  const isCut = leaf.kind === 'material' && commitmentIn(leaf.accept) !== undefined;
  return {
    kind: isProduced ? leaf.kind : 'registry',
    of: leaf.key,
    when,
    at: leaf.at,
    needs: isProduced ? 'approval' : 'end',
    ...(isCut ? { cut: 'commitment' } : {}),
  };
}

/** What may follow until a step begins is awaited by that step. */
function deferredWaits(
  { leaf, use }: Need,
  producer: string,
  when: Predicate,
  byBlock: BlockIndex,
  edge: MakeEdge,
): StepEdge[] {
  return counterpartsOf(use, byBlock.get(deferralIn(leaf.accept)?.until ?? '') ?? []).flatMap((later) =>
    edge(producer, later.name, {
      kind: 'material',
      of: leaf.key,
      when: all(when, later.guard),
      at: leaf.at,
      needs: 'approval',
    }),
  );
}

/** When no earlier alternative supplies what the step needs: the first that is complete is the one. */
function stillOpen(context: WaitContext, { choice, use, leaf }: Need): Predicate {
  if (choice === undefined) return true;
  const groups = choice.groups.map((group) => [...leavesOf(group)]);
  const earlier = groups.slice(
    0,
    groups.findIndex((group) => group.includes(leaf)),
  );
  const suppliedBy = (group: readonly LeafDemand[]) =>
    all(
      ...group.map((one) =>
        any(one.optional, ...context.origins.sourcesFor(use, one).map(({ when }) => when)),
      ),
    );
  return not(any(...earlier.map(suppliedBy)));
}
