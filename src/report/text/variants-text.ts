import type { PlanStep } from '../../model/index.js';
import { channelText } from './channel-text.js';
import { conditionalText } from './condition-text.js';
import { durationText } from './duration-text.js';
import { hanging } from './grouped-lines.js';
import type { View } from './view.js';

/** The limits and channels of a step in some situations. */
export function variantLines({ variants = [] }: PlanStep, indent: number, view: View): string[] {
  return variants.flatMap(({ when, deadline, channels }) => {
    const { say } = view;
    const limit = deadline?.promised ?? deadline?.statutory;
    const what = [
      limit === undefined ? undefined : durationText(limit, view),
      ...(channels ?? []).map((channel) => channelText(channel, say)),
    ].filter((part) => part !== undefined);
    return hanging(conditionalText(what.join(say('plan.separator')), when, say), indent, view);
  });
}
