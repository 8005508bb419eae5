import { omitUndefined, pointer } from '../base/index.js';
import { ofItem } from '../compose/index.js';
import type { ComposedBundle, UseCheck } from '../compose/index.js';
import { keyOfAll } from '../model/index.js';
import { workingDaysOf } from '../time/index.js';
import type { Dependency, PlanStep } from '../model/index.js';
import { whenOf } from './bindings.js';
import { inputSchema } from './step-schema.js';

/**
 * A commitment is checked when the matter that took it has been approved. Whoever checks is given what the matter was given:
 * nothing is asked or read anew for it.
 */
export function checkStep(
  composed: ComposedBundle,
  { use, step, leaf, commitment, check }: UseCheck,
  after: Dependency[],
): PlanStep {
  const { text = '', consequence = '' } = commitment;
  return {
    id: step,
    kind: 'check',
    title: check.what,
    ...omitUndefined({ authority: check.by ?? use.block.authority }),
    ...(use.each === undefined ? {} : { each: pointer(use.each) }),
    ...whenOf(use.each === undefined ? use.guard : ofItem(use.guard, use.each)),
    after,
    deadline: { promised: check.within, workingDays: workingDaysOf(check.within) },
    check: {
      of: use.name,
      block: use.block.id,
      input: leaf.blockKey,
      material: keyOfAll(leaf.key),
      text,
      consequence,
    },
    in: {},
    out: {},
    input: inputSchema(composed, use),
    output: { type: 'object', properties: {}, additionalProperties: false },
    onReject: 'stop-dependants',
  };
}
