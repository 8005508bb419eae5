import { canonicalJson, groupBy } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { all, fieldsOf, not } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import { sayNever } from '../say.js';
import { listOf } from '../../messages/index.js';
import { tell } from '../messages.js';

/** Places of conditions. */
export interface Verdicts {
  never: ReadonlySet<string>;
  open: ReadonlySet<string>;
}

/**
 * Conditions that decide something: each can hold, and each can fail to.
 * @returns the places of those that never hold, and of those of which it is not known: their consequences are no
 * findings of their own
 */
export function checkConditions(context: ProveContext): Verdicts {
  const never = new Set<string>();
  const open = new Set<string>();
  for (const [place, bound] of groupBy(context.bound.conditions, ({ at }) => placeOf(at))) {
    // A block that is used twice is bound twice; its condition has a meaning where one of the two has.
    const verdicts = bound.map(({ predicate }) => ({ predicate, found: context.possible(predicate) }));
    const { at } = bound[0]!;
    if (verdicts.every(({ found }) => found.verdict === 'no')) {
      never.add(place);
      const isRequirement = at.pointer.endsWith('/require');
      const because = sayNever([verdicts[0]!.predicate], context.possible);
      if (!isRequirement) context.report(createDiagnostic('prove/condition-never', { because }, at));
      continue;
    }
    const undecided = verdicts.find(({ found }) => found.verdict === 'unknown');
    if (undecided?.found.verdict === 'unknown') {
      open.add(place);
      context.undecided(tell('undecided.condition'), undecided.found.because, at);
    } else {
      checkAlways(context, bound);
      checkBranches(context, bound);
    }
  }
  return { never, open };
}

/** Each branch of a list can hold in some use: else what is written there is as good as not written. */
function checkBranches(context: ProveContext, bound: ProveContext['bound']['conditions']): void {
  const all = bound.flatMap(({ branches = [] }) => branches);
  for (const branches of groupBy(all, ({ at }) => placeOf(at)).values()) {
    const { at, predicate } = branches[0]!;
    if (branches.some((branch) => context.possible(branch.predicate).verdict !== 'no')) continue;
    const because = sayNever([predicate], context.possible);
    context.report(createDiagnostic('prove/branch-never', { because }, at));
  }
}

function checkAlways(context: ProveContext, bound: ProveContext['bound']['conditions']): void {
  const { at } = bound[0]!;
  const isAlways = bound.every(({ predicate }) => context.possible(not(predicate)).verdict === 'no');
  const fields = new Set(bound.flatMap(({ predicate }) => [...fieldsOf(predicate)]));
  if (!isAlways) return;
  const named = fields.size === 0 ? tell('always.what-it-tests') : listOf(fields, 'comma');
  context.report(createDiagnostic('prove/condition-always', { fields: named }, at));
}

/** Requirements that somebody can meet where they are made. */
export function checkEligibility(context: ProveContext, { never, open }: Verdicts): void {
  for (const use of context.bound.uses) {
    if (context.possible(use.guard).verdict === 'no') continue;
    for (const { require, at } of use.eligibility) {
      const found = context.possible(all(use.guard, require));
      const place = placeOf({ ...at, pointer: `${at.pointer}/require` });
      if (found.verdict === 'unknown' && !open.has(place))
        context.undecided(tell('undecided.eligibility', { step: use.name }), found.because, at);
      if (found.verdict !== 'no') continue;
      const together = never.has(place) ? [require] : [use.guard, require];
      const related = use.at.map((place) => ({ at: place, ...sayNever(together, context.possible) }));
      context.report(createDiagnostic('compose/eligibility-impossible', { step: use.name }, at, { related }));
    }
  }
  for (const { require, at } of context.bound.eligibility) {
    if (context.possible(require).verdict !== 'no') continue;
    const { bundle } = context.bound;
    context.report(createDiagnostic('compose/eligibility-impossible', { step: bundle.id }, at));
  }
}

/** One text for one place. */
export function placeOf(at: { file: string; pointer: string }): string {
  return canonicalJson([at.file, at.pointer]);
}
