import type { BoundAct, BoundTransfer } from './bound-act.js';
import { omitUndefined } from '../../base/index.js';
import { renameChecks } from './checks-of.js';
import { below, bindCondition } from './condition.js';
import type { ConditionScope } from './condition.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { actNames, fieldKey, fieldParts } from '../../model/index.js';
import type { Act, ActName, PassingAct, Places, Predicate } from '../../model/index.js';
import { all, not } from '../../predicate/index.js';
import type { BoundBundle, BoundUse } from './bound.js';

const goals = { collect: 'accept', accept: 'decide', issue: 'applicant' } as const;

/** The acts of a use: of alternatives, each with the condition that none before it holds. */
export function bindActs(
  places: Places | undefined,
  use: string,
  scope: ConditionScope,
  at: SourceRef,
): BoundAct[] {
  if (places === undefined) return [];
  return actNames.flatMap((act): BoundAct[] => {
    const stated: Act | Act[] | undefined = places[act];
    if (stated === undefined) return [];
    const list = Array.isArray(stated) ? stated : [stated];
    let left: Predicate = true;
    return list.map((one, index) => {
      const ref = Array.isArray(stated) ? below(at, act, index) : below(at, act);
      const own = bindCondition(one.when, scope, below(ref, 'when'));
      const when = all(left, own);
      left = all(left, not(own));
      return { act, when, ...whoAndWhere(one, scope), ...transferOf(act, one, use, index), ref };
    });
  });
}

function whoAndWhere(act: Act, scope: ConditionScope): Pick<BoundAct, 'authority' | 'at'> {
  const { role, element } = fieldParts(act.at ?? '');
  const bound = act.at === undefined ? undefined : scope.roleOf(role);
  return {
    ...omitUndefined({ authority: act.authority }),
    ...(bound === undefined
      ? {}
      : { at: { key: fieldKey(bound.name, element), role: bound.name, name: element } }),
  };
}

/** Whoever collects passes on in any case; the others where the author says how, or how long it takes. */
function transferOf(
  act: ActName,
  { by, time }: PassingAct,
  use: string,
  index: number,
): Pick<BoundAct, 'transfer'> {
  if (act === 'decide' || (act !== 'collect' && by === undefined && time === undefined)) return {};
  const step = `${use}-${act}${index === 0 ? '' : `-${index + 1}`}`;
  const transfer: BoundTransfer = { step, from: act, to: goals[act], by: by ?? 'electronic' };
  return { transfer: time === undefined ? transfer : { ...transfer, time } };
}

/** Gives transfers and checks other names where steps have theirs already. */
export function nameFollowers(uses: readonly BoundUse[], taken: ReadonlySet<string>): BoundUse[] {
  const names = new Set([...taken, ...uses.map(({ name }) => name)]);
  const own = (wanted: string, suffix: string): string => {
    let step = wanted;
    while (names.has(step)) step += suffix;
    names.add(step);
    return step;
  };
  return uses.map((use) => ({
    ...use,
    acts: use.acts.map((act) =>
      act.transfer === undefined
        ? act
        : { ...act, transfer: { ...act.transfer, step: own(act.transfer.step, '-transfer') } },
    ),
    demands: renameChecks(use.demands, (step) => own(step, '-later')),
  }));
}

/** A transfer with the use that it belongs to, and when it takes place. */
export interface UseTransfer {
  use: BoundUse;
  act: BoundAct;
  transfer: BoundTransfer;
  when: Predicate;
}

/** The transfers of a bundle that the facts leave possible. */
export function transfersOf({ uses }: Pick<BoundBundle, 'uses'>): UseTransfer[] {
  return uses.flatMap((use) =>
    use.acts.flatMap((act): UseTransfer[] => {
      const when = all(use.guard, act.when);
      return act.transfer === undefined || when === false ? [] : [{ use, act, transfer: act.transfer, when }];
    }),
  );
}
