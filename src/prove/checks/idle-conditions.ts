import { createDiagnostic } from '../../diagnostics/index.js';
import { all, not } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import { listOf } from '../../messages/index.js';

/**
 * A condition on an input that decides nothing: the field is asked all the same, wherever the block is taken, since
 * something else is decided by it.
 * @param stuck fields that wait for each other, which has been told
 */
export function checkIdleConditions(
  { composed, possible, report }: ProveContext,
  stuck: ReadonlySet<string>,
): void {
  const { needs, questions } = composed.needs;
  for (const { field, asked, decides } of questions) {
    if (asked === false || stuck.has(field)) continue;
    for (const { use, leaf, choice } of needs) {
      if (leaf.key !== field || choice !== undefined || leaf.input.when === undefined) continue;
      if (possible(use.guard, not(leaf.guard), asked).verdict !== 'yes') continue;
      if (possible(all(use.guard, not(asked))).verdict !== 'no') continue;
      const others = decides.filter((one) => one !== `${use.name}: ${field}`);
      const args = { step: use.name, field, decides: listOf(others, 'comma') };
      const at = { ...leaf.at, pointer: `${leaf.at.pointer}/when` };
      report(createDiagnostic('prove/condition-idle', args, at));
    }
  }
}
