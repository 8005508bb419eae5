import { omitUndefined } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { all, not } from '../../predicate/index.js';
import type { BoundOneOf } from '../../compose/index.js';
import type { ProveContext } from '../prove-context.js';

/** Of the alternatives of a `oneOf`, exactly one takes part in every situation. */
export function checkOneOf(context: ProveContext): void {
  for (const oneOf of context.bound.oneOfs) {
    checkOverlaps(context, oneOf);
    checkGap(context, oneOf);
  }
}

function checkOverlaps(context: ProveContext, { within, alternatives }: BoundOneOf): void {
  for (const [index, second] of alternatives.entries()) {
    for (const first of alternatives.slice(0, index)) {
      const found = context.possible(within, first.guard, second.guard);
      if (found.verdict === 'no') continue;
      if (found.verdict === 'unknown') {
        context.undecided(
          `"${first.name}" and "${second.name}" exclude each other`,
          found.because,
          second.at,
        );
        continue;
      }
      const { witness, note } = context.witness(found.facts);
      const related = [
        { at: first.at, message: `"${first.name}" takes part` },
        { at: second.at, message: `"${second.name}" takes part as well` },
      ];
      const details = { related, witness, ...omitUndefined({ help: note }) };
      const args = { first: first.name, second: second.name };
      context.report(createDiagnostic('prove/one-of-overlap', args, second.at, details));
    }
  }
}

function checkGap(context: ProveContext, { within, alternatives, at }: BoundOneOf): void {
  const found = context.possible(all(within, ...alternatives.map(({ guard }) => not(guard))));
  if (found.verdict === 'no') return;
  const uses = alternatives.map(({ name }) => `"${name}"`).join(', ');
  if (found.verdict === 'unknown') {
    context.undecided(`one of ${uses} takes part in every situation`, found.because, at);
    return;
  }
  const { witness, note } = context.witness(found.facts);
  const related = alternatives.map((one) => ({ at: one.at, message: `"${one.name}" does not take part` }));
  const details = { related, witness, ...omitUndefined({ help: note }) };
  context.report(createDiagnostic('prove/one-of-gap', { uses }, at, details));
}
