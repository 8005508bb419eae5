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
  dateIn,
  decide,
  filesIn,
  handIn,
  initialState,
  instantOf,
  isHandlerCommand,
  isUnderWay,
  mayBeForgotten,
  msOf,
  noticesOf,
  openedBy,
  readyToApply,
  startedAgain,
  startedBy,
  withDerived,
  summaryOf,
  Turn,
  unknownCase,
  wakeOf,
} from '../../runtime/index.js';
import type {
  AttemptName,
  CaseState,
  Forgotten,
  HandlerCommand,
  LogEntry,
  Outcome,
  Untimed,
} from '../../runtime/index.js';
import { limitedCounter, ticketName } from './counter.js';
import type {
  AttemptReport,
  LogPage,
  CaseApi,
  CounterApi,
  Looked,
  NoticeApi,
  OpenRequest,
  StartRequest,
  Ticket,
  WorkRequest,
  WorkerApi,
} from './protocol.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';

type Ctx = ObjectContext;

/** The applicant hands the form in. The same refusals as on the embedded runner; what is no plan is an error. */
export async function start(ctx: Ctx, options: RestateOptions, request: StartRequest): Promise<Outcome> {
  // What is thrown here is tried again and again and holds up the case: a body may be anything.
  const { plan, answers, known, consents, reference, disputes } = isObject(request)
    ? request
    : ({} as StartRequest);
  const content = { answers, known, consents, reference, disputes };
  assertRunnable(plan, options);
  const kept = await keptOf(ctx);
  const isAnew = kept.state?.status === 'refused' && kept.plan?.hash === plan.hash;
  if (kept.plan !== null && kept.state !== null && !isAnew) {
    const first = await ctx.get<LogEntry>('log/1');
    const { plan: own, state } = kept;
    return startedAgain({ plan: own, state, first: first?.event }, plan.hash, startedBy(content));
  }
  const event = (at: string): Untimed => {
    const host = { handlers: options.handlers, today: dateIn(plan.calendar, at) };
    return startedBy(withDerived(plan, content, host), options.retry);
  };
  const accepted = (): void => ctx.set('plan', plan);
  return apply(
    ctx,
    options,
    { ...kept, plan, state: kept.state ?? initialState(plan.hash) },
    { event, accepted },
  );
}

/** A draft is opened. */
export async function open(ctx: Ctx, options: RestateOptions, request: OpenRequest): Promise<Outcome> {
  const { plan, answers, known, reference } = isObject(request) ? request : ({} as OpenRequest);
  assertRunnable(plan, options);
  const event = openedBy({ answers, known, reference }, options);
  const kept = await keptOf(ctx);
  if (kept.plan !== null && kept.state !== null) {
    const first = await ctx.get<LogEntry>('log/1');
    return startedAgain({ plan: kept.plan, state: kept.state, first: first?.event }, plan.hash, event);
  }
  const accepted = (): void => ctx.set('plan', plan);
  return apply(ctx, options, { ...kept, plan, state: initialState(plan.hash) }, { event, accepted });
}

/** What is thrown here is not tried again. */
function assertRunnable(plan: Plan, { handlers }: RestateOptions): void {
  try {
    assertPlan(plan);
    assertHandlers(plan, handlers);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new TerminalError(error.message, { errorCode: 400 });
  }
}

/** Something happens to a case. */
export async function submit(ctx: Ctx, options: RestateOptions, event: Untimed): Promise<Outcome> {
  const { plan, state, ...kept } = await keptOf(ctx);
  if (plan === null || state === null) return unknownCase;
  const { handlers } = options;
  // A body may be anything; what is no event is refused by the machine.
  const made = (at: string): Untimed =>
    isObject(event)
      ? readyToApply({ plan, state }, event, { handlers, today: dateIn(plan.calendar, at) })
      : event;
  return apply(ctx, options, { ...kept, plan, state }, { event: made });
}

