import { pointer, resolvePointer } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
import { all } from '../../predicate/index.js';
import type { Satisfiability } from '../../predicate/index.js';
import { intersectAll, writtenPlace } from '../../schema/index.js';
import type { KeywordRef, SchemaConflict } from '../../schema/index.js';
import { literal } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';

/** Who says something of a value: a use of the bundle by its name, or what is not told by a name. */
export type Speaker = { use: string } | 'element' | 'applicant' | 'condition' | 'unmet-condition';

/** One thing that is said of a value, and when. */
export interface Statement {
  schema: JsonSchema;
  /** As its author wrote it, with references; undefined where nobody wrote it as a schema. */
  written?: JsonSchema | undefined;
  guard: Predicate;
  at: SourceRef;
  who: Speaker;
}

/** Statements that leave no value together, and when they meet. */
export interface ConflictSet<S extends Statement> {
  members: S[];
  conflict: SchemaConflict;
  /** The keywords with their values, each with who says it, and where in what was written. */
  because: { ref: KeywordRef; member: S; place: string }[];
  said: Message[];
  when: Predicate;
  /** Whether they ever meet. */
  meets: Exclude<Satisfiability, { verdict: 'no' }>;
}

/** Which sets are looked for. */
export interface ConflictOptions {
  /** first: what meets is told, and nothing is looked for behind it. every: whatever contradicts itself without it, too. */
  sets: 'first' | 'every';
  /** Only what leaves no value at all, not what leaves none for a part of it. */
  wholeOnly?: boolean;
  /** How many sets of statements are looked at. Left out: 256. */
  budget?: number;
}

const defaultBudget = 256;

/**
 * Smallest sets of statements that contradict each other and meet in some situation. Where a set never meets, whatever
 * meets has one of its members, and nothing that excludes it, or does not have it: both are looked at in turn, so that
 * thirty statements that exclude each other cost thirty.
 * @returns the sets, and whether there are no others
 */
export function conflictSets<S extends Statement>(
  statements: readonly S[],
  possible: (predicate: Predicate) => Satisfiability,
  options: ConflictOptions,
): { sets: ConflictSet<S>[]; complete: boolean } {
  let left = options.budget ?? defaultBudget;
  const sets = new Map<string, ConflictSet<S>>();
  const seen = new Set<string>();
  const places = new Map(statements.map((statement, index) => [statement, index]));
  const nameOf = (members: readonly S[]) => members.map((member) => places.get(member)).join();
  const explore = (members: readonly S[], taken: readonly S[]): void => {
    const key = `${nameOf(members)} ${nameOf(taken)}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (left-- <= 0) return;
    const { conflicts } = intersectAll(members.map(({ schema }) => ({ schema })));
    for (const conflict of conflicts) {
      if (options.wholeOnly === true && !conflict.whole) continue;
      const set = setOf(members, conflict, possible);
      if (set.meets.verdict === 'no') {
        divide(members, taken, set.members);
        return;
      }
      sets.set(`${conflict.at} ${nameOf(set.members)}`, { ...set, meets: set.meets });
      if (options.sets === 'first') continue;
      for (const one of set.members) if (!taken.includes(one)) explore(without(members, one), taken);
      return;
    }
  };
  const divide = (members: readonly S[], taken: readonly S[], involved: readonly S[]): void => {
    const one = involved.find((member) => member.guard !== true && !taken.includes(member));
    if (one === undefined) return;
    const chosen = [...taken, one];
    const guard = all(...chosen.map((member) => member.guard));
    const meeting = members.filter(
      (member) => chosen.includes(member) || possible(all(guard, member.guard)).verdict !== 'no',
    );
    explore(meeting, chosen);
    explore(without(members, one), taken);
  };
  explore(statements, []);
  return { sets: [...sets.values()], complete: left >= 0 };
}

function without<S>(members: readonly S[], one: S): S[] {
  return members.filter((member) => member !== one);
}

function setOf<S extends Statement>(
  members: readonly S[],
  conflict: SchemaConflict,
  possible: (predicate: Predicate) => Satisfiability,
): Omit<ConflictSet<S>, 'meets'> & { meets: Satisfiability } {
  const indexes = [...new Set(conflict.because.map(({ index }) => index))].sort((a, b) => a - b);
  const involved = indexes.map((index) => members[index]!);
  const when = all(...involved.map(({ guard }) => guard));
  const because = conflict.because.map((ref) => {
    const member = members[ref.index]!;
    return {
      ref,
      member,
      place: member.written === undefined ? '' : writtenPlace(member.written, ref.pointer),
    };
  });
  const said = because.map(({ ref: { keyword, value }, member: { who, written }, place }) => {
    const isWritten = keyword !== '' && place.endsWith(pointer(keyword));
    const stated = JSON.stringify(isWritten ? resolvePointer(written, place) : value);
    return sayStatement(who, `${keyword === '' ? '' : `${keyword}: `}${stated}`);
  });
  return { members: involved, conflict, because, said, when, meets: possible(when) };
}

/** Who says what of a value. */
export function sayStatement(who: Speaker, stated: string): Message {
  const what = literal(stated);
  return typeof who === 'object'
    ? tell('statement.use', { use: who.use, what })
    : tell(`statement.${who}`, { what });
}

/** Every keyword that takes part in a conflict, where it was written. */
export function sayContributors<S extends Statement>({
  because,
  said,
}: ConflictSet<S>): (Message & { at: SourceRef })[] {
  return because.map(({ member, place }, index) => ({
    at: { ...member.at, pointer: member.at.pointer + place },
    ...said[index]!,
  }));
}
