import type { BoundUse, Demand } from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
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

/** Something of a use that stands under a condition of its own. */
interface Part {
  guard: Predicate;
  at: SourceRef;
  /** What the finding says of it. */
  report: (because: string) => Diagnostic;
  what: string;
}

function checkInputs(context: ProveContext, use: BoundUse, told: ReadonlySet<string>): void {
  checkDemands(context, use, use.demands, true, told);
  const condition = (what: string, guard: Predicate, at: SourceRef): Part => ({
    guard,
    at,
    what: `the condition on ${what} of "${use.name}" ever holds`,
    report: (because) =>
      createDiagnostic('prove/unreachable-condition', { step: use.name, what, because }, at, relatedTo(use)),
  });
  const parts = [
    ...use.outputs.map(({ key, guard, at }) => condition(`"${key}"`, guard, at)),
    ...use.waits.map(({ block, when, at }) => condition(`"${block}"`, when, at)),
    ...use.pauses.map(({ when }, index) =>
      condition('a pause', when, { file: use.file, pointer: `/pauses/${index}` }),
    ),
  ];
  for (const part of parts) isReached(context, use, true, part, told);
}

function checkDemands(
  context: ProveContext,
  use: BoundUse,
  demands: readonly Demand[],
  around: Predicate,
  told: ReadonlySet<string>,
): void {
  for (const demand of demands) {
    const { guard, at } = demand;
    const input = demand.kind === 'choice' ? demand.groups.flat().map(nameOf).join(' / ') : demand.key;
    const report = (because: string) =>
      createDiagnostic('prove/unreachable-input', { step: use.name, input, because }, at, relatedTo(use));
    const what = `"${use.name}" ever takes "${input}"`;
    const reached = isReached(context, use, around, { guard, at, report, what }, told);
    if (reached && demand.kind === 'choice')
      for (const group of demand.groups) checkDemands(context, use, group, all(around, guard), told);
  }
}

function nameOf(demand: Demand): string {
  return demand.kind === 'choice' ? demand.groups.flat().map(nameOf).join(' / ') : demand.key;
}

function relatedTo(use: BoundUse): { related: { at: SourceRef; message: string }[] } {
  return { related: use.at.map((at) => ({ at, message: `"${use.name}" is used here` })) };
}

/** Whether a part of a use ever counts; says so where it does not, unless its own condition has been told of. */
function isReached(
  context: ProveContext,
  use: BoundUse,
  around: Predicate,
  part: Part,
  told: ReadonlySet<string>,
): boolean {
  if (told.has(placeOf({ ...part.at, pointer: `${part.at.pointer}/when` }))) return false;
  if (part.guard === true) return true;
  const found = context.possible(use.guard, around, part.guard);
  if (found.verdict === 'unknown') context.undecided(part.what, found.because, part.at);
  if (found.verdict === 'no')
    context.report(part.report(sayNever([all(use.guard, around), part.guard], context.possible)));
  return found.verdict !== 'no';
}
