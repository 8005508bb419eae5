import type { Plan } from '../../src/model/index.js';
import type { Handlers, Receipt } from '../../src/runtime/index.js';
import { buildPlan } from '../../test/runtime/plan-builder.js';

/** Steps of a case, one after another: each waits for the one before, so nothing but cases runs in parallel. */
export const stepsPerCase = 8;

const ids = Array.from({ length: stepsPerCase }, (_, index) => `s${index}`);

/** A chain of blocks, each of which yields a field. */
export const chain: Plan = buildPlan({
  id: 'chain',
  steps: ids.map((id, index) => ({
    id,
    after: index === 0 ? [] : [`s${index - 1}`],
    out: { [`person.${id}`]: true },
  })),
});

/** A case that waits for an authority, with ten working days to go. */
export const waiting: Plan = buildPlan({
  id: 'waiting',
  calendar: { id: 'c', weekend: [6, 7], holidays: [], workdays: [] },
  steps: [
    { id: 's0', deadline: { promised: '10wd', workingDays: 10 } },
    { id: 's1', after: ['s0'] },
  ],
});

/**
 * Authorities that decide at once, or later.
 * @param last is told when a case has come to its last step
 */
export function handlersFor(answer: 'now' | 'later', last?: () => void): Handlers {
  const handler = (id: string) => () => {
    if (id === ids.at(-1)) last?.();
    return answer === 'later'
      ? { status: 'pending' as const }
      : { status: 'approved' as const, output: { person: { [id]: 'x' } } };
  };
  return { blocks: Object.fromEntries(ids.map((id) => [id, handler(id)])) };
}

/** Starts so many cases, some hundreds at a time. */
export async function startAll(
  cases: number,
  start: (index: number) => Promise<Receipt>,
  together = 500,
): Promise<void> {
  for (let from = 0; from < cases; from += together) {
    const batch = Array.from({ length: Math.min(together, cases - from) }, (_, index) => start(from + index));
    for (const receipt of await Promise.all(batch)) {
      if (!receipt.accepted) throw new Error(`A case is refused: ${receipt.refusal.message}`);
    }
  }
}
