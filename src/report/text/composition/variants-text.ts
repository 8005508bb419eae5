import type { PlanStep } from '../../../model/index.js';
import { channelText } from '../words/channel-text.js';
import { conditionalText } from '../words/condition-text.js';
import { durationText } from '../words/duration-text.js';
import { hanging } from '../layout/grouped-lines.js';
import type { View } from '../view.js';

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
