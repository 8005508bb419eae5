import type { JsonValue } from '../../base/index.js';
import { compareCodeUnits, pointer } from '../../base/index.js';
import type { BoundRole } from '../../compose/index.js';
import { isSame } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';

/**
 * Who takes part, and how many of them.
 * @returns the roles whose answers have another shape: what their fields take is not compared
 */
export function diffRoles(comparison: Comparison): ReadonlySet<string> {
  const { old: before, new: after, add } = comparison;
  const reshaped = new Set<string>();
  const names = new Set([...before.bound.roles.keys(), ...after.bound.roles.keys()]);
  for (const role of [...names].sort(compareCodeUnits)) {
    const [from, to] = [before.bound.roles.get(role), after.bound.roles.get(role)];
    const places = {
      subject: { role },
      ...(from === undefined ? {} : { old: { file: before.bound.file, pointer: pointer('roles', role) } }),
      ...(to === undefined ? {} : { new: { file: after.bound.file, pointer: pointer('roles', role) } }),
    };
    if (from === undefined) {
      add({ ...places, kind: 'role-added', grade: 'compatible', after: to!.type });
    } else if (to === undefined) {
      add({ ...places, kind: 'role-removed', grade: 'breaking', before: from.type });
    } else if (from.type !== to.type) {
      add({ ...places, kind: 'role-retyped', grade: 'breaking', before: from.type, after: to.type });
    } else if ((from.many === undefined) !== (to.many === undefined)) {
      reshaped.add(role);
      const words = { before: manyOf(from), after: manyOf(to) };
      add({ ...places, ...words, kind: 'role-repeats', grade: 'breaking' });
    } else diffCount(add, from, to, places);
  }
  const [from, to] = [before.bound.bundle.applicant, after.bound.bundle.applicant];
  if (!isSame(from, to)) {
    add({
      kind: 'applicant-changed',
      grade: 'breaking',
      before: from ?? null,
      after: to ?? null,
      old: { file: before.bound.file, pointer: from === undefined ? '' : '/applicant' },
      new: { file: after.bound.file, pointer: to === undefined ? '' : '/applicant' },
    });
  }
  return reshaped;
}

function manyOf({ many }: BoundRole): JsonValue {
  return many === undefined ? 1 : { ...many };
}

function diffCount(
  add: Comparison['add'],
  from: BoundRole,
  to: BoundRole,
  places: Omit<FoundChange, 'kind' | 'grade'>,
): void {
  if (from.many === undefined || to.many === undefined || isSame(from.many, to.many)) return;
  const words = { before: { ...from.many }, after: { ...to.many } };
  const few = from.many.min < to.many.min;
  if (few || from.many.max > to.many.max) {
    const value = few ? from.many.min : from.many.max;
    const counterexample = { kind: 'value', value } as const;
    add({ ...places, ...words, kind: 'role-count-narrowed', grade: 'breaking', counterexample });
  }
  if (from.many.min > to.many.min || from.many.max < to.many.max)
    add({ ...places, ...words, kind: 'role-count-widened', grade: 'compatible' });
}
