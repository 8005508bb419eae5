import type { Predicate } from '../../model/index.js';
import { transfersOf } from './acts.js';
import type { BoundBundle } from './bound.js';
import { checksOf } from './checks-of.js';

/** When each matter, each transfer and each check takes place. */
export function stepGuards(bound: BoundBundle): ReadonlyMap<string, Predicate> {
  return new Map([
    ...bound.uses.map((use): [string, Predicate] => [use.name, use.guard]),
    ...transfersOf(bound).map(({ transfer, when }): [string, Predicate] => [transfer.step, when]),
    ...checksOf(bound).map(({ step, when }): [string, Predicate] => [step, when]),
  ]);
}
