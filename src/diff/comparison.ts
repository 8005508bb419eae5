import { deepEqual, omitUndefined } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { possibleIn } from '../compose/index.js';
import type { ComposedBundle } from '../compose/index.js';
import type { SourceRef } from '../diagnostics/index.js';
import type { Message } from '../messages/index.js';
import type { Change, ChangeKind, ChangeSubject, Counterexample, Grade } from '../model/index.js';
import type { Predicate } from '../model/index.js';
import { all, keyOf } from '../predicate/index.js';
import type { Satisfiability } from '../predicate/index.js';

/** A change before its places are looked up. */
export interface FoundChange {
  kind: ChangeKind;
  grade: Grade;
  subject?: ChangeSubject;
  before?: JsonValue | undefined;
  after?: JsonValue | undefined;
  old?: SourceRef | undefined;
  new?: SourceRef | undefined;
  counterexample?: Counterexample | undefined;
  because?: Message | undefined;
}

/** Takes what is found. */
export type Collect = (change: FoundChange) => void;

/** Two versions of one bundle, or of one block as a bundle of its own. */
export interface Comparison {
  old: ComposedBundle;
  new: ComposedBundle;
  add: Collect;
  /** Whether some applicant of the old version, or else of the new one, meets all of these. */
  possible: (...predicates: Predicate[]) => Satisfiability;
}

/** Sets two composed bundles against each other. */
export function createComparison(before: ComposedBundle, after: ComposedBundle, add: Collect): Comparison {
  const roles = new Map([...after.bound.roles, ...before.bound.roles]);
  const joint = { ...before.bound, roles };
  const answers = new Map<string, Satisfiability>();
  return {
    old: before,
    new: after,
    add,
    possible: (...predicates) => {
      const together = all(...predicates);
      const key = keyOf(together);
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = possibleIn(joint, together)));
      return answer;
    },
  };
}

/** The change with the ranges of its places. */
export function locatedChange(
  found: FoundChange,
  subject: ChangeSubject,
  before: LoadedCatalogue,
  after: LoadedCatalogue,
): Change {
  const { kind, grade, counterexample, because } = found;
  return {
    kind,
    grade,
    subject: { ...subject, ...found.subject },
    ...omitUndefined({ before: found.before, after: found.after }),
    at: {
      ...(found.old === undefined ? {} : { old: before.locate(found.old) }),
      ...(found.new === undefined ? {} : { new: after.locate(found.new) }),
    },
    ...omitUndefined({ counterexample, because }),
  };
}

/** Do both say the same? The order of properties does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  return deepEqual(a ?? null, b ?? null);
}

/** A situation as a counterexample. */
export function situation(facts: JsonObject): Counterexample {
  return { kind: 'situation', value: facts };
}
