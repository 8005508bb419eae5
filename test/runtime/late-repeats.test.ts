/** Calls of hosts that are delivered again, long after what came of them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { Answer, HandlerContext, ManualClock, Runner, StepView } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

const plan = buildPlan({
  steps: [{ id: 'a', in: { 'person.name': true }, deadline: { promised: '5wd', workingDays: 5 } }],
});
let clock: ManualClock;
let runner: Runner;
let token = '';

beforeEach(async () => {
  clock = createManualClock('2026-09-21T09:00:00.000+08:00');
  const a = (_: unknown, context: HandlerContext) => {
    token = context.token;
    return { status: 'pending' as const };
  };
  runner = await createRunner({ clock, handlers: { blocks: { a } } });
  await runner.start(plan, { id: 'c', answers: { person: { name: 'v0' } } });
  await runner.idle();
});

async function step(): Promise<StepView> {
  await runner.idle();
  return (await runner.case('c'))!.steps[0]!;
}

describe('a pause', () => {
  it('that is delivered again after the clock goes on does not stop it', async () => {
    for (const [reason, id] of [
      ['hearing'],
      ['appraisal'],
      ['hearing', 'notice-2'],
      [undefined, 'notice-3'],
    ]) {
      expect(await runner.pause(token, reason, id)).toMatchObject({ accepted: true });
      expect(await runner.pause(token, reason, id)).toMatchObject({ accepted: true });
      expect((await step()).paused).toBe(true);
      expect(await runner.resume(token, id)).toMatchObject({ accepted: true });
      expect(await runner.pause(token, reason, id)).toMatchObject({ refusal: { code: 'stale' } });
      expect((await step()).paused).toBeUndefined();
    }
  });

  it('goes on while the end of an earlier one is delivered again', async () => {
    await runner.pause(token, 'hearing', 'notice-1');
    await runner.resume(token, 'notice-1');
    await runner.pause(token, 'hearing', 'notice-2');
    expect(await runner.resume(token, 'notice-1')).toMatchObject({ refusal: { code: 'stale' } });
    expect(await runner.resume(token, 'nobody')).toMatchObject({ refusal: { code: 'stale' } });
    expect((await step()).paused).toBe(true);
    expect(await runner.resume(token)).toMatchObject({ accepted: true });
  });
});

describe('a supplement', () => {
  const again: Answer = { status: 'returned', needs: ['person.name'] };

  it('that is delivered again does not count for the next return', async () => {
    await runner.complete(token, again);
    const v1 = { '/person/name': 'v1' };
    const [first] = (await runner.case('c'))!.needs;
    expect(await runner.supplement('c', 'a', v1, first!.returned)).toMatchObject({ accepted: true });
    await runner.idle();
    await runner.complete(token, again);
    const [second] = (await runner.case('c'))!.needs;
    expect(second!.returned).toBe(first!.returned + 1);
    for (const returned of [first!.returned, undefined]) {
      const receipt = await runner.supplement('c', 'a', v1, returned);
      expect(receipt).toMatchObject({ refusal: { code: 'stale' } });
    }
    expect(await runner.supplement('c', 'a', v1, second!.returned)).toMatchObject({ accepted: true });
    expect((await step()).round).toBe(3);
  });

  it('of another value needs no name', async () => {
    await runner.complete(token, again);
    await runner.supplement('c', 'a', { '/person/name': 'v1' });
    await runner.idle();
    await runner.complete(token, again);
    expect(await runner.supplement('c', 'a', { '/person/name': 'v2' })).toMatchObject({ accepted: true });
  });
});

describe('a limit', () => {
  it('that passed before the answer came is told, though no timer ran in between', async () => {
    const notices = runner.events();
    // Time has gone by, and whoever wanted to be called was not: the process was asleep.
    const late = '2026-12-24T09:00:00.000+08:00';
    clock.now = () => late;
    await runner.complete(token, { status: 'approved', output: {} });
    expect(await step()).toMatchObject({ status: 'approved', overdue: true });
    const { value } = (await notices.next()) as { value: { transitions: { type: string }[] } };
    expect(value.transitions.map(({ type }) => type)).toContain('deadline-passed');
  });
});
