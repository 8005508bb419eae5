import { groupBy } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
import { all } from '../../predicate/index.js';
import { leavesOf } from '../bind/bound.js';
import type { BoundOutput, BoundUse } from '../bind/bound.js';
import { tell } from '../messages.js';
import { witnessCase } from '../tell/witness-case.js';
import { possible } from './check-context.js';
import type { CheckContext } from './check-context.js';

interface Yielded {
  use: BoundUse;
  output: BoundOutput;
  when: Predicate;
}

/**
 * A fact or material that two blocks yield in one situation: which of them counts is not said. A block that takes what it
 * yields renews it.
 */
export function checkYields(context: CheckContext): void {
  const yielded = context.bound.uses.flatMap((use) =>
    use.outputs
      .map((output): Yielded => ({ use, output, when: all(use.guard, output.guard) }))
      .filter(({ output, when }) => when !== false && !takes(use, output.key)),
  );
  for (const [key, list] of groupBy(yielded, ({ output }) => output.key)) {
    const first = list[0]!;
    for (const other of list.slice(1)) {
      if (other.use === first.use) continue;
      const reached = possible(context, first.when, other.when);
      // What is not decided is not claimed: nothing else rests on it.
      if (reached.verdict !== 'yes') continue;
      const args = { one: first.use.name, other: other.use.name, what: key };
      const related = [{ at: first.output.at, ...tell('yielded.here', { use: first.use.name }) }];
      const witness = witnessCase(context.bound, reached.facts);
      context.report(createDiagnostic('compose/yielded-twice', args, other.output.at, { related, witness }));
    }
  }
}

function takes(use: BoundUse, key: string): boolean {
  return [...leavesOf(use.demands)].some((leaf) => leaf.key === key);
}
