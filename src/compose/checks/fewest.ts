import { createDiagnostic } from '../../diagnostics/index.js';
import { tell } from '../messages.js';
import type { CheckContext } from './check-context.js';

/** What is asked and what is recommended is the least that is possible; where that is not proven, this is said. */
export function checkFewest({ bound, origins, openChoices, report }: CheckContext): void {
  const { file } = bound;
  const { open } = origins;
  if (open.length > 0) {
    const args = { count: open.length, first: open[0]! };
    report(createDiagnostic('compose/questions-open', args, { file, pointer: '/registries' }));
  }
  const [choice] = openChoices;
  if (choice === undefined) return;
  const related = openChoices.map(({ use, choice: { at } }) => ({
    at,
    ...tell('choice.of-use', { use: use.name }),
  }));
  report(
    createDiagnostic('compose/alternatives-open', { count: openChoices.length }, choice.choice.at, {
      related,
    }),
  );
}
