import { assertArguments } from '../../messages/index.js';
import { deepEqual, isObject, omitUndefined, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Answer, CaseEvent, Refusal, Untimed } from '../machine/event.js';
import { nameOfPause } from '../machine/apply-time.js';
import { isBoundedJson } from '../machine/limits.js';
import type { Pending } from './ports.js';
import { refuse } from '../machine/refuse.js';
import type { CaseState, RetryPolicy, StepState } from '../machine/state.js';
import type { TokenContent, Tokens } from './tokens.js';

/** What came of handing something to a runner. What is accepted is durable. */
export type Receipt =
  /** `notTaken`: pointers to answers that nobody asked, and that do not count. */
  { accepted: true; case: string; notTaken?: string[] } | { accepted: false; refusal: Refusal };

/** What authorities, applicants and operators do to a case that has been started. */
export interface Calls {
  /** An authority answers with the token that the handler was given. */
  complete(token: string, answer: Answer | Pending): Promise<Receipt>;
  /**
   * An authority stops the clock of a step. A pause is known by its id, or else by its reason: told again, also after
   * the clock goes on, it is the same pause, and a further one needs another id or reason.
   */
  pause(token: string, reason?: string, id?: string): Promise<Receipt>;
  /** An authority lets the clock go on after the pause of that id; after the one under way, where none is named. */
  resume(token: string, id?: string): Promise<Receipt>;
  /** The applicant fills in a later form. */
  fill(id: string, step: string, answers: JsonObject): Promise<Receipt>;
  /**
   * The applicant supplies what a returned step needs, by place, as the case view lists it.
   * @param returned the return that it answers, as the case view numbers it. Name it wherever a call may be delivered
   * late: without it, only the values tell whether an earlier return was meant
   */
  supplement(
    id: string,
    step: string,
    values: Record<string, JsonValue>,
    returned?: number,
  ): Promise<Receipt>;
  /** The applicant delivers a material that was allowed to follow. */
  deliver(id: string, step: string, place: string, value: JsonValue): Promise<Receipt>;
  withdraw(id: string, step: string, reason?: string): Promise<Receipt>;
  cancel(id: string, reason?: string): Promise<Receipt>;
  /**
   * The operator has a stalled step tried again.
   * @param attempt the one at which it stalled, as the case view tells: a call that is delivered late changes nothing
   */
  retry(id: string, step: string, attempt?: number): Promise<Receipt>;
}

/** The event of a call; a function where it depends on where the case stands, `undefined` where there is none. */
export type CallEvent = Untimed | ((state: CaseState | undefined) => Untimed);

/** What the calls stand on. */
export interface CallPorts {
  tokens: Tokens;
  /** Applies the event to the case; gives why it is refused, where it is. */
  submit: (id: string, event: CallEvent) => Promise<Refusal | null | undefined>;
}

const ofStep = { id: 'text', step: 'text' } as const;

/** The calls of a runner, whatever its cases live on: each is one event. */
export function createCalls(ports: CallPorts): Calls {
  const submit = async (id: string, event: CallEvent): Promise<Receipt> =>
    receiptOf(id, await ports.submit(id, event));
  return {
    ...authorityCalls(ports.tokens, submit),
    fill: async (id, step, answers) => {
      assertArguments('fill', ofStep, { id, step });
      return submit(id, { type: 'filled', step, answers });
    },
    supplement: async (id, step, values, returned) => {
      assertArguments('supplement', ofStep, { id, step });
      return submit(id, (state) => {
        const round = stepOf(state, step)?.round ?? 0;
        return { type: 'supplemented', step, round, ...omitUndefined({ returned }), values };
      });
    },
    deliver: async (id, step, place, value) => {
      assertArguments('deliver', { ...ofStep, place: 'text' }, { id, step, place });
      return submit(id, { type: 'delivered', step, place, value });
    },
    withdraw: async (id, step, reason) => {
      assertArguments('withdraw', { ...ofStep, reason: 'text?' }, { id, step, reason });
      return submit(id, { type: 'withdrawn', step, ...omitUndefined({ reason }) });
    },
    cancel: async (id, reason) => {
      assertArguments('cancel', { id: 'text', reason: 'text?' }, { id, reason });
      return submit(id, { type: 'cancelled', ...omitUndefined({ reason }) });
    },
    retry: async (id, step, stalledAt) => {
      assertArguments('retry', ofStep, { id, step });
      return submit(id, (state) => {
        const { round = 0, attempt = 0 } = stepOf(state, step) ?? {};
        return { type: 'retried', step, round, attempt: stalledAt ?? attempt };
      });
    },
  };
}

