/** How long an attempt may take goes by a clock that nobody sets: the wall clock may be corrected meanwhile. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRunner, createSystemClock } from '../../src/runtime/index.js';
import type { HandlerContext } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

const plan = buildPlan({ steps: [{ id: 'a' }] });
const hourMs = 3_600_000;
const wallClock = Date.now.bind(Date);

/** From now on the wall clock shows so much more. */
function correctBy(ms: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => wallClock() + ms);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ['ahead', hourMs],
  ['back', -hourMs],
])('an attempt while the wall clock is set an hour %s', (_, byMs) => {
  it('lasts as long as it may, and no longer', async () => {
    let aborted: number | undefined;
    let begun!: () => void;
    const isUnderWay = new Promise<void>((resolve) => (begun = resolve));
    const from = performance.now();
    const a = (_input: unknown, { signal }: HandlerContext): Promise<never> => {
      begun();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = performance.now() - from;
          reject(new Error('Aborted.'));
        });
      });
    };
    const runner = await createRunner({
      handlers: { blocks: { a } },
      clock: createSystemClock(),
      attemptTimeoutMs: 400,
      retry: { attempts: 1 },
    });
    await runner.start(plan, { id: 'c', answers: {} });
    await isUnderWay;
    correctBy(byMs);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(aborted).toBeUndefined();
    await vi.waitFor(() => expect(aborted).toBeDefined(), { timeout: 10_000 });
    expect(aborted).toBeGreaterThan(390);
    await vi.waitFor(async () => expect((await runner.case('c'))?.steps[0]?.status).toBe('stalled'), 10_000);
    await runner.stop(0);
  });
});

describe.each([
  ['ahead', hourMs],
  ['back', -hourMs],
])('the clock of the machine, set an hour %s', (_, byMs) => {
  it('calls after the time that has gone by, whatever it shows', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const clock = createSystemClock();
      let calls = 0;
      clock.after(600_000, () => (calls += 1));
      vi.advanceTimersByTime(300_000);
      vi.setSystemTime(Date.now() + byMs);
      vi.advanceTimersByTime(299_000);
      expect(calls).toBe(0);
      vi.advanceTimersByTime(2_000);
      expect(calls).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
