import * as restate from '@restatedev/restate-sdk';
import { own } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import {
  callHandler,
  callUndo,
  consider,
  createTokens,
  dateOf,
  decide,
  initialState,
  instantOf,
  msOf,
  transitionsBetween,
} from '../../runtime/index.js';
import type { CaseEvent, CaseState, Command, Handlers, LogEntry, Refusal } from '../../runtime/index.js';
import type { AttemptReport, AttemptRequest, StartRequest, Untimed } from './messages.js';
import { provideWithResolvers } from './with-resolvers.js';

/** What the services of a cluster need; the same on every node. */
export interface RestateOptions {
  handlers: Handlers;
  /** Signs tokens; at least 32 characters, the same for all nodes and for the client. */
  secret: string;
  /** Begins the names of the services; "onething" unless told. */
  name?: string;
  /** Offset of the authorities' time from UTC; "+08:00" unless told. */
  offset?: string;
  /** After so many milliseconds an attempt counts as failed; 60,000 unless told. */
  attemptTimeoutMs?: number;
}

/**
 * Part of every service's name: a later version of the machine that stored states could not be read by gets another.
 * Handlers of a case are short, so no journal is ever continued by changed code for long.
 */
export const machineVersion = 'v1';

/** Names of the services that an adapter with this name registers. */
export function serviceNames(name = 'onething'): { cases: string; worker: string } {
  return { cases: `${name}-case-${machineVersion}`, worker: `${name}-worker-${machineVersion}` };
}

type Ctx = restate.ObjectContext;
interface CaseRefs {
  cases: { name: string };
  worker: { name: string };
  offset: string;
}

/**
 * The services that run cases on Restate: a virtual object for each case, which holds its state and takes one event at
 * a time, and a stateless worker, which makes each attempt as an invocation of its own. Serve them on every node.
 */
export function createRestateServices(
  options: RestateOptions,
): [restate.VirtualObjectDefinition<string, unknown>, restate.ServiceDefinition<string, unknown>] {
  provideWithResolvers();
  const names = serviceNames(options.name);
  const refs: CaseRefs = {
    cases: { name: names.cases },
    worker: { name: names.worker },
    offset: options.offset ?? '+08:00',
  };
  const cases = restate.object({
    name: names.cases,
    handlers: {
      start: (ctx: Ctx, request: StartRequest) => start(ctx, refs, request),
      submit: (ctx: Ctx, event: Untimed) => submit(ctx, refs, event),
      report: (ctx: Ctx, report: AttemptReport) => takeReport(ctx, refs, report),
      wake: (ctx: Ctx) => wake(ctx, refs),
      look: restate.handlers.object.shared(look),
      history: restate.handlers.object.shared(history),
    },
  });
  const worker = restate.service({
    name: names.worker,
    handlers: {
      attempt: (ctx: restate.Context, request: AttemptRequest) => attempt(ctx, refs, options, request),
    },
  });
  return [cases, worker];
}

async function start(
  ctx: Ctx,
  refs: CaseRefs,
  { plan, answers, known }: StartRequest,
): Promise<Refusal | null> {
  const state = (await ctx.get<CaseState>('state')) ?? initialState(plan.hash);
  const kept = (await ctx.get<Plan>('plan')) ?? plan;
  const event: Untimed = { type: 'started', answers, ...(known === undefined ? {} : { known }) };
  return apply(ctx, refs, kept, state, event, () => ctx.set('plan', plan));
}

async function submit(ctx: Ctx, refs: CaseRefs, event: Untimed): Promise<Refusal | null> {
  const plan = await ctx.get<Plan>('plan');
  const state = await ctx.get<CaseState>('state');
  if (plan === null || state === null) return { code: 'unknown-case', message: 'There is no such case.' };
  return apply(ctx, refs, plan, state, event);
}

/** What an attempt came to; an answer that the plan does not allow is a failed attempt. */
async function takeReport(ctx: Ctx, refs: CaseRefs, report: AttemptReport): Promise<void> {
  const refusal = await submit(ctx, refs, eventOf(report));
  const passing = ['settled', 'stale', 'case-over', 'unknown-case'];
  if (refusal === null || passing.includes(refusal.code)) return;
  const error = `${refusal.code}: ${refusal.message}`;
  await submit(ctx, refs, eventOf({ ...report, outcome: { kind: 'failed', error, final: false } }));
}

async function wake(ctx: Ctx, refs: CaseRefs): Promise<void> {
  ctx.clear('wakeAt');
  await submit(ctx, refs, { type: 'reached' });
}

/** Applies an event, writes state and log, and sends what follows; Restate makes all of it happen, or none. */
async function apply(
  ctx: Ctx,
  refs: CaseRefs,
  plan: Plan,
  before: CaseState,
  untimed: Untimed,
  accepted?: () => void,
): Promise<Refusal | null> {
  const at = instantOf(await ctx.date.now(), refs.offset);
  let state = before;
  let seq = (await ctx.get<number>('seq')) ?? 0;
  const take = (event: CaseEvent): Refusal | undefined => {
    const verdict = consider(plan, state, event);
    if (verdict.refusal !== undefined) return verdict.refusal;
    const transitions = transitionsBetween(state, verdict.state);
    if (transitions.length > 0 || event.type !== 'reached') {
      seq += 1;
      ctx.set<LogEntry>(`log/${seq}`, { seq, event, transitions });
    }
    state = verdict.state;
    return undefined;
  };
  const refusal = take({ ...untimed, at });
  if (refusal !== undefined) return refusal;
  accepted?.();
  for (const command of decide(plan, state)) {
    if (command.type !== 'execute' && command.type !== 'undo') continue;
    // What has begun is under way: an invocation that was sent is never lost.
    if (command.begun) continue;
    take(beginning(command, at));
    ctx.serviceSendClient<WorkerApi>(refs.worker).attempt(requestOf(ctx.key, plan, state, command, at));
  }
  ctx.set('state', state);
  ctx.set('seq', seq);
  await schedule(ctx, refs, plan, state, at);
  return null;
}

