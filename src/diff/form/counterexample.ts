import type { JsonObject, JsonSchema } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import type { Counterexample } from '../../model/index.js';
import { accepts, witness } from '../../schema/index.js';
import { completeAnswers } from './complete-answers.js';
import type { FormSide } from './complete-answers.js';

/** Cells of the last resort: the whole form is a large question. */
const lastBudget = 300;

/**
 * Answers that the old form takes and the new one refuses.
 * @param given what they must hold, shaped like the form
 * @param options what they must lack, and a schema that they meet besides
 */
export function refusedAnswers(
  before: FormSide,
  after: FormSide,
  given: JsonObject,
  options: { without?: string; meets?: JsonSchema } = {},
): Counterexample | undefined {
  const answers = completeAnswers(before, given, options.without);
  if (isRefused(before, after, answers)) return { kind: 'answers', value: answers };
  if (options.meets === undefined) return undefined;
  const found = witness({ allOf: [before.schema, options.meets] }, { budget: lastBudget });
  if (found.verdict !== 'yes' || !isObject(found.instance)) return undefined;
  return isRefused(before, after, found.instance) ? { kind: 'answers', value: found.instance } : undefined;
}

/** Valid before, and not any more. */
function isRefused(before: FormSide, after: FormSide, answers: JsonObject): boolean {
  return accepts(before.schema, answers) === true && accepts(after.schema, answers) === false;
}
