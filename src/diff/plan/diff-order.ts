import { byKey, inTurn } from '../../base/index.js';
import type { ComposedBundle, StepEdge } from '../../compose/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, keyOf, not } from '../../predicate/index.js';
import { isSame } from '../comparison.js';
import type { Comparison } from '../comparison.js';
import { tell } from '../messages.js';

interface Edge {
  from: string;
  to: string;
  when: Predicate;
  needs: 'approval' | 'end';
  at: StepEdge['data']['at'];
}

/** Which step waits for which, what runs at the same time, and how long the longest chain takes. */
export function diffOrder(comparison: Comparison): void {
  const { old: before, new: after, add, possible } = comparison;
  const shared = new Set(before.order.order.filter((step) => after.order.order.includes(step)));
  const [old, now] = [edgesOf(before, shared), edgesOf(after, shared)];
  const edges = [...new Map([...old, ...now]).values()].sort(
    inTurn<Edge>(
      byKey(({ to }) => to),
      byKey(({ from }) => from),
    ),
  );
  for (const { from, to } of edges) {
    const key = `${from} ${to}`;
    const [was, is] = [old.get(key), now.get(key)];
    const [held, holds] = [was?.when ?? false, is?.when ?? false];
    const places = { subject: { step: to }, old: was?.at, new: is?.at };
    if (keyOf(held) === keyOf(holds) && was?.needs === is?.needs) continue;
    const words = { before: was === undefined ? null : from, after: is === undefined ? null : from };
    const isNew =
      is !== undefined && (was?.needs !== is.needs || possible(holds, not(held)).verdict !== 'no');
    if (isNew) add({ ...places, ...words, kind: 'order-added', grade: 'compatible' });
    if (was !== undefined && !isNew && possible(held, not(holds)).verdict !== 'no')
      add({ ...places, ...words, kind: 'order-removed', grade: 'compatible' });
  }
  diffStages(comparison, shared);
  diffPath(comparison);
}

function edgesOf({ edges, bound }: ComposedBundle, shared: ReadonlySet<string>): Map<string, Edge> {
  const guards = new Map(bound.uses.map(({ name, guard }) => [name, guard]));
  const found = new Map<string, Edge>();
  for (const { from, to, data } of edges) {
    // How things are passed on is told with the places.
    if (!shared.has(from) || !shared.has(to) || data.kind === 'transfer' || data.kind === 'check') continue;
    const key = `${from} ${to}`;
    const present = found.get(key);
    // Where one of the two does not take place, nothing waits.
    const when = all(data.when, guards.get(from) ?? true, guards.get(to) ?? true);
    found.set(key, {
      from,
      to,
      when: any(when, present?.when ?? false),
      needs: data.needs === 'approval' || present?.needs === 'approval' ? 'approval' : 'end',
      at: present?.at ?? data.at,
    });
  }
  return found;
}

function diffStages({ old: before, new: after, add }: Comparison, shared: ReadonlySet<string>): void {
  const stagesOf = ({ order }: ComposedBundle) =>
    order.stages
      .map((stage) => stage.filter((step) => shared.has(step)).sort())
      .filter((stage) => stage.length > 0);
  const [from, to] = [stagesOf(before), stagesOf(after)];
  if (isSame(from, to)) return;
  const places = {
    old: { file: before.bound.file, pointer: '' },
    new: { file: after.bound.file, pointer: '' },
  };
  add({ ...places, kind: 'stages-changed', grade: 'compatible', before: from, after: to });
}

function diffPath({ old: before, new: after, add }: Comparison): void {
  const [from, to] = [before.order.criticalPath, after.order.criticalPath];
  if (from.workingDays === to.workingDays) return;
  const longer = from.workingDays < to.workingDays;
  const exact = from.exact && to.exact;
  add({
    kind: longer ? 'path-longer' : 'path-shorter',
    grade: !exact ? 'unknown' : longer ? 'breaking' : 'compatible',
    before: { workingDays: from.workingDays, steps: [...from.steps] },
    after: { workingDays: to.workingDays, steps: [...to.steps] },
    old: { file: before.bound.file, pointer: '' },
    new: { file: after.bound.file, pointer: '' },
    ...(exact ? {} : { because: tell('ungraded.chain') }),
  });
}
