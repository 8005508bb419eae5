import type { UnmetDemand } from '../../../model/index.js';
import { hanging } from '../layout/grouped-lines.js';
import type { View } from '../view.js';

/** What is demanded and not met, in the words of the authors; nothing where there is nothing of the kind. */
export function unmetLines(unmet: readonly UnmetDemand[] = [], view: View): string[] {
  if (unmet.length === 0) return [];
  return [
    view.style.bold(view.say('unmet.heading')),
    ...unmet.flatMap(({ step, otherwise }) => {
      const text = view.title(otherwise, '');
      return hanging(step === undefined ? text : view.say('unmet.of', { step, text }), 2, view);
    }),
  ];
}
