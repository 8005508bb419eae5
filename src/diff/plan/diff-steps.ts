import { compareCodeUnits, fromEntries, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { BoundAct, BoundUse, ComposedBundle } from '../../compose/index.js';
import { choicesRole } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { factsOf, keyOf, not, substitute } from '../../predicate/index.js';
import { situation } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';
import { diffActs } from '../terms/diff-acts.js';

/** Which steps there are, when each takes place, and whether the applicant may leave it out. */
export function diffSteps(comparison: Comparison): void {
  const { old: before, new: after, add } = comparison;
  const [old, now] = [usesOf(before), usesOf(after)];
  for (const step of [...new Set([...old.keys(), ...now.keys()])].sort(compareCodeUnits)) {
    const [from, to] = [old.get(step), now.get(step)];
    const title = (to ?? from)!.block.title;
    const subject = { step, ...omitUndefined({ title }) };
    const places = { subject, old: from?.at[0], new: to?.at[0] };
    if (from === undefined) add({ ...places, kind: 'step-added', grade: 'breaking', after: to!.block.id });
    else if (to === undefined)
      add({ ...places, kind: 'step-removed', grade: 'breaking', before: from.block.id });
    else {
      const words = { before: from.block.id, after: to.block.id };
      if (from.block.id !== to.block.id)
        add({ ...places, ...words, kind: 'step-replaced', grade: 'breaking' });
      if (from.each !== to.each) {
        const each = { before: from.each ?? null, after: to.each ?? null };
        add({ ...places, ...each, kind: 'step-repeats', grade: 'breaking' });
      }
      if (!from.choice && to.choice) add({ ...places, kind: 'choice-added', grade: 'compatible' });
      if (from.choice && !to.choice) add({ ...places, kind: 'choice-removed', grade: 'breaking' });
      diffGuards(comparison, from, to, places);
      diffActs(
        atStep(comparison, subject),
        from,
        to,
        (was, is) => isArranged(from, was) || isArranged(to, is),
      );
    }
  }
}

/** Steps have the names of their blocks, unless the bundle names them. */
export function diffStepNames({ new: after, add }: Comparison, oldNames: ReadonlyMap<string, string>): void {
  const given = new Set(
    after.bound.bundle.uses
      .flatMap((use) => ('oneOf' in use ? use.oneOf : [use]))
      .flatMap((use) => use.as ?? []),
  );
  for (const { name, block, at } of after.bound.uses) {
    const old = oldNames.get(block.id);
    if (old === undefined || given.has(name) || !name.startsWith(block.id)) continue;
    const subject = { step: name, ...omitUndefined({ title: block.title }) };
    const words = { before: `${old}${name.slice(block.id.length)}`, after: name };
    add({ subject, ...words, kind: 'step-renamed', grade: 'breaking', new: at[0] });
  }
}

function usesOf({ bound }: ComposedBundle): Map<string, BoundUse> {
  return new Map(bound.uses.filter(({ guard }) => guard !== false).map((use) => [use.name, use]));
}

function atStep(comparison: Comparison, subject: FoundChange['subject']): Comparison {
  return {
    ...comparison,
    add: (change) => comparison.add({ ...change, subject: { ...subject, ...change.subject } }),
  };
}

/** Is it the bundle that says who does this, and not the block? */
function isArranged({ file }: BoundUse, act: BoundAct | undefined): boolean {
  return act !== undefined && act.ref.file !== file;
}

type Places = Pick<Parameters<Comparison['add']>[0], 'subject' | 'old' | 'new'>;

function diffGuards(comparison: Comparison, from: BoundUse, to: BoundUse, places: Places): void {
  const { old: before, new: after, add, possible } = comparison;
  const [was, is] = [wanted(before, from.guard), wanted(after, to.guard)];
  if (keyOf(was) === keyOf(is)) return;
  const words = { before: was as JsonValue, after: is as JsonValue };
  const gone = possible(was, not(is));
  if (gone.verdict === 'yes')
    add({
      ...places,
      ...words,
      kind: 'step-narrowed',
      grade: 'breaking',
      counterexample: situation(gone.facts),
    });
  else if (gone.verdict === 'unknown')
    add({ ...places, ...words, kind: 'step-narrowed', grade: 'unknown', because: gone.because });
  const more = possible(is, not(was));
  if (more.verdict === 'yes') add({ ...places, ...words, kind: 'step-widened', grade: 'compatible' });
  else if (more.verdict === 'unknown')
    add({ ...places, ...words, kind: 'step-widened', grade: 'unknown', because: more.because });
}

/** The condition of a step for somebody who leaves nothing out. */
export function wanted({ bound }: ComposedBundle, guard: Predicate): Predicate {
  if (bound.choices.size === 0) return guard;
  const choices: JsonObject = fromEntries([...bound.choices.keys()].map((name) => [name, true]));
  return substitute(guard, factsOf({ [choicesRole]: choices }));
}