/** A slot is free for an attempt that waited for it. It begins, or the slot goes back where it is not wanted any more. */
export async function granted(ctx: Ctx, options: RestateOptions, slot: Ticket): Promise<void> {
  const { plan, state, ...kept } = await keptOf(ctx);
  if (plan === null || state === null) giveBack(ctx, options, slot);
  else await apply(ctx, options, { ...kept, plan, state }, { slot });
}

/** Does the case wait for what an attempt comes to? Asked before the handler is called. */
export async function wanted(ctx: Ctx, name: AttemptName): Promise<boolean> {
  const { plan, state } = await keptOf(ctx);
  return plan !== null && state !== null && isUnderWay(plan, state, name);
}

/** What a case is kept as, apart from its log. */
interface Kept {
  plan: Plan;
  state: CaseState;
  seq: number;
  wakeAt: number | null;
  /** The names of the tickets that wait at counters. */
  queued: readonly string[];
}

/** Reads all of it in one go: each read by itself would wait for the server. */
async function keptOf(
  ctx: Ctx,
): Promise<Omit<Kept, 'plan' | 'state'> & { plan: Plan | null; state: CaseState | null }> {
  const plan = ctx.get<Plan>('plan');
  const state = ctx.get<CaseState>('state');
  const seq = ctx.get<number>('seq');
  const wakeAt = ctx.get<number>('wakeAt');
  const queued = ctx.get<string[]>('queued');
  return {
    plan: await plan,
    state: await state,
    seq: (await seq) ?? 0,
    wakeAt: await wakeAt,
    queued: (await queued) ?? [],
  };
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

/** The log of the case: all of it, or at most so many entries behind one. */
export async function history(ctx: ObjectSharedContext, page?: LogPage): Promise<LogEntry[]> {
  const { after, limit } = pageOf(page);
  const seq = (await ctx.get<number>('seq')) ?? 0;
  const count = Math.max(0, Math.min(seq - after, limit));
  const reads = Array.from({ length: count }, (_, index) => ctx.get<LogEntry>(`log/${after + index + 1}`));
  const entries: LogEntry[] = [];
  for (const read of reads) {
    const entry = await read;
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** What one turn of a case is about. */
interface Work {
  /** A function where it depends on the moment. */
  event?: Untimed | ((at: string) => Untimed);
  /** Called where the event is accepted. */
  accepted?: () => void;
  /** A slot that the case is given. */
  slot?: Ticket;
}

/** Clears all that the cluster holds of a case, and tells the files that it referred to. */
export async function forget(ctx: Ctx, request: { force?: boolean } | undefined): Promise<Forgotten> {
  const state = await ctx.get<CaseState>('state');
  if (state === null) return { accepted: false, refusal: unknownCase };
  const refusal = mayBeForgotten(state, request?.force === true);
  if (refusal !== undefined) return { accepted: false, refusal };
  const log = await history(ctx);
  ctx.clearAll();
  return { accepted: true, case: ctx.key, files: filesIn([state, ...log.map(({ event }) => event)]) };
}

/** A body may be anything. */
function pageOf(page: LogPage | undefined): { after: number; limit: number } {
  const { after, limit } = isObject(page) ? (page as LogPage) : {};
  const countOf = (value: unknown, otherwise: number): number =>
    Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : otherwise;
  return { after: countOf(after, 0), limit: countOf(limit, Infinity) };
}

/** Applies an event, writes state and log, and sends what follows; Restate makes all of it happen, or none. */
async function apply(
  ctx: Ctx,
  options: RestateOptions,
  kept: Kept,
  { event, accepted, slot }: Work,
): Promise<Outcome> {
  const at = instantOf(await ctx.date.now(), options.offset ?? '+08:00');
  const { plan } = kept;
  const turn = new Turn(plan, kept.state, kept.seq);
  const untimed = typeof event === 'function' ? event(at) : event;
  const refusal = untimed === undefined ? undefined : turn.apply(untimed, at);
  if (refusal !== undefined) return refusal;
  accepted?.();
  const { work, waiting } = takeUp(ctx.key, options, { plan, turn, slot, at });
  // Before anybody is told: who asks then finds what was written.
  record(ctx, options, plan, turn);
  for (const request of work) {
    ctx.serviceSendClient<WorkerApi>({ name: serviceNames(options.name).worker }).attempt(request);
  }
  if (slot !== undefined && !work.some((request) => request.slot === slot)) giveBack(ctx, options, slot);
  line(ctx, options, kept.queued, waiting);
  schedule(ctx, options, { ...kept, state: turn.state }, at);
  return turn.outcome;
}

/** Begins everything that is to be done and waits for no slot. What has begun is under way: nothing sent is ever lost. */
function takeUp(
  id: string,
  { limits }: RestateOptions,
  { plan, turn, slot, at }: { plan: Plan; turn: Turn; slot: Ticket | undefined; at: string },
): { work: WorkRequest[]; waiting: Ticket[] } {
  const work: WorkRequest[] = [];
  const waiting: Ticket[] = [];
  for (const command of decide(plan, turn.state).filter(isHandlerCommand)) {
    if (command.begun) continue;
    const ticket = ticketOf(id, limitedCounter(plan, turn.state, command, limits), command);
    const isMine = ticket !== undefined && slot !== undefined && ticketName(ticket) === ticketName(slot);
    if (ticket !== undefined && !isMine) {
      waiting.push(ticket);
      continue;
    }
    turn.apply(beginningOf(command), at);
    const request = attemptOf(id, plan, turn.state, command, dateIn(plan.calendar, at));
    work.push({ request, ...(isMine ? { slot } : {}) });
  }
  return { work, waiting };
}

function ticketOf(id: string, counter: string | undefined, command: HandlerCommand): Ticket | undefined {
  const { key, attempt } = command;
  return counter === undefined ? undefined : { counter, case: id, key, attempt };
}

/** Has attempts wait that do not yet. What is not wanted any more keeps its place, and gives its slot back. */
function line(
  ctx: Ctx,
  options: RestateOptions,
  queued: readonly string[],
  waiting: readonly Ticket[],
): void {
  const names = waiting.map(ticketName);
  const counters = { name: serviceNames(options.name).counter };
  waiting.forEach((ticket, index) => {
    if (queued.includes(names[index]!)) return;
    ctx.objectSendClient<CounterApi>(counters, ticket.counter).queue(ticket);
  });
  if (names.length > 0) ctx.set('queued', names);
  else if (queued.length > 0) ctx.clear('queued');
}

function giveBack(ctx: Ctx, { name }: RestateOptions, slot: Ticket): void {
  ctx.objectSendClient<CounterApi>({ name: serviceNames(name).counter }, slot.counter).leave(slot);
}

/** Writes what one transition has made. */
function record(ctx: Ctx, options: RestateOptions, plan: Plan, { entries, state }: Turn): void {
  const last = entries.at(-1);
  if (last === undefined) return;
  for (const entry of entries) ctx.set<LogEntry>(`log/${entry.seq}`, entry);
  ctx.set('state', state);
  ctx.set('seq', last.seq);
  // For lists, so that nobody has to read whole states.
  ctx.set('summary', summaryOf(plan, { id: ctx.key, seq: last.seq, state }));
  if (options.notify === undefined) return;
  const notices = { name: serviceNames(options.name).notices };
  ctx.objectSendClient<NoticeApi>(notices, ctx.key).tell(noticesOf(ctx.key, entries));
}

/** One call at the next moment that matters; a later one that is under way does no harm. */
function schedule(ctx: Ctx, options: RestateOptions, { state, wakeAt }: Kept, now: string): void {
  const wanted = wakeOf(state);
  if (wanted === undefined) return;
  if (wakeAt !== null && wakeAt <= wanted && wakeAt > msOf(now)) return;
  ctx.set('wakeAt', wanted);
  const delay = Math.max(0, wanted - msOf(now));
  const cases = { name: serviceNames(options.name).cases };
  ctx.objectSendClient<CaseApi>(cases, ctx.key).wake(rpc.sendOpts({ delay }));
}
