import { omitUndefined } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { FormField, FormMaterial } from '../../model/index.js';
import { isSame } from '../comparison.js';
import type { Comparison } from '../comparison.js';

/** Where what is not asked comes from. What is asked more, or less, is told with the form. */
export function diffOrigins({ old: before, new: after, add }: Comparison): void {
  const diff = <T extends FormField | FormMaterial>(
    old: readonly T[],
    now: readonly T[],
    keyOf: (one: T) => string,
    kind: 'field' | 'material',
  ) => {
    const first = new Map(old.map((one) => [keyOf(one), one]));
    for (const one of now) {
      const other = first.get(keyOf(one));
      if (other === undefined || !isSame(askedOf(one), askedOf(other))) continue;
      const [from, to] = [sourcesOf(other), sourcesOf(one)];
      if (isSame(from, to)) continue;
      const subject = { [kind]: keyOf(one), ...omitUndefined({ title: one.title }) };
      const old = other.origins.find(({ at }) => at !== undefined)?.at ?? other.definition;
      const now = one.origins.find(({ at }) => at !== undefined)?.at ?? one.definition;
      add({ kind: 'origin-changed', grade: 'compatible', subject, before: from, after: to, old, new: now });
    }
  };
  diff(before.fields, after.fields, ({ field }) => field, 'field');
  diff(before.materials, after.materials, ({ material }) => material, 'material');
}

function askedOf({ askedWhen }: FormField | FormMaterial): unknown {
  return askedWhen;
}

function sourcesOf({ origins }: FormField | FormMaterial): JsonValue[] {
  return origins
    .filter(({ kind }) => kind !== 'asked')
    .map(({ kind, step, when }) => ({
      kind,
      ...omitUndefined({ step, when: when }),
    }));
}
