import type { BoundUse } from '../../compose/index.js';
import { all, any, not } from '../../predicate/index.js';
import type { Comparison } from '../comparison.js';
import { compareDurations } from './time-change.js';
import { better, placesOf, transitions, valueWhen, worse } from './transitions.js';
import type { Piece } from './transitions.js';
import { fieldKey } from '../../model/index.js';
import { tell } from '../messages.js';

/** The time in which the applicant has to apply: from which day it counts, and how long it is. */
export function diffApply(comparison: Comparison, from: BoundUse, to: BoundUse): void {
  const days = new Set([from, to].flatMap(({ apply }) => apply.map(dayOf)));
  for (const day of [...days].sort()) {
    const piecesOf = (use: BoundUse) => exclusive(use, day);
    for (const found of transitions(comparison, piecesOf(from), piecesOf(to))) {
      const { from: was, to: is, when } = found;
      const places = placesOf(found, from, to);
      const words = {
        before: was === undefined ? null : { within: was, after: day },
        after: is === undefined ? null : valueWhen({ within: is, after: day }, when),
      };
      // Where nothing is said, there is all the time in the world.
      const order = was === undefined ? 'shorter' : is === undefined ? 'longer' : compareDurations(was, is);
      if (order === 'shorter') comparison.add({ ...places, ...words, kind: 'apply-sooner', ...worse(found) });
      else if (order === 'longer')
        comparison.add({ ...places, ...words, kind: 'apply-later', ...better(found) });
      else {
        const because = tell('ungraded.days', { one: was!, other: is! });
        comparison.add({ ...places, ...words, kind: 'apply-sooner', grade: 'unknown', because });
      }
    }
  }
}

function dayOf({ after }: BoundUse['apply'][number]): string {
  return fieldKey(after.role, after.name);
}

/** The limits from one day. Of several that hold for somebody, the first is told. */
function exclusive(use: BoundUse, day: string): Piece<string>[] {
  const pieces: Piece<string>[] = [];
  for (const [index, one] of use.apply.entries()) {
    if (dayOf(one) !== day) continue;
    const left = not(any(...pieces.map(({ when }) => when)));
    const when = all(left, one.when);
    if (when !== false)
      pieces.push({ when, value: one.apply.within, at: { file: use.file, pointer: `/apply/${index}` } });
  }
  return pieces;
}
