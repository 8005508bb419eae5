import { itemParts, keyOfAll } from '../model/index.js';

/** The step, field or material whichever item it is about. */
export function ofAllItems(name: string): string {
  const { name: step, key } = itemParts(name);
  return key === undefined ? keyOfAll(name) : step;
}

/** What is to be expected, in the words of a case: of items one by one only where the case names an item. */
export function asExpected(before: readonly string[], observed: readonly string[]): string[] {
  const isByItem = before.some((name) => ofAllItems(name) !== name);
  return isByItem ? asSaid(before, observed) : [...new Set(observed.map(ofAllItems))];
}

/** What comes out, in the words of a case: what the case names without an item stands for every item. */
export function asSaid(wanted: readonly string[], observed: readonly string[]): string[] {
  return [...new Set(observed.map((name) => (wanted.includes(ofAllItems(name)) ? ofAllItems(name) : name)))];
}
