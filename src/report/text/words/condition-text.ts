import { assertArguments } from '../../../messages/index.js';
import { sayIn } from '../../../languages/index.js';
import type { Say } from '../../../languages/index.js';
import type { Predicate } from '../../../model/index.js';
import { conditionMessage } from '../../../predicate/index.js';

/** A condition in one line, by the names that the documents use: `mother.insurance = employee and …`. */
export function conditionText(predicate: Predicate, say: Say = sayIn('en')): string {
  assertArguments('conditionText', { predicate: 'condition', say: 'function' }, { predicate, say });
  return say('condition.itself', { condition: conditionMessage(predicate) });
}

/** `if …`, or nothing where it always holds. */
export function ifText(when: Predicate | undefined, say: Say): string {
  return when === undefined || when === true
    ? ''
    : say('condition.if', { condition: conditionText(when, say) });
}

/** A text with the condition under which it counts, and the text alone where it always does. */
export function conditionalText(text: string, when: Predicate | undefined, say: Say): string {
  const condition = ifText(when, say);
  if (condition === '' || text === '') return text + condition;
  return say('condition.aside', { text, condition });
}