function authorityCalls(
  tokens: Tokens,
  submit: (id: string, event: CallEvent) => Promise<Receipt>,
): Pick<Calls, 'complete' | 'pause' | 'resume'> {
  const withToken = async (token: string, make: (content: TokenContent) => CallEvent): Promise<Receipt> => {
    const content = await tokens.read(token);
    return content === undefined
      ? { accepted: false, refusal: refuse('unknown-token', 'The token was not issued here.') }
      : submit(content.case, make(content));
  };
  return {
    complete: (token, answer) =>
      withToken(token, ({ step, round }) =>
        isPending(answer) ? { type: 'accepted', step, round } : { type: 'answered', step, round, answer },
      ),
    pause: async (token, reason, id) => {
      assertArguments('pause', { reason: 'text?', id: 'text?' }, { reason, id });
      return withToken(token, ({ step }) => (state) => {
        const name = nameOfPause({ id, reason });
        const { pauses = 0, paused, stops = [] } = stepOf(state, step)?.clock ?? {};
        const isUnderWay = paused !== undefined && stops.at(-1) === name;
        const pause = isUnderWay ? pauses : pauses + 1;
        return { type: 'paused', step, pause, ...omitUndefined({ id, reason }) };
      });
    },
    resume: async (token, id) => {
      assertArguments('resume', { id: 'text?' }, { id });
      return withToken(token, ({ step }) => (state) => {
        const { pauses = 0, stops = [] } = stepOf(state, step)?.clock ?? {};
        return { type: 'resumed', step, pause: id === undefined ? pauses : stops.indexOf(id) + 1 };
      });
    },
  };
}

/** The event that starts a case. */
export function startedBy(
  { answers, known }: { answers: JsonObject; known?: JsonObject | undefined },
  retry?: Partial<RetryPolicy>,
): Untimed {
  return {
    type: 'started',
    answers,
    ...omitUndefined({ known, retry }),
  };
}

/**
 * What a start comes to where the case is there already: the same start again is the same case; another one is refused.
 * @param kept the plan of the case, and the first event of its log
 */
export function startedAgain(
  kept: { plan: string; first: CaseEvent | undefined },
  plan: string,
  again: Untimed,
): Refusal | undefined {
  return kept.plan === plan && isSameStart(kept.first, again)
    ? undefined
    : refuse('id-taken', 'Another case has that id: its plan or its answers are not the same.');
}

function isSameStart(first: CaseEvent | undefined, again: Untimed): boolean {
  if (first?.type !== 'started' || again.type !== 'started' || !isBoundedJson(again)) return false;
  const contentOf = ({ answers, known = {} }: typeof again): unknown =>
    JSON.parse(JSON.stringify({ answers, known }));
  return deepEqual(contentOf(first), contentOf(again));
}

/** What a caller is told. */
export function receiptOf(id: string, refusal: Refusal | null | undefined): Receipt {
  return refusal === null || refusal === undefined
    ? { accepted: true, case: id }
    : { accepted: false, refusal };
}

/** What a host passes on may be anything. */
function isPending(answer: unknown): answer is Pending {
  return isObject(answer) && answer['status'] === 'pending';
}

function stepOf(state: CaseState | undefined, step: string): StepState | undefined {
  return own(state?.steps ?? {}, step);
}
