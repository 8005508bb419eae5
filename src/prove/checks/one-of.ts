import { omitUndefined } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { all, not } from '../../predicate/index.js';
import type { BoundOneOf } from '../../compose/index.js';
import type { ProveContext } from '../prove-context.js';
import { listOf } from '../../messages/index.js';
import { tell } from '../messages.js';

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
          tell('undecided.exclusion', { one: first.name, other: second.name }),
          found.because,
          second.at,
        );
        continue;
      }
      const { witness, note } = context.witness(found.facts);
      const related = [
        { at: first.at, ...tell('one-of.takes-part', { use: first.name }) },
        { at: second.at, ...tell('one-of.takes-part-as-well', { use: second.name }) },
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
  const uses = listOf(
    alternatives.map(({ name }) => name),
    'comma',
  );
  if (found.verdict === 'unknown') {
    context.undecided(tell('undecided.one-of', { uses }), found.because, at);
    return;
  }
  const { witness, note } = context.witness(found.facts);
  const related = alternatives.map((one) => ({
    at: one.at,
    ...tell('one-of.takes-no-part', { use: one.name }),
  }));
  const details = { related, witness, ...omitUndefined({ help: note }) };
  context.report(createDiagnostic('prove/one-of-gap', { uses }, at, details));
}
