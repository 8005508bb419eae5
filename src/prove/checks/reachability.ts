import { leavesOf } from '../../compose/index.js';
import type { BoundUse } from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { all } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import { sayNever } from '../say.js';
import { placeOf } from './conditions.js';
import type { Verdicts } from './conditions.js';

/** Every use takes part, and every input is taken, in some situation. */
export function checkReachability(context: ProveContext, { never, open }: Verdicts): void {
  const alternatives = new Set(
    context.bound.oneOfs.flatMap((oneOf) => oneOf.alternatives.map(({ at }) => placeOf(at))),
  );
  for (const use of context.bound.uses) {
    const found = context.possible(use.guard);
    const isOpen = use.at.some((place) => open.has(placeOf({ ...place, pointer: `${place.pointer}/when` })));
    if (found.verdict === 'unknown' && !isOpen)
      context.undecided(`"${use.name}" ever takes part`, found.because, use.at[0]!);
    if (found.verdict === 'no') reportUse(context, use, never, alternatives);
    else if (!isOpen) checkInputs(context, use, new Set([...never, ...open]));
  }
}

function reportUse(
  context: ProveContext,
  use: BoundUse,
  never: ReadonlySet<string>,
  alternatives: ReadonlySet<string>,
): void {
  const at = use.at[0]!;
  // A condition that never holds is the cause, and has its own finding.
  if (use.at.some((place) => never.has(placeOf({ ...place, pointer: `${place.pointer}/when` })))) return;
  if (isBelowNever(context, use, never)) return;
  const because = sayNever([use.guard], context.possible);
  const code = alternatives.has(placeOf(at)) ? 'prove/unreachable-alternative' : 'prove/unreachable-use';
  context.report(createDiagnostic(code, { use: use.name, because }, at));
}

/** A bundle around it, or a role of it, has a condition that never holds. */
function isBelowNever({ bound, possible }: ProveContext, use: BoundUse, never: ReadonlySet<string>): boolean {
  return bound.conditions.some(
    ({ at, predicate }) =>
      never.has(placeOf(at)) &&
      (at.pointer.endsWith('/when') || possible(predicate).verdict === 'no') &&
      contains(use, at),
  );
}

/** Only a nested bundle, used under a condition that never holds, can hide its own uses; those stand in other files. */
function contains(use: BoundUse, at: { file: string; pointer: string }): boolean {
  return /^\/(uses|roles)\//.test(at.pointer) && use.at.every(({ file }) => file !== at.file);
}

function checkInputs(context: ProveContext, use: BoundUse, never: ReadonlySet<string>): void {
  for (const leaf of leavesOf(use.demands)) {
    if (leaf.guard === true || never.has(placeOf({ ...leaf.at, pointer: `${leaf.at.pointer}/when` })))
      continue;
    const found = context.possible(use.guard, leaf.guard);
    if (found.verdict === 'unknown')
      context.undecided(`"${use.name}" ever takes "${leaf.key}"`, found.because, leaf.at);
    if (found.verdict !== 'no' || context.possible(leaf.guard).verdict === 'no') continue;
    const because = sayNever([all(use.guard), leaf.guard], context.possible);
    const related = use.at.map((at) => ({ at, message: `"${use.name}" is used here` }));
    const args = { step: use.name, input: leaf.key, because };
    context.report(createDiagnostic('prove/unreachable-input', args, leaf.at, { related }));
  }
}
