import type { JsonSchema } from '../base/index.js';
import type { SourceRef } from '../diagnostics/index.js';
import type { Predicate } from '../model/index.js';
import { all } from '../predicate/index.js';
import type { Satisfiability } from '../predicate/index.js';
import { intersectAll } from '../schema/index.js';

/** One thing that is said of a value, and when. */
export interface Statement {
  schema: JsonSchema;
  guard: Predicate;
  at: SourceRef;
  /** Who says it, in a sentence. */
  who: string;
}

/** Statements that leave no value together, and when they meet. */
export interface ConflictSet<S extends Statement> {
  members: S[];
  /** The keywords with their values, each with who says it. */
  said: string[];
  when: Predicate;
  /** Whether they ever meet. */
  meets: Exclude<Satisfiability, { verdict: 'no' }>;
}

/** How many sets of statements are looked at for one field before the rest is left. */
const budget = 64;

/**
 * Smallest sets of statements that contradict each other and meet in some situation. Where a set never meets, what is
 * left without each of its members is looked at in turn, so that another set behind it is found.
 */
export function conflictSets<S extends Statement>(
  statements: readonly S[],
  possible: (predicate: Predicate) => Satisfiability,
): { sets: ConflictSet<S>[]; complete: boolean } {
  let left = budget;
  const sets = new Map<string, ConflictSet<S>>();
  const seen = new Set<string>();
  const explore = (members: readonly S[]): void => {
    const key = members.map((member) => statements.indexOf(member)).join();
    if (seen.has(key)) return;
    seen.add(key);
    if (left-- <= 0) return;
    const { conflicts } = intersectAll(members.map(({ schema }) => ({ schema })));
    const conflict = conflicts.find(({ whole }) => whole);
    if (conflict === undefined) return;
    const indexes = [...new Set(conflict.because.map(({ index }) => index))].sort((a, b) => a - b);
    const involved = indexes.map((index) => members[index]!);
    const when = all(...involved.map(({ guard }) => guard));
    const meets = possible(when);
    if (meets.verdict !== 'no') {
      const said = conflict.because.map(({ index, keyword, value }) => {
        const text = JSON.stringify(value);
        return `${members[index]!.who} says ${keyword === '' ? '' : `${keyword}: `}${text}`;
      });
      sets.set(involved.map((one) => statements.indexOf(one)).join(), {
        members: involved,
        said,
        when,
        meets,
      });
    }
    for (const one of involved) explore(members.filter((member) => member !== one));
  };
  explore(statements);
  return { sets: [...sets.values()], complete: left >= 0 };
}
