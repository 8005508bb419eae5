import { conditionsOf, partRules, usedHere } from '../../compose/index.js';
import type { BoundUse, UseCondition } from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { all, any } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import { sayNever } from '../say.js';
import { placeOf } from './conditions.js';
import type { Verdicts } from './conditions.js';
import { tell } from '../messages.js';

/** Every use takes part, and every input is taken, in some situation. */
export function checkReachability(context: ProveContext, { never, open }: Verdicts): void {
  const alternatives = new Set(
    context.bound.oneOfs.flatMap((oneOf) => oneOf.alternatives.map(({ at }) => placeOf(at))),
  );
  for (const use of context.bound.uses) {
    const found = context.possible(use.guard);
    const isOpen = use.at.some((place) => open.has(placeOf({ ...place, pointer: `${place.pointer}/when` })));
    if (found.verdict === 'unknown' && !isOpen)
      context.undecided(tell('undecided.use', { use: use.name }), found.because, use.at[0]!);
    if (found.verdict === 'no') reportUse(context, use, never, alternatives);
    else if (!isOpen) checkParts(context, use, new Set([...never, ...open]));
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

/** What the parts of a use say of the situations in which it takes part: each of them holds in some. */
function checkParts(context: ProveContext, use: BoundUse, told: ReadonlySet<string>): void {
  for (const condition of conditionsOf(use)) {
    const { neverHolds } = partRules[condition.part];
    if (neverHolds === 'unreachable-input' || neverHolds === 'unreachable-condition')
      checkPart(context, use, condition, neverHolds, told);
  }
}

function checkPart(
  { possible, report, undecided }: ProveContext,
  use: BoundUse,
  { part, predicate, around, named, at }: UseCondition,
  neverHolds: 'unreachable-input' | 'unreachable-condition',
  told: ReadonlySet<string>,
): void {
  const isTold = told.has(placeOf({ ...at, pointer: `${at.pointer}/when` }));
  if (predicate === true || isTold) return;
  // What stands around it never holds, or is not known to, and has its own finding.
  if (around !== true && possible(use.guard, around).verdict !== 'yes') return;
  if (part === 'act' && isBehindAll(use, at)) return;
  const found = possible(use.guard, around, predicate);
  const isInput = neverHolds === 'unreachable-input';
  if (found.verdict === 'unknown') {
    const what = isInput
      ? tell('undecided.input', { step: use.name, input: nameOf(named) })
      : tell('undecided.part', { step: use.name, what: named });
    undecided(what, found.because, at);
  }
  if (found.verdict !== 'no') return;
  const because = sayNever([all(use.guard, around), predicate], possible);
  const related = usedHere(use);
  report(
    isInput
      ? createDiagnostic('prove/unreachable-input', { step: use.name, input: nameOf(named), because }, at, {
          related,
        })
      : createDiagnostic('prove/unreachable-condition', { step: use.name, what: named, because }, at, {
          related,
        }),
  );
}

function nameOf(named: UseCondition['named']): string {
  return 'name' in named ? named.name : named.message;
}

/** An act behind one without a condition is told of with the block. */
function isBehindAll({ acts }: BoundUse, at: SourceRef): boolean {
  const own = acts.findIndex(({ ref }) => ref === at);
  const earlier = acts.slice(0, own).filter(({ act }) => act === acts[own]!.act);
  return any(...earlier.map(({ when }) => when)) === true;
}
