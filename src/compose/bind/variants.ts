import type { SourceRef } from '../../diagnostics/index.js';
import { workingDaysOf } from '../../time/index.js';
import type { Block, Duration, Predicate } from '../../model/index.js';
import { all, not } from '../../predicate/index.js';
import type { BoundUse } from './bound.js';

type Time = NonNullable<Block['time']>;

/** What holds in which situation; the situations exclude each other. */
export interface Alternative<T> {
  when: Predicate;
  value: T;
  at: SourceRef;
}

/** The limits of a use. */
export function timesOf(use: BoundUse): Alternative<Time>[] {
  return alternativesOf(use, 'time', ({ time }) => time, use.block.time);
}

/** The channels of a use; none where nothing is said of them. */
export function channelsOf(use: BoundUse): Alternative<string[]>[] {
  return alternativesOf(use, 'channels', ({ channels }) => channels, use.block.channels);
}

/** The first variant that holds and says it, or else the block. */
function alternativesOf<T>(
  use: BoundUse,
  key: string,
  valueOf: (variant: BoundUse['variants'][number]['variant']) => T | undefined,
  otherwise: T | undefined,
): Alternative<T>[] {
  const found: Alternative<T>[] = [];
  let left: Predicate = true;
  for (const { variant, when, at } of use.variants) {
    const value = valueOf(variant);
    if (value === undefined) continue;
    found.push({ when: all(left, when), value, at: { ...at, pointer: `${at.pointer}/${key}` } });
    left = all(left, not(when));
  }
  if (otherwise !== undefined) {
    found.push({ when: left, value: otherwise, at: { file: use.file, pointer: `/${key}` } });
  }
  return found.filter(({ when }) => when !== false);
}

/** The longest limit that the facts leave possible: the promise, or else the law. */
export function longestLimit(
  use: BoundUse,
  of: (time: Time) => Duration | undefined = ({ promised, statutory }) => promised ?? statutory,
): { limit: Duration; days: number; at: SourceRef } | undefined {
  return timesOf(use)
    .flatMap(({ value, at }) => {
      const limit = of(value);
      if (limit === undefined) return [];
      const pointer = `${at.pointer}/${limit === value.promised ? 'promised' : 'statutory'}`;
      return [{ limit, days: workingDaysOf(limit), at: { ...at, pointer } }];
    })
    .reduce<{ limit: Duration; days: number; at: SourceRef } | undefined>(
      (longest, one) => (longest === undefined || one.days > longest.days ? one : longest),
      undefined,
    );
}