/** One call at the next moment that matters; a later one that is under way does no harm. */
async function schedule(ctx: Ctx, refs: CaseRefs, plan: Plan, state: CaseState, now: string): Promise<void> {
  const next = decide(plan, state).find((command) => command.type === 'wake');
  if (next === undefined) return;
  const wakeAt = await ctx.get<number>('wakeAt');
  const wanted = msOf(next.at);
  if (wakeAt !== null && wakeAt <= wanted && wakeAt > msOf(now)) return;
  ctx.set('wakeAt', wanted);
  const delay = Math.max(0, wanted - msOf(now));
  ctx.objectSendClient<CaseApi>(refs.cases, ctx.key).wake(restate.rpc.sendOpts({ delay }));
}

async function look(ctx: restate.ObjectSharedContext): Promise<unknown> {
  const state = await ctx.get<CaseState>('state');
  const plan = await ctx.get<Plan>('plan');
  const seq = (await ctx.get<number>('seq')) ?? 0;
  return state === null || plan === null ? null : { id: ctx.key, seq, state, plan };
}

async function history(ctx: restate.ObjectSharedContext): Promise<LogEntry[]> {
  const seq = (await ctx.get<number>('seq')) ?? 0;
  const entries: LogEntry[] = [];
  for (let next = 1; next <= seq; next++) {
    const entry = await ctx.get<LogEntry>(`log/${next}`);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** Makes one attempt. Its effects outside happen at least once: the idempotency key is the same each time. */
async function attempt(
  ctx: restate.Context,
  refs: CaseRefs,
  options: RestateOptions,
  request: AttemptRequest,
): Promise<void> {
  const {
    case: id,
    key,
    item,
    step,
    type,
    round,
    attempt: number,
    idempotencyKey,
    of,
    input,
    today,
  } = request;
  const outcome = await ctx.run('handler', async () => {
    const token = await createTokens(options.secret).issue({ case: id, step: key, round });
    const signal = AbortSignal.timeout(options.attemptTimeoutMs ?? 60_000);
    const context = {
      case: id,
      step: key,
      ...(item === undefined ? {} : { item }),
      attempt: number,
      idempotencyKey,
      token,
      signal,
    };
    const late = new Promise<{ kind: 'failed'; error: string; final: boolean }>((resolve) => {
      const leave = () => resolve({ kind: 'failed', error: 'The attempt took too long.', final: false });
      signal.addEventListener('abort', leave, { once: true });
    });
    const call =
      type === 'undo'
        ? callUndo(step, options.handlers, { ...context, of })
        : callHandler(step, options.handlers, input, context, today);
    return Promise.race([call, late]);
  });
  ctx.objectSendClient<CaseApi>(refs.cases, id).report({ key, type, round, attempt: number, outcome });
}

type Start = Extract<Command, { type: 'execute' | 'undo' }>;

function beginning(command: Start, at: string): CaseEvent {
  const { step, attempt: number } = command;
  return command.type === 'execute'
    ? { type: 'attempted', at, step, round: command.round, attempt: number }
    : { type: 'undoing', at, step, attempt: number };
}

function requestOf(id: string, plan: Plan, state: CaseState, command: Start, at: string): AttemptRequest {
  const { step: stepId, item, round } = own(state.steps, command.step)!;
  return {
    case: id,
    key: command.step,
    ...(item === undefined ? {} : { item }),
    step: plan.steps.find((step) => step.id === stepId)!,
    type: command.type,
    round,
    attempt: command.attempt,
    idempotencyKey: `${id}/${command.key}`,
    of: `${id}/${command.step}#${round}`,
    input: command.type === 'execute' ? command.input : {},
    today: dateOf(at),
  };
}

function eventOf({ key: step, type, round, attempt: number, outcome }: AttemptReport): Untimed {
  if (type === 'undo') {
    const error = outcome.kind === 'failed' ? { error: outcome.error } : {};
    return { type: 'undone', step, attempt: number, ...error };
  }
  if (outcome.kind === 'pending') return { type: 'accepted', step, round };
  if (outcome.kind === 'answer') return { type: 'answered', step, round, answer: outcome.answer };
  const final = outcome.final ? { final: true } : {};
  return { type: 'failed', step, round, attempt: number, error: outcome.error, ...final };
}

/** What the case and the worker ask of each other. */
interface CaseApi {
  wake: (ctx: Ctx) => Promise<void>;
  report: (ctx: Ctx, report: AttemptReport) => Promise<void>;
}
interface WorkerApi {
  attempt: (ctx: restate.Context, request: AttemptRequest) => Promise<void>;
}
