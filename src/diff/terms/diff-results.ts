import { canonicalJson } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { BoundUse } from '../../compose/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
import { isSame, situation } from '../comparison.js';
import type { Comparison } from '../comparison.js';
import { not } from '../../predicate/index.js';

interface Stated {
  index: number;
  bound: BoundUse['results'][number];
}

/** What comes of a block besides fields and documents: payments, services, goods, standings. */
export function diffResults(comparison: Comparison, from: BoundUse, to: BoundUse): void {
  const { add } = comparison;
  const [old, now] = [from, to].map(({ results }) => results.map((bound, index) => ({ bound, index })));
  const place = ({ file }: BoundUse, stated: Stated | undefined): SourceRef => ({
    file,
    pointer: stated === undefined ? '' : `/results/${stated.index}`,
  });
  for (const [was, is] of pairsOf(old!, now!)) {
    const title = (is ?? was)!.bound.result.title;
    const subject = { title };
    const found = { subject, old: place(from, was), new: place(to, is) };
    const words = { before: wordsOf(was), after: wordsOf(is) };
    if (was === undefined) add({ ...found, ...words, kind: 'result-added', grade: 'compatible' });
    else if (is === undefined) add({ ...found, ...words, kind: 'result-removed', grade: 'breaking' });
    else {
      diffWhen(comparison, was, is, found);
      if (!isSame(was.bound.result.title, is.bound.result.title))
        add({ ...found, kind: 'text-changed', grade: 'compatible' });
      const [ways, now] = [was.bound.result.by, is.bound.result.by];
      if (isSame(ways, now)) continue;
      // Whoever was told no way relied on none.
      const lost = ways !== undefined && (now === undefined || ways.some((way) => !now.includes(way)));
      const by = { before: ways ?? null, after: now ?? null };
      add({ ...found, ...by, kind: 'result-ways-changed', grade: lost ? 'breaking' : 'compatible' });
    }
  }
}

function wordsOf(stated: Stated | undefined): JsonValue {
  return stated === undefined ? null : { result: stated.bound.result.result };
}

type Found = Pick<Parameters<Comparison['add']>[0], 'subject' | 'old' | 'new'>;

function diffWhen({ add, possible }: Comparison, was: Stated, is: Stated, found: Found): void {
  const [from, to]: Predicate[] = [was.bound.when, is.bound.when];
  if (isSame(from, to)) return;
  const words = { before: from as JsonValue, after: to as JsonValue };
  const gone = possible(from!, not(to!));
  if (gone.verdict === 'yes')
    add({
      ...found,
      ...words,
      kind: 'result-removed',
      grade: 'breaking',
      counterexample: situation(gone.facts),
    });
  else if (gone.verdict === 'unknown')
    add({ ...found, ...words, kind: 'result-removed', grade: 'unknown', because: gone.because });
  const more = possible(to!, not(from!));
  if (more.verdict === 'yes') add({ ...found, ...words, kind: 'result-added', grade: 'compatible' });
  else if (more.verdict === 'unknown')
    add({ ...found, ...words, kind: 'result-added', grade: 'unknown', because: more.because });
}

/** The same thing before and after: by kind and name, then what is left of a kind in the order of the documents. */
function pairsOf(
  before: readonly Stated[],
  after: readonly Stated[],
): [was: Stated | undefined, is: Stated | undefined][] {
  const pairs: [Stated | undefined, Stated | undefined][] = [];
  const [left, taken] = [new Set(before), new Set<Stated>()];
  const match = (keyOf: (stated: Stated) => string) => {
    for (const is of after) {
      if (taken.has(is)) continue;
      const was = [...left].find((one) => keyOf(one) === keyOf(is));
      if (was === undefined) continue;
      left.delete(was);
      taken.add(is);
      pairs.push([was, is]);
    }
  };
  match(({ bound: { result } }) => canonicalJson([result.result, result.title as JsonValue]));
  match(({ bound: { result } }) => result.result);
  for (const was of left) pairs.push([was, undefined]);
  for (const is of after) if (!taken.has(is)) pairs.push([undefined, is]);
  return pairs;
}
