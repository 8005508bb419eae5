/** Why a step stands where it stands, and why an event is refused, in the language of the reader. */
import { describe, expect, it, test } from 'vitest';
import { render } from '../../src/languages/index.js';
import type { Message } from '../../src/messages/index.js';
import {
  assertCaseFormat,
  consider,
  createManualClock,
  createMemoryStore,
  createRunner,
  failureOf,
  initialState,
} from '../../src/runtime/index.js';
import type { CaseEvent, CaseState, Handlers, Refusal } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

const plan = buildPlan({ steps: [{ id: 'done' }, { id: 'approved', after: ['done'] }] });
const at = begin;
const started: CaseEvent = { type: 'started', at, answers: {} };
const attempted: CaseEvent = { type: 'attempted', at, step: 'done', round: 1, attempt: 1 };

function after(...events: CaseEvent[]): CaseState {
  return events.reduce((state, event) => {
    const { state: next, refusal } = consider(plan, state, event);
    expect(refusal).toBeUndefined();
    return next;
  }, initialState(plan.hash));
}

const refusalOf = (event: unknown, ...before: CaseEvent[]): Refusal | undefined =>
  consider(plan, after(...before), event as CaseEvent).refusal;

describe('a reason', () => {
  it('of an authority is shown as it came, in the language of the reader where the authority gave it', () => {
    const answer = (reason: string | Record<string, string>): CaseEvent => ({
      type: 'answered',
      at,
      step: 'done',
      round: 1,
      answer: { status: 'rejected', reason },
    });
    // A word of ours, said by an authority, is a word of the authority.
    const { done, approved } = after(started, attempted, answer('missing')).steps;
    expect(render(done!.because!, 'zh')).toBe('missing');
    expect(render(approved!.because!, 'zh')).toBe('“done”未能通过');
    expect(approved!.because!.message).toBe('"done" did not come through');
    const spoken = after(started, attempted, answer({ en: 'no stamp', zh: '未盖章' })).steps['done']!;
    expect([render(spoken.because!, 'zh'), render(spoken.because!, 'en')]).toEqual(['未盖章', 'no stamp']);
    expect(refusalOf(answer({ zh: 1 } as never), started, attempted)?.code).toBe('malformed');
  });

  it('of a failure names what the handler threw', () => {
    const failed = (error: Message): CaseEvent => ({
      type: 'failed',
      at,
      step: 'done',
      round: 1,
      attempt: 1,
      error,
    });
    const because = (error: unknown) =>
      after(started, attempted, failed(failureOf(error))).steps['done']!.because!;
    expect(render(because(new Error('The case is done.')), 'zh')).toBe('Error: The case is done.');
    expect(render(because(1), 'zh')).toBe('处理程序抛出的不是错误对象。');
    const long = failed({ code: 'x', message: 'y'.repeat(9_000), args: {} });
    expect(after(started, attempted, long).steps['done']!.because!.message).toBe('y'.repeat(2_000));
  });

  it.each([
    ['no message', 'down'],
    ['null', null],
    ['an argument that is null', { code: 'x', message: 'y', args: { a: null } }],
    ['an argument of nothing', { code: 'x', message: 'y', args: { a: {} } }],
    [
      'a list that is joined by nothing',
      { code: 'x', message: 'y', args: { a: { list: [], by: 'toString' } } },
    ],
    ['a text that is no text', { code: 'x', message: 'y', args: { a: { text: { zh: 1 } } } }],
  ])('that is none is refused: %s', (_, error) => {
    const event = { type: 'failed', at, step: 'done', round: 1, attempt: 1, error };
    expect(refusalOf(event, started, attempted)).toMatchObject({ code: 'malformed', args: {} });
  });
});

test('a refusal names steps as they are, whatever they are called', () => {
  const step = 'The case is done." {status}';
  const refusal = refusalOf({ type: 'withdrawn', at, step }, started)!;
  expect(render(refusal, 'zh')).toBe(`办件中没有环节“${step}”。`);
  const cancelled = refusalOf({ type: 'cancelled', at }, started, { type: 'cancelled', at })!;
  expect([cancelled.message, render(cancelled, 'zh')]).toEqual(['The case is cancelled.', '办件撤销。']);
  const settled: CaseEvent = { type: 'withdrawn', at, step: 'done' };
  const again = refusalOf({ ...settled, step: 'done' }, started, settled)!;
  expect([again.message, render(again, 'zh')]).toEqual([
    'The step "done" is already withdrawn.',
    '环节“done”已撤回。',
  ]);
});

test('a state of another format is refused by name and left as it is', async () => {
  const old = { ...after(started), formatVersion: 1 } as unknown as CaseState;
  const verdict = consider(plan, old, { type: 'cancelled', at });
  expect(verdict.state).toBe(old);
  expect(verdict.refusal).toMatchObject({
    code: 'malformed',
    variant: 'format',
    args: { found: 1, known: 2 },
  });
  expect(() => assertCaseFormat({ id: 'c', state: old })).toThrow('The case "c" has the format 1;');

  const memory = createMemoryStore();
  const load = async (id: string) => ({
    id,
    plan: plan.hash,
    seq: 1,
    state: old,
    ...(await memory.load(id)),
  });
  const store = { ...memory, load, loadPlan: () => Promise.resolve(plan) };
  const handlers: Handlers = {
    blocks: { done: () => ({ status: 'pending' }), approved: () => ({ status: 'pending' }) },
  };
  const told: string[] = [];
  const onError = ({ code, said }: { code: string; said: Message }) =>
    told.push(`${code} ${render(said, 'zh')}`);
  const runner = await createRunner({ store, handlers, clock: createManualClock(begin), onError });
  await expect(runner.cancel('c')).rejects.toMatchObject({ code: 'runtime/case-format', isRetryable: false });
  expect(told).toEqual(['runtime/case-format 办件“c”的格式为 1；当前版本读取格式 2。']);
  await runner.stop();
});
