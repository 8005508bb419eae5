import type { Predicate } from '../../model/index.js';
import { substitute } from '../../predicate/index.js';
import type { Facts } from '../../predicate/index.js';
import type { BoundBundle, BoundUse, Demand } from './bound.js';

/** The bundle with every condition decided that the facts decide. Uses that fall away stay, under `false`. */
export function settle(bound: BoundBundle, facts: Facts): BoundBundle {
  const fix = (predicate: Predicate) => substitute(predicate, facts);
  const settleDemand = (demand: Demand): Demand => {
    const guard = fix(demand.guard);
    if (demand.kind !== 'choice') return { ...demand, guard };
    return { ...demand, guard, groups: demand.groups.map((group) => group.map(settleDemand)) };
  };
  const settleUse = (use: BoundUse): BoundUse => ({
    ...use,
    guard: fix(use.guard),
    demands: use.demands.map(settleDemand),
    outputs: use.outputs.map((output) => ({ ...output, guard: fix(output.guard) })),
    eligibility: use.eligibility.map((rule) => ({ ...rule, require: fix(rule.require) })),
    waits: use.waits.map((wait) => ({ ...wait, when: fix(wait.when) })),
    pauses: use.pauses.map((pause) => ({ ...pause, when: fix(pause.when) })),
    variants: use.variants.map((variant) => ({ ...variant, when: fix(variant.when) })),
    results: use.results.map((result) => ({ ...result, when: fix(result.when) })),
    apply: use.apply.map((apply) => ({ ...apply, when: fix(apply.when) })),
    acts: use.acts.map((act) => ({ ...act, when: fix(act.when) })),
  });
  return {
    ...bound,
    roles: new Map([...bound.roles].map(([name, role]) => [name, { ...role, guard: fix(role.guard) }])),
    uses: bound.uses.map(settleUse),
    eligibility: bound.eligibility.map((rule) => ({ ...rule, require: fix(rule.require) })),
    oneOfs: bound.oneOfs.map((oneOf) => ({
      ...oneOf,
      within: fix(oneOf.within),
      alternatives: oneOf.alternatives.map((alternative) => ({
        ...alternative,
        guard: fix(alternative.guard),
      })),
    })),
    conditions: bound.conditions.map((condition) => ({ ...condition, predicate: fix(condition.predicate) })),
  };
}
