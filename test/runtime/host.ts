import type { JsonObject } from '../../src/base/index.js';
import type { Plan } from '../../src/model/index.js';
import { isOver, msOf } from '../../src/runtime/index.js';
import type {
  Answer,
  CaseView,
  HandlerContext,
  Handlers,
  ManualClock,
  Runner,
} from '../../src/runtime/index.js';
import { worldOf } from './generate.js';

/** A host for generated plans: its handlers and its applicants answer as the world of the seed does. */
export interface Host {
  handlers: Handlers;
  /** Handler calls by idempotency key. */
  calls: Map<string, number>;
  /** Tokens of what was handed over and is not answered yet, by case and step. */
  pending: Map<string, HandlerContext>;
  answer(step: string, round: number): Answer;
}

/** Handlers for a plan, which answer at once, later or only after failing, as the world says. */
export function createHost(plan: Plan, seed: number): Host {
  const world = worldOf(seed);
  const calls = new Map<string, number>();
  const pending = new Map<string, HandlerContext>();
  const roundOf = (context: HandlerContext) => Number(context.idempotencyKey.split('#').at(-1));
  const call = (context: HandlerContext) => {
    calls.set(context.idempotencyKey, (calls.get(context.idempotencyKey) ?? 0) + 1);
    const round = roundOf(context);
    if (context.attempt <= world.failures(context.step, round)) throw new Error('not now');
    if (world.isLater(context.step, round)) {
      pending.set(`${context.case} ${context.step}`, context);
      return { status: 'pending' as const };
    }
    return world.answer(plan, context.step, round);
  };
  const ids = (kind: string) => plan.steps.filter((step) => step.kind === kind).map(({ id }) => id);
  return {
    calls,
    pending,
    answer: (step, round) => world.answer(plan, step, round),
    handlers: {
      blocks: Object.fromEntries(
        ids('block').map((id) => [id, (_: JsonObject, context: HandlerContext) => call(context)]),
      ),
      registries: Object.fromEntries(
        ids('registry').map((id) => [
          id,
          (_: JsonObject, context: HandlerContext): JsonObject => {
            const round = roundOf(context);
            if (context.attempt <= world.failures(context.step, round)) throw new Error('down');
            const answer = world.answer(plan, context.step, round);
            if (answer.status !== 'approved')
              throw Object.assign(new Error('unknown there'), { final: true });
            return answer.output;
          },
        ]),
      ),
      undo: Object.fromEntries(ids('block').map((id) => [id, () => undefined])),
    },
  };
}

/** Answers and waits until the case is over. */
export async function accompany(
  runner: Runner,
  clock: ManualClock,
  id: string,
  host: Host,
  seed: number,
): Promise<CaseView> {
  const world = worldOf(seed);
  for (let tries = 0; tries < 2_000; tries++) {
    await runner.idle();
    const view = (await runner.case(id))!;
    if (isOver(view.status)) return view;
    if (await answerOne(runner, view, host, world)) continue;
    const next = clock.next();
    if (next === undefined) throw new Error(`The case ${id} waits for nothing.`);
    clock.advanceTo(msOf(next) > msOf(clock.now()) ? next : clock.now());
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`The case ${id} does not end.`);
}

async function answerOne(
  runner: Runner,
  view: CaseView,
  host: Host,
  world: ReturnType<typeof worldOf>,
): Promise<boolean> {
  for (const { step } of view.asks) {
    const name = `q${view.steps.find(({ key }) => key === step)!.step.slice(1)}`;
    await runner.fill(view.id, step, { person: { [name]: world.value(`/person/${name}`) } });
    return true;
  }
  for (const { step, returned, needs } of view.needs) {
    const { at } = needs[0]!;
    for (const value of [world.value(at), 'a', 'b', 'n1']) {
      const receipt = await runner.supplement(view.id, step, { [at]: value }, returned);
      if (receipt.accepted) return true;
    }
  }
  const waiting = view.steps.find(({ status }) => status === 'pending');
  if (waiting === undefined) return false;
  const context = host.pending.get(`${view.id} ${waiting.key}`)!;
  const answer = host.answer(waiting.key, waiting.round);
  await runner.complete(context.token, answer);
  return true;
}
