import { expect, it } from 'vitest';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { HandlerContext } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

it('calls a handler once for an attempt, though the outcomes of several steps come at once', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const plan = buildPlan({ steps: names.map((id) => ({ id })) });
  const calls: string[] = [];
  let failing = true;
  const handle = ({ idempotencyKey, attempt }: { idempotencyKey: string; attempt: number }) => {
    calls.push(`${idempotencyKey} ${attempt}`);
    if (failing && idempotencyKey.includes('/f#')) throw new Error('Not now.');
    return { status: 'pending' as const };
  };
  const clock = createManualClock(begin);
  const blocks = Object.fromEntries(
    names.map((id) => [id, (_input: never, context: HandlerContext) => handle(context)]),
  );
  const runner = await createRunner({ handlers: { blocks }, clock, retry: { attempts: 3 } });
  await Promise.all(['one', 'two', 'three'].map((id) => runner.start(plan, { answers: {}, id })));
  await runner.idle();
  failing = false;
  for (let next = clock.next(); next !== undefined; next = clock.next()) {
    clock.advanceTo(next);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await runner.idle();
  }
  const view = (await runner.case('one'))!;
  await runner.stop();
  expect(calls).toHaveLength(new Set(calls).size);
  expect(calls).toHaveLength(3 * 7);
  expect(view.steps.map(({ status }) => status)).toEqual(names.map(() => 'pending'));
});
