import type { ObjectContext } from '@restatedev/restate-sdk';
import { own } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { counterOf, planStepOf } from '../../runtime/index.js';
import type { CaseState, HandlerCommand } from '../../runtime/index.js';
import type { CaseApi, Ticket } from './protocol.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';

/** The counter at which an attempt waits its turn, where only so many are made at once. */
export function limitedCounter(
  plan: Plan,
  state: CaseState,
  command: HandlerCommand,
  limits: RestateOptions['limits'],
): string | undefined {
  const name = counterOf(planStepOf(plan, state, command));
  return own(limits?.authorities ?? {}, name) === undefined ? undefined : name;
}

/** What tells one attempt that waits from all others. */
export function ticketName({ case: id, key, attempt }: Ticket): string {
  return JSON.stringify([id, key, attempt]);
}

/** Where the line of a counter begins and ends: whoever waits stands under a number in between. */
interface Line {
  next: number;
  end: number;
}

const nobody: Line = { next: 0, end: 0 };
const placeOf = (number: number): string => `line/${number}`;

/** An attempt waits for a slot, behind those that wait already. */
export async function queue(ctx: ObjectContext, options: RestateOptions, ticket: Ticket): Promise<void> {
  const line = (await ctx.get<Line>('line')) ?? nobody;
  ctx.set<Ticket>(placeOf(line.end), ticket);
  await serve(ctx, options, { ...line, end: line.end + 1 }, (await ctx.get<string[]>('taken')) ?? []);
}

/** An attempt gives its slot back: it was made, or nobody wants it any more. */
export async function leave(ctx: ObjectContext, options: RestateOptions, ticket: Ticket): Promise<void> {
  const line = (await ctx.get<Line>('line')) ?? nobody;
  const taken = (await ctx.get<string[]>('taken')) ?? [];
  const name = ticketName(ticket);
  await serve(
    ctx,
    options,
    line,
    taken.filter((other) => other !== name),
  );
}

/** Gives free slots in the order of waiting. The case says whether it still wants one, and gives it back if not. */
async function serve(
  ctx: ObjectContext,
  { limits, name }: RestateOptions,
  line: Line,
  taken: readonly string[],
): Promise<void> {
  const limit = own(limits?.authorities ?? {}, ctx.key) ?? Infinity;
  const granted: Ticket[] = [];
  let { next } = line;
  for (; next < line.end && taken.length + granted.length < limit; next++) {
    granted.push((await ctx.get<Ticket>(placeOf(next)))!);
    ctx.clear(placeOf(next));
  }
  ctx.set<Line>('line', next === line.end ? nobody : { next, end: line.end });
  ctx.set('taken', [...taken, ...granted.map(ticketName)]);
  const cases = { name: serviceNames(name).cases };
  for (const ticket of granted) ctx.objectSendClient<CaseApi>(cases, ticket.case).granted(ticket);
}
