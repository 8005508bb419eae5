import type { Commitment, CommitmentCheck, Predicate } from '../../model/index.js';
import { commitmentIn } from '../../model/index.js';
import { all, any } from '../../predicate/index.js';
import type { BoundBundle, BoundUse, Demand, LeafDemand } from './bound.js';

/** A commitment that a use takes and that is checked when the use is over. */
export interface UseCheck {
  use: BoundUse;
  step: string;
  leaf: LeafDemand;
  commitment: Partial<Commitment>;
  check: CommitmentCheck;
  /** When the use may take the commitment. */
  when: Predicate;
}

/** Gives each commitment that is checked later the name of the step that does it. */
export function nameChecks(demands: readonly Demand[], use: string): Demand[] {
  let count = 0;
  const named = (demand: Demand): Demand => {
    if (demand.kind === 'choice')
      return { ...demand, groups: demand.groups.map((group) => group.map(named)) };
    if (commitmentIn(demand.accept)?.check === undefined) return demand;
    count += 1;
    return { ...demand, checkStep: `${use}-check${count === 1 ? '' : `-${count}`}` };
  };
  return demands.map(named);
}

/** Every demand below, with a name for its check that nothing else has. */
export function renameChecks(demands: readonly Demand[], rename: (step: string) => string): Demand[] {
  return demands.map((demand): Demand => {
    if (demand.kind === 'choice')
      return { ...demand, groups: demand.groups.map((group) => renameChecks(group, rename)) };
    return demand.checkStep === undefined ? demand : { ...demand, checkStep: rename(demand.checkStep) };
  });
}

/** The checks of a bundle that the facts leave possible. */
export function checksOf({ uses }: Pick<BoundBundle, 'uses'>): UseCheck[] {
  return uses.flatMap((use) => {
    const found = new Map<string, UseCheck>();
    collect(use, use.demands, use.guard, found);
    return [...found.values()];
  });
}

/** Of a whole repeated role, the commitments about its items are checked at once. */
function collect(
  use: BoundUse,
  demands: readonly Demand[],
  around: Predicate,
  found: Map<string, UseCheck>,
): void {
  for (const demand of demands) {
    const when = all(around, demand.guard);
    if (when === false) continue;
    if (demand.kind === 'choice') {
      for (const group of demand.groups) collect(use, group, when, found);
      continue;
    }
    const { checkStep: step, accept } = demand;
    const commitment = commitmentIn(accept);
    if (step === undefined || commitment?.check === undefined) continue;
    const present = found.get(step);
    const { check } = commitment;
    found.set(step, {
      ...(present ?? { use, step, leaf: demand, commitment, check }),
      when: any(when, present?.when ?? false),
    });
  }
}
