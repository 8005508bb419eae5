import { omitUndefined } from '../base/index.js';
import { channelsOf, timesOf } from '../compose/index.js';
import type { BoundUse } from '../compose/index.js';
import { workingDaysOf } from '../time/index.js';
import type { PlanStep } from '../model/index.js';
import { acceptedBy } from './transfer-step.js';

type Deadline = NonNullable<PlanStep['deadline']>;

/** The limits and channels of a step: what holds otherwise on the step itself, what holds in some situations apart. */
export function limitsOfStep(use: BoundUse): Pick<PlanStep, 'deadline' | 'channels' | 'variants'> {
  const times = divided(use, timesOf(use), 'time');
  const channels = divided(use, channelsOf(use), 'channels');
  const variants = [
    ...times.some.map(({ when, value }) => ({ when, deadline: deadlineOf(use, value) })),
    ...channels.some.map(({ when, value }) => ({ when, channels: value })),
  ];
  return {
    ...(times.otherwise === undefined ? {} : { deadline: deadlineOf(use, times.otherwise) }),
    ...omitUndefined({ channels: channels.otherwise }),
    ...(variants.length === 0 ? {} : { variants }),
  };
}

/** What the block itself says, or what the facts have settled, holds where nothing else does. */
function divided<T>(
  use: BoundUse,
  list: readonly { when: NonNullable<PlanStep['when']>; value: T; at: { file: string; pointer: string } }[],
  key: string,
): { otherwise?: T; some: { when: NonNullable<PlanStep['when']>; value: T }[] } {
  const last = list[list.length - 1];
  if (last === undefined) return { some: [] };
  const isOtherwise = last.when === true || (last.at.file === use.file && last.at.pointer === `/${key}`);
  if (!isOtherwise) return { some: [...list] };
  return { otherwise: last.value, some: list.slice(0, -1) };
}

function deadlineOf(
  use: BoundUse,
  { promised, statutory }: Pick<Deadline, 'promised' | 'statutory'>,
): Deadline {
  const limit = promised ?? statutory;
  const since = acceptedBy(use);
  return {
    ...omitUndefined({ promised, statutory }),
    workingDays: limit === undefined ? 0 : workingDaysOf(limit),
    ...omitUndefined({ since }),
  };
}
