import type { PlanStep } from '../../model/index.js';
import { ifText } from './condition-text.js';
import { hanging } from './grouped-lines.js';
import type { View } from './view.js';

/** The limits and channels of a step in some situations. */
export function variantLines({ variants = [] }: PlanStep, indent: number, view: View): string[] {
  return variants.flatMap(({ when, deadline, channels }) => {
    const what = [deadline?.promised ?? deadline?.statutory, channels?.join(', ')].filter(
      (part) => part !== undefined,
    );
    return hanging(`${what.join(', ')} ${ifText(when)}`, indent, view);
  });
}
