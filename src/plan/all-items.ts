import { pointer, tokensOf } from '../base/index.js';
import type { BoundItem } from '../compose/index.js';
import { fieldKey, keyName, keyOfAll } from '../model/index.js';
import type { InputBinding, InputSource, OutputBinding, Predicate } from '../model/index.js';
import { all, any, keyOf, test } from '../predicate/index.js';

/** A binding of one item of a role; without an item, of a single role. */
export interface ItemBinding<T> {
  item?: BoundItem | undefined;
  binding: T;
}

/** Where a value stands in every item, from where it stands in one. */
function placeInAll(at: string): string {
  const [role = '', , ...rest] = tokensOf(at);
  return pointer(role, '*', ...rest);
}

/** What a step takes of every item of a role, from what it takes of each. */
export function inputOfAll(list: readonly ItemBinding<InputBinding>[]): InputBinding {
  const { item, binding } = list[0]!;
  if (item === undefined) return binding;
  const sources = new Map<string, { source: InputSource; whens: [string, Predicate][] }>();
  for (const one of list) {
    for (const source of one.binding.sources) {
      const name = `${source.from} ${source.step ?? ''}`;
      const entry = sources.get(name) ?? { source, whens: [] };
      entry.whens.push([one.item!.key, source.when ?? true]);
      sources.set(name, entry);
    }
  }
  const schemas = list.flatMap(({ binding: { schema } }) => (schema === undefined ? [] : [schema]));
  return {
    ...binding,
    of: keyOfAll(binding.of),
    at: placeInAll(binding.at),
    // What the applicant may give for one item is given in the same ways for every item.
    ...(schemas.length === 0 ? {} : { schema: schemas.find((schema) => schema !== false) ?? false }),
    ...narrowingsOfItems(item.role, list),
    sources: [...sources.values()].map(({ source: { when: _, ...source }, whens }) => {
      const when = whenOfItems(item.role, whens, list.length);
      return when === true ? source : { ...source, when };
    }),
  };
}

/** What is met besides, said of the item that it is said of. */
function narrowingsOfItems(
  role: string,
  list: readonly ItemBinding<InputBinding>[],
): Pick<InputBinding, 'narrowings'> {
  const narrowings = list.flatMap(({ item, binding }) =>
    (binding.narrowings ?? []).map(({ when = true, schema }) => ({
      when: all(test(fieldKey(role, keyName), { const: item!.key }), when),
      schema,
    })),
  );
  return narrowings.length === 0 ? {} : { narrowings };
}

/** What a step yields of every item of a role, from what it yields of each. */
export function outputOfAll(list: readonly ItemBinding<OutputBinding>[]): OutputBinding {
  const { item, binding } = list[0]!;
  return item === undefined ? binding : { ...binding, of: keyOfAll(binding.of), at: placeInAll(binding.at) };
}

/** When a source gives the value of an item, said of whichever item it is. */
function whenOfItems(role: string, whens: readonly [string, Predicate][], count: number): Predicate {
  const [first] = whens;
  const isAlike = whens.length === count && whens.every(([, when]) => keyOf(when) === keyOf(first![1]));
  if (isAlike) return first![1];
  return any(...whens.map(([key, when]) => all(test(fieldKey(role, keyName), { const: key }), when)));
}
