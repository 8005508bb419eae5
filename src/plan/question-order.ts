import { byKey, inTurn } from '../base/index.js';
import { decisionSpace, decisionsOf } from '../compose/index.js';
import type { ComposedBundle, DecisionSpace } from '../compose/index.js';
import { fieldsOf } from '../predicate/index.js';
import { choicesRole, fieldParts, isFieldOf } from '../model/index.js';

/** A question, and how many are expected to be left to ask once it is answered. */
export interface RankedQuestion {
  field: string;
  expected: number;
}

/**
 * The open situation questions, the best one to ask next first.
 *
 * Rule: of each question, every answer that conditions tell apart is taken as equally likely; the best question is the
 * one after which the fewest fields are expected to matter still. A field that no open condition rests on any more is
 * not asked. Ask, compose again with the answer, and take the first one again. One step is looked ahead, so the number
 * of questions is near the least, not proven to be it.
 */
export function rankQuestions(composed: ComposedBundle): RankedQuestion[] {
  const space = decisionSpace(composed.bound, decisionsOf(composed.bound));
  const expected = expectedLeft(space);
  const ranked = composed.questions.map(({ field }, place) => {
    const { role } = fieldParts(field);
    return { field, place, expected: expected.get(field) ?? expected.get(role) ?? Number.POSITIVE_INFINITY };
  });
  ranked.sort(
    inTurn<(typeof ranked)[number]>(
      // What the applicant wants is asked when it is known what there is to want.
      (a, b) => Number(isChoice(a.field)) - Number(isChoice(b.field)),
      (a, b) => (a.expected === b.expected ? 0 : a.expected - b.expected),
      (a, b) => a.place - b.place,
      byKey(({ field }) => field),
    ),
  );
  // A question that comes up only after another one has been answered is not offered before it.
  const result: RankedQuestion[] = [];
  const waiting = new Map(composed.questions.map(({ field, when }) => [field, fieldsOf(when ?? true)]));
  const left = new Set(ranked.map(({ field }) => field));
  while (left.size > 0) {
    const open = ranked.filter(({ field }) => left.has(field));
    const isFree = ({ field }: RankedQuestion) =>
      ![...waiting.get(field)!].some((other) => other !== field && left.has(other));
    const { field, expected: remaining } = open.find(isFree) ?? open[0]!;
    left.delete(field);
    result.push({ field, expected: remaining });
  }
  return result;
}

function isChoice(field: string): boolean {
  return isFieldOf(choicesRole, field);
}

/** For each variable, how many others matter on average once it is answered. */
function expectedLeft({ store, decisions }: DecisionSpace): Map<string, number> {
  const formulas = decisions.map(({ predicate }) => store.compile(predicate));
  const found = new Map<string, number>();
  for (const [variable, { name, cells }] of store.variables.entries()) {
    if (cells.length === 0) continue;
    let total = 0;
    for (const cell of cells.keys()) {
      const left = new Set<number>();
      for (const formula of formulas)
        for (const other of store.variablesOf(store.assign(formula, variable, cell))) left.add(other);
      total += left.size;
    }
    found.set(name, total / cells.length);
  }
  return found;
}
