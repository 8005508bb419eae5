import type { JsonObject, JsonValue } from '../../base/index.js';
import { canonicalJson } from '../../base/index.js';
import type { BoundUse } from '../../compose/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import { situation } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';
import type { Message } from '../../messages/index.js';

/** What one version says for some situations; the pieces of a version exclude each other. */
export interface Piece<T extends JsonValue> {
  when: Predicate;
  value: T;
  at: SourceRef;
}

/** Somebody meets one value in the old version and another one in the new; undefined where nothing is said. */
export interface Transition<T extends JsonValue> {
  from: T | undefined;
  to: T | undefined;
  /** Where the versions say it; absent where they say nothing. */
  old: SourceRef | undefined;
  new: SourceRef | undefined;
  /** When. */
  when: Predicate;
  /** An applicant of whom it is true; absent where it is true of everybody. */
  facts?: JsonObject;
  /** Why it is not known whether there is such an applicant. */
  because?: Message;
}

/**
 * What becomes of what is said, situation by situation: every pair of different values that one applicant can meet.
 * @param within when it is looked at at all
 */
export function transitions<T extends JsonValue>(
  { possible }: Pick<Comparison, 'possible'>,
  before: readonly Piece<T>[],
  after: readonly Piece<T>[],
  within: Predicate = true,
): Transition<T>[] {
  const found = new Map<string, Transition<T>>();
  for (const from of whole(before)) {
    for (const to of whole(after)) {
      const key = canonicalJson([from.value ?? null, to.value ?? null]);
      if (canonicalJson(from.value ?? null) === canonicalJson(to.value ?? null)) continue;
      const when = all(from.when, to.when);
      const met = possible(within, when);
      if (met.verdict === 'no') continue;
      const next: Transition<T> = {
        from: from.value,
        to: to.value,
        old: from.at,
        new: to.at,
        when,
        ...(met.verdict === 'unknown' ? { because: met.because } : when === true ? {} : { facts: met.facts }),
      };
      const present = found.get(key);
      if (present === undefined) found.set(key, next);
      else {
        // One applicant is enough to decide.
        const better = present.because !== undefined && next.because === undefined ? next : present;
        found.set(key, { ...better, when: any(present.when, when) });
      }
    }
  }
  return [...found.values()].map((one) => ({ ...one, when: plainly(one.when, possible) }));
}

/** A condition without the parts that follow from its others: of alternatives, each excludes those before it. */
function plainly(when: Predicate, possible: Comparison['possible']): Predicate {
  if (typeof when === 'boolean' || !('all' in when)) return when;
  let parts = [...when.all];
  for (const part of when.all) {
    const others = parts.filter((one) => one !== part);
    if (others.length > 0 && possible(...others, not(part)).verdict === 'no') parts = others;
  }
  // What the rest rules out of an alternative needs no saying either.
  return all(
    ...parts.map((part) => {
      if (typeof part === 'boolean' || !('any' in part)) return part;
      const others = parts.filter((one) => one !== part);
      return any(...part.any.filter((one) => possible(...others, one).verdict !== 'no'));
    }),
  );
}

interface WholePiece<T extends JsonValue> {
  when: Predicate;
  value: T | undefined;
  at: SourceRef | undefined;
}

/** The pieces, and nothing for everybody else. */
function whole<T extends JsonValue>(pieces: readonly Piece<T>[]): WholePiece<T>[] {
  const rest = not(any(...pieces.map(({ when }) => when)));
  return rest === false ? [...pieces] : [...pieces, { when: rest, value: undefined, at: undefined }];
}

/** Where the versions say it, and else the block. */
export function placesOf(
  { old, new: now }: Transition<JsonValue>,
  from: BoundUse,
  to: BoundUse,
): Pick<FoundChange, 'old' | 'new'> {
  const blockOf = ({ file }: BoundUse) => ({ file, pointer: '' });
  return { old: old ?? blockOf(from), new: now ?? blockOf(to) };
}

/** The grade of a change that is worse for whoever meets it: with the applicant where it is not everybody. */
export function worse({ facts, because }: Transition<JsonValue>): Pick<FoundChange, 'grade'> {
  if (because !== undefined) return { grade: 'unknown', because } as FoundChange;
  return { grade: 'breaking', ...(facts === undefined ? {} : { counterexample: situation(facts) }) };
}

/** The grade of a change that is worse for nobody, if it comes to pass at all. */
export function better({ because }: Transition<JsonValue>): Pick<FoundChange, 'grade'> {
  return because === undefined ? { grade: 'compatible' } : ({ grade: 'unknown', because } as FoundChange);
}

/** A value with the situation in which it is another one. */
export function valueWhen(value: JsonObject, when: Predicate): JsonObject {
  return when === true ? value : { ...value, when };
}
