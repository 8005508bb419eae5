import { conditionsOf, partRules } from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { createStepGraph } from '../../graph/index.js';
import type { Edge } from '../../graph/index.js';
import { isFieldOf } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, fieldsOf, forEachTest } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import { listOf } from '../../messages/index.js';
import { tell } from '../messages.js';

/** What has to be known before a field is asked. */
interface Waiting {
  when: Predicate;
  at: SourceRef;
}

/**
 * Questions that are asked only if another one has been answered, and that one only if this one has.
 * A field comes up without further ado where something else than an input rests on it, where something supplies it, or
 * where no input takes it; otherwise where the condition of one of its inputs can hold by what has come up
 * before. What never comes up in this way waits in a ring.
 * @returns the fields that never come up
 */
export function checkDeadlocks(context: ProveContext): ReadonlySet<string> {
  const waiting = waitingFields(context);
  const known = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [field, { when }] of waiting) {
      if (
        known.has(field) ||
        withoutUnknown(when, (other) => known.has(other) || !waiting.has(other)) === false
      )
        continue;
      known.add(field);
      grown = true;
    }
  }
  const stuck = [...waiting].filter(([field]) => !known.has(field));
  const inside = new Set(stuck.map(([field]) => field));
  const edges = stuck.flatMap(([field, { when, at }]): Edge<SourceRef>[] =>
    [...fieldsOf(when)]
      .filter((other) => inside.has(other))
      .map((other) => ({ from: other, to: field, data: at })),
  );
  for (const { cycle } of createStepGraph([...inside].sort(), edges).cycles()) {
    if (cycle !== undefined) reportRing(context, cycle);
  }
  return inside;
}

function reportRing(context: ProveContext, cycle: readonly Edge<SourceRef>[]): void {
  const chain = listOf([...cycle.map(({ from }) => from), cycle[0]!.from], 'then');
  const related = cycle.map(({ from, to, data }) => ({
    at: data,
    ...tell('deadlock.asked-after', { to, from }),
  }));
  // Nobody comes to answer any of them: an applicant of whom nothing is known shows it.
  const { witness } = context.witness({});
  context.report(createDiagnostic('prove/deadlock', { chain }, cycle[0]!.data, { related, witness }));
}

/** The fields that are asked under a condition only. */
function waitingFields({ composed, bound }: ProveContext): Map<string, Waiting> {
  const free = new Set<string>();
  const release = (predicate: Predicate) => {
    for (const field of fieldsOf(predicate)) free.add(field);
  };
  for (const use of bound.uses) {
    for (const { part, predicate } of conditionsOf(use))
      if (partRules[part].asks && !partRules[part].gates) release(predicate);
  }
  for (const { require } of bound.eligibility) release(require);
  const found = new Map<string, Waiting>();
  for (const { use, leaf, choice } of composed.needs.needs) {
    if (leaf.kind !== 'field' || free.has(leaf.key)) continue;
    if (composed.origins.sourcesOf(leaf.key, use.name).length > 0) continue;
    const when = choice === undefined ? leaf.guard : all(choice.guard, leaf.guard);
    const present = found.get(leaf.key);
    const at = { ...leaf.at, pointer: `${leaf.at.pointer}/when` };
    found.set(leaf.key, present === undefined ? { when, at } : { ...present, when: any(present.when, when) });
  }
  for (const role of bound.roles.values()) {
    if (role.guard === true) continue;
    // A role whose taking part is to be told by itself: even a field that decides a use cannot be asked then.
    forEachTest(role.guard, ({ field }) => {
      if (!isFieldOf(role.name, field)) return;
      found.set(field, { when: role.guard, at: { file: bound.file, pointer: `/roles/${role.name}/when` } });
    });
  }
  return found;
}

/** The predicate with every test of a field that cannot be answered yet taken as not met. */
function withoutUnknown(predicate: Predicate, isKnown: (field: string) => boolean): Predicate {
  if (typeof predicate === 'boolean') return predicate;
  if ('field' in predicate) return isKnown(predicate.field) ? predicate : false;
  if ('all' in predicate) return all(...predicate.all.map((part) => withoutUnknown(part, isKnown)));
  if ('any' in predicate) return any(...predicate.any.map((part) => withoutUnknown(part, isKnown)));
  return withoutUnknown(predicate.of, isKnown);
}
