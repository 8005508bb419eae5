import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { forEachTest } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import { fieldParts } from '../../model/index.js';

/** Conditions on what an authority decides, in a bundle in which no authority does. */
export function checkLate(context: ProveContext): void {
  const { composed, bound } = context;
  const tested = new Map<string, SourceRef>();
  for (const { predicate, at } of bound.conditions) {
    forEachTest(predicate, ({ field }) => {
      if (!tested.has(field)) tested.set(field, at);
    });
  }
  const taken = new Set(composed.needs.needs.map(({ leaf }) => leaf.key));
  for (const [field, at] of tested) {
    if (taken.has(field) || composed.origins.sourcesOf(field).length > 0) continue;
    const role = bound.roles.get(fieldParts(field).role);
    if (role === undefined) continue;
    const block = composed.catalogue.yielderOf(role.type, fieldParts(field).element);
    if (block === undefined) continue;
    const present = bound.uses.find((use) => use.block.id === block);
    // Where its producer is there and never taken, the use is what is wrong.
    if (present !== undefined) continue;
    context.report(createDiagnostic('prove/late-unproduced', { field, block }, at));
  }
}
