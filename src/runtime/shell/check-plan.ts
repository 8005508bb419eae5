import { contentHash } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import { checkPublished } from '../../catalogue/index.js';
import type { Plan } from '../../model/index.js';
import { missingHandlers } from './call-handler.js';
import type { Handlers } from './ports.js';

/**
 * Is it a plan, and the one that its hash says?
 * @throws UsageError `usage/plan`
 */
export function assertPlan(plan: Plan): void {
  const issue = checkPublished('plan', plan)[0];
  if (issue !== undefined) {
    const where = issue.pointer === '' ? '' : ` at "${issue.pointer}"`;
    throw new UsageError('usage/plan', `What is to be run is no plan${where}.`);
  }
  const { hash, ...rest } = plan;
  if (contentHash(rest) !== hash) {
    throw new UsageError('usage/plan', 'The plan is not what its hash says.', 'Compose it anew.');
  }
}

/**
 * Is there a handler for everything that the plan hands over?
 * @throws UsageError `usage/missing-handler`
 */
export function assertHandlers(plan: Plan, handlers: Handlers): void {
  const missing = missingHandlers(plan.steps, handlers);
  if (missing.length === 0) return;
  throw new UsageError(
    'usage/missing-handler',
    `The plan "${plan.id}" needs handlers that are not there: ${missing.join(', ')}.`,
    'Hand them over with the others; `onething types` generates the type that lists them.',
  );
}
