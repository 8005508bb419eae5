import { TerminalError, rpc } from '@restatedev/restate-sdk';
import type { ObjectContext, ObjectSharedContext } from '@restatedev/restate-sdk';
import { isObject } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import type { Plan } from '../../model/index.js';
import {
  assertHandlers,
  assertPlan,
  attemptOf,
  beginningOf,
  dateOf,
  decide,
  handIn,
  initialState,
  instantOf,
  isHandlerCommand,
  msOf,
  noticesOf,
  startedBy,
  Turn,
  unknownCase,
  wakeOf,
} from '../../runtime/index.js';
import type { AttemptRequest, CaseState, LogEntry, Refusal, Untimed } from '../../runtime/index.js';
import { placeAtCounter } from './attempt.js';
import type {
  AttemptReport,
  CaseApi,
  CounterApi,
  Looked,
  NoticeApi,
  StartRequest,
  WorkerApi,
} from './protocol.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';

type Ctx = ObjectContext;

/** The applicant hands the form in. The same refusals as on the embedded runner; what is no plan is an error. */
export async function start(
  ctx: Ctx,
  options: RestateOptions,
  request: StartRequest,
): Promise<Refusal | null> {
  // What is thrown here is tried again and again and holds up the case: a body may be anything.
  const { plan, answers, known } = isObject(request) ? request : ({} as StartRequest);
  try {
    assertPlan(plan);
    assertHandlers(plan, options.handlers);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new TerminalError(error.message, { errorCode: 400 });
  }
  const kept = await keptOf(ctx);
  const event = startedBy({ answers, known }, options.retry);
  const before = kept.state ?? initialState(plan.hash);
  return apply(ctx, options, { ...kept, plan: kept.plan ?? plan, state: before }, event, () => {
    ctx.set('plan', plan);
  });
}

/** Something happens to a case. */
export async function submit(ctx: Ctx, options: RestateOptions, event: Untimed): Promise<Refusal | null> {
  const { plan, state, ...kept } = await keptOf(ctx);
  if (plan === null || state === null) return unknownCase;
  return apply(ctx, options, { ...kept, plan, state }, event);
}

/** What a case is kept as, apart from its log. */
interface Kept {
  plan: Plan;
  state: CaseState;
  seq: number;
  wakeAt: number | null;
}

/** Reads all of it in one go: each read by itself would wait for the server. */
async function keptOf(
  ctx: Ctx,
): Promise<Omit<Kept, 'plan' | 'state'> & { plan: Plan | null; state: CaseState | null }> {
  const plan = ctx.get<Plan>('plan');
  const state = ctx.get<CaseState>('state');
  const seq = ctx.get<number>('seq');
  const wakeAt = ctx.get<number>('wakeAt');
  return { plan: await plan, state: await state, seq: (await seq) ?? 0, wakeAt: await wakeAt };
}

/** What an attempt came to; an answer that the plan does not allow is a failed attempt. */
export async function takeReport(ctx: Ctx, options: RestateOptions, report: AttemptReport): Promise<void> {
  await handIn(report, report.outcome, (event) => submit(ctx, options, event));
}

/** The time has come at which the clock alone changes something. */
export async function wake(ctx: Ctx, options: RestateOptions): Promise<void> {
  ctx.clear('wakeAt');
  await submit(ctx, options, { type: 'reached' });
}

/** The case as it stands. */
export async function look(ctx: ObjectSharedContext): Promise<Looked | null> {
  const state = await ctx.get<CaseState>('state');
  const plan = await ctx.get<Plan>('plan');
  const seq = (await ctx.get<number>('seq')) ?? 0;
  return state === null || plan === null ? null : { id: ctx.key, seq, state, plan };
}

/** The log of the case. */
export async function history(ctx: ObjectSharedContext): Promise<LogEntry[]> {
  const seq = (await ctx.get<number>('seq')) ?? 0;
  const reads = Array.from({ length: seq }, (_, index) => ctx.get<LogEntry>(`log/${index + 1}`));
  const entries: LogEntry[] = [];
  for (const read of reads) {
    const entry = await read;
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** Applies an event, writes state and log, and sends what follows; Restate makes all of it happen, or none. */
async function apply(
  ctx: Ctx,
  options: RestateOptions,
  kept: Kept,
  untimed: Untimed,
  accepted?: () => void,
): Promise<Refusal | null> {
  const at = instantOf(await ctx.date.now(), options.offset ?? '+08:00');
  const { plan } = kept;
  const turn = new Turn(plan, kept.state, kept.seq);
  const refusal = turn.apply(untimed, at);
  if (refusal !== undefined) return refusal;
  accepted?.();
  for (const command of decide(plan, turn.state).filter(isHandlerCommand)) {
    // What has begun is under way: an invocation that was sent is never lost.
    if (command.begun) continue;
    turn.apply(beginningOf(command), at);
    send(ctx, options, attemptOf(ctx.key, plan, turn.state, command, dateOf(at)));
  }
  record(ctx, options, plan, turn);
  schedule(ctx, options, { ...kept, state: turn.state }, at);
  return null;
}

/** Writes what one transition has made. */
function record(ctx: Ctx, options: RestateOptions, plan: Plan, { entries, state }: Turn): void {
  const last = entries.at(-1);
  if (last === undefined) return;
  for (const entry of entries) ctx.set<LogEntry>(`log/${entry.seq}`, entry);
  ctx.set('state', state);
  ctx.set('seq', last.seq);
  // For lists, so that nobody has to read whole states.
  ctx.set('summary', { plan: plan.hash, status: state.status, seq: last.seq });
  if (options.notify === undefined) return;
  const notices = { name: serviceNames(options.name).notices };
  ctx.objectSendClient<NoticeApi>(notices, ctx.key).tell(noticesOf(ctx.key, entries));
}

function send(ctx: Ctx, options: RestateOptions, request: AttemptRequest): void {
  const names = serviceNames(options.name);
  const place = placeAtCounter(request, options.limits);
  if (place === undefined) ctx.serviceSendClient<WorkerApi>({ name: names.worker }).attempt(request);
  else ctx.objectSendClient<CounterApi>({ name: names.counter }, place).attempt(request);
}

/** One call at the next moment that matters; a later one that is under way does no harm. */
function schedule(ctx: Ctx, options: RestateOptions, { plan, state, wakeAt }: Kept, now: string): void {
  const wanted = wakeOf(decide(plan, state));
  if (wanted === undefined) return;
  if (wakeAt !== null && wakeAt <= wanted && wakeAt > msOf(now)) return;
  ctx.set('wakeAt', wanted);
  const delay = Math.max(0, wanted - msOf(now));
  const cases = { name: serviceNames(options.name).cases };
  ctx.objectSendClient<CaseApi>(cases, ctx.key).wake(rpc.sendOpts({ delay }));
}
