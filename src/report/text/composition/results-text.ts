import type { PlanStep } from '../../../model/index.js';
import { tokensOf } from '../../../base/index.js';
import { basisText } from '../words/basis-text.js';
import { conditionalText } from '../words/condition-text.js';
import { durationText } from '../words/duration-text.js';
import { hanging } from '../layout/grouped-lines.js';
import type { View } from '../view.js';

/** What comes of a step besides what it yields, one line each. */
export function resultLines({ results = [] }: PlanStep, view: View): string[] {
  return results.flatMap(({ result, title, by = [], when }) => {
    const ways = [view.say(`results.${result}`), ...by.map((way) => view.say(`results.${way}`))];
    const text = view.say('results.how', {
      result: view.title(title, ''),
      ways: ways.join(view.say('plan.separator')),
    });
    return hanging(conditionalText(text, when, view.say), 2, view);
  });
}

/** Within which time the applicant has to apply. */
export function applyLines({ apply = [] }: PlanStep, view: View): string[] {
  return apply.flatMap(({ within, after, when, basis = [] }) => {
    const field = tokensOf(after)
      .filter((token) => token !== '*')
      .join('.');
    const text = conditionalText(
      view.say('results.apply', { within: durationText(within, view), field }),
      when,
      view.say,
    );
    return [
      ...hanging(text, 2, view),
      ...basis.flatMap((one) => hanging(view.say('basis.one', { basis: basisText(one, view) }), 4, view)),
    ];
  });
}
