import { contentHash, isObject, own } from '../../base/index.js';
import { assertArguments, UsageError, listOf } from '../../messages/index.js';
import { checkPublished } from '../../catalogue/index.js';
import type { Plan } from '../../model/index.js';
import { missingHandlers } from './call-handler.js';
import { tell } from './messages.js';
import type { Handlers } from './ports.js';

/** The format of plans that this version runs. */
const planFormat: Plan['formatVersion'] = 2;

/**
 * Is it a plan, and the one that its hash says?
 * @throws UsageError `usage/plan`
 */
export function assertPlan(plan: Plan): void {
  // Of a plan of another format each difference would be told as a mistake of its own.
  const found: unknown = isObject(plan) ? own(plan, 'formatVersion') : undefined;
  if (typeof found === 'number' && found !== planFormat) {
    const args = { found, known: planFormat };
    throw new UsageError(tell('usage/plan:format', args), tell('usage/plan:compose'));
  }
  const issue = checkPublished('plan', plan)[0];
  if (issue !== undefined) {
    const { pointer } = issue;
    throw new UsageError(pointer === '' ? tell('usage/plan') : tell('usage/plan:at', { pointer }));
  }
  const { hash, ...rest } = plan;
  if (contentHash(rest) !== hash) throw new UsageError(tell('usage/plan:hash'), tell('usage/plan:compose'));
}

/**
 * Is there a handler for everything that the plan hands over?
 * @throws UsageError `usage/missing-handler`
 */
export function assertHandlers(plan: Plan, handlers: Handlers): void {
  const kinds = { plan: 'from composeBundle().plan', handlers: 'object' } as const;
  assertArguments('assertHandlers', kinds, { plan, handlers });
  assertArguments('assertHandlers', { blocks: 'object' }, { ...handlers });
  const missing = missingHandlers(plan.steps, handlers);
  if (missing.length === 0) return;
  throw new UsageError(
    tell('usage/missing-handler', { plan: plan.id, handlers: listOf(missing, 'comma') }),
    tell('usage/missing-handler:help'),
  );
}
