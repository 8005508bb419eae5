import { assertArguments } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import { isObject, omitUndefined, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Answer, Refusal, Untimed } from '../machine/event.js';
import type { DisputeClaim } from '../machine/dispute-claim.js';
import type { IneligibleStep } from '../machine/eligibility.js';
import { nameOfPause } from '../machine/apply-time.js';
import type { Pending } from './ports.js';
import { isRefusal, unknownToken } from '../machine/refuse.js';
import type { CaseState, ConsentDecision, StepState } from '../machine/state.js';
import { tell } from './messages.js';
import type { TokenContent, Tokens } from './tokens.js';

/** What came of handing something to a runner. What is accepted is durable. */
export type Receipt =
  /**
   * `notTaken`: pointers to answers that nobody asked, and that do not count; `ineligible`: steps that the applicant turns out
   * not to be eligible for, in the words of their authors; `isStarting`: a look-up that tells whether the applicant may apply
   * answers later, and until then the case is `starting`.
   */
  | {
      accepted: true;
      case: string;
      notTaken?: string[];
      ineligible?: IneligibleStep[];
      isStarting?: true;
    }
  | { accepted: false; refusal: Refusal };

/** What came of an event that is taken. */
export interface Taken {
  /** Places of what does not count. */
  notTaken: readonly string[];
  ineligible?: readonly IneligibleStep[];
  isStarting?: true;
}

/** What an event came to: why it is refused, or what came of it. Nothing: all of it is taken. */
export type Outcome = Refusal | Taken | null | undefined;

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
  /** The applicant fills in a later form. `disputes`: what of the case the applicant says is wrong. */
  fill(id: string, step: string, answers: JsonObject, disputes?: DisputeClaim[]): Promise<Receipt>;
  /**
   * The applicant supplies what a returned step needs, by place, as the case view lists it.
   * @param about the return that it answers, as the case view numbers it, and what the applicant says is wrong. Name the
   * return wherever a call may be delivered late: without it, only the values tell whether an earlier one was meant
   */
  supplement(
    id: string,
    step: string,
    values: Record<string, JsonValue>,
    about?: number | { returned?: number; disputes?: DisputeClaim[] },
  ): Promise<Receipt>;
  /** The applicant delivers a material that was allowed to follow. */
  deliver(id: string, step: string, place: string, value: JsonValue): Promise<Receipt>;
  /** Keeps the answers so far in a draft, whatever they lack: they take the place of those that were saved before. */
  save(id: string, answers: JsonObject): Promise<Receipt>;
  /**
   * A role says whether look-ups that need its consent may be made; `item`: the key of the item of a repeated role that says
   * it. What was looked up in a draft is gone with the consent.
   */
  consent(id: string, given: ConsentGiven): Promise<Receipt>;
  /**
   * The applicant hands a draft in. Where what is known has changed since it was shown, it is refused (`facts-changed`), the
   * answers are kept, and the draft is seen anew.
   */
  submit(id: string, given?: SubmitGiven): Promise<Receipt>;
  withdraw(id: string, step: string, reason?: string): Promise<Receipt>;
  cancel(id: string, reason?: string): Promise<Receipt>;
  /**
   * The operator has a stalled step tried again.
   * @param attempt the one at which it stalled, as the case view tells: a call that is delivered late changes nothing
   */
  retry(id: string, step: string, attempt?: number): Promise<Receipt>;
}

/** What a role says to look-ups. */
export interface ConsentGiven {
  role: string;
  item?: string;
  decision: ConsentDecision;
}

/** What a draft is handed in with. */
export interface SubmitGiven {
  /** Left out: the answers that were saved. */
  answers?: JsonObject;
  /** What signing in tells now. Left out: what it told when the draft was opened. */
  known?: JsonObject;
  disputes?: DisputeClaim[];
}

/** The event of a call; a function where it depends on where the case stands, `undefined` where there is none. */
export type CallEvent = Untimed | ((state: CaseState | undefined) => Untimed);

/** What the calls stand on. */
export interface CallPorts {
  tokens: Tokens;
  /** Applies the event to the case; gives why it is refused, or what of it does not count. */
  submit: (id: string, event: CallEvent) => Promise<Outcome>;
  /** Waits for look-ups that tell whether a draft is taken. Left out: nobody waits. */
  started?: (id: string, outcome: Outcome) => Promise<Outcome>;
}

const ofStep = { id: 'text', step: 'text' } as const;

/** The calls of a runner, whatever its cases live on: each is one event. */
export function createCalls(ports: CallPorts): Calls {
  assertArguments('createCalls', { ports: 'object' }, { ports });
  assertArguments('createCalls', { tokens: 'from createTokens', submit: 'function' }, { ...ports });
  const submit = async (id: string, event: CallEvent): Promise<Receipt> =>
    receiptOf(id, await ports.submit(id, event));
  return {
    ...authorityCalls(ports.tokens, submit),
    fill: async (id, step, answers, disputes) => {
      assertArguments('fill', ofStep, { id, step });
      return submit(id, { type: 'filled', step, answers, ...omitUndefined({ disputes }) });
    },
    supplement: async (id, step, values, about) => {
      assertArguments('supplement', ofStep, { id, step });
      return submit(id, (state) => {
        const round = stepOf(state, step)?.round ?? 0;
        const { returned, disputes } = isObject(about) ? about : { returned: about, disputes: undefined };
        return { type: 'supplemented', step, round, ...omitUndefined({ returned, disputes }), values };
      });
    },
    deliver: async (id, step, place, value) => {
      assertArguments('deliver', { ...ofStep, place: 'text' }, { id, step, place });
      return submit(id, { type: 'delivered', step, place, value });
    },
    ...draftCalls(ports),
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

function draftCalls(ports: CallPorts): Pick<Calls, 'save' | 'consent' | 'submit'> {
  const { submit, started = (_id, outcome) => Promise.resolve(outcome) } = ports;
  return {
    save: async (id, answers) => {
      assertArguments('save', { id: 'text' }, { id });
      return receiptOf(id, await submit(id, { type: 'saved', answers }));
    },
    consent: async (id, given) => {
      assertArguments('consent', { id: 'text', given: 'object' }, { id, given });
      const { role, item, decision } = given;
      assertArguments(
        'consent',
        { role: 'text', item: 'text?', decision: decisionArgument },
        { role, item, decision },
      );
      return receiptOf(
        id,
        await submit(id, { type: 'consented', role, ...omitUndefined({ item }), decision }),
      );
    },
    submit: async (id, given = {}) => {
      assertArguments('submit', { id: 'text', given: 'object' }, { id, given });
      const { answers, known, disputes } = given;
      const outcome = await submit(id, { type: 'submitted', ...omitUndefined({ answers, known, disputes }) });
      return receiptOf(id, await started(id, outcome));
    },
  };
}

const decisions: readonly unknown[] = ['given', 'refused', 'withdrawn'];
const decisionArgument: OwnKind = {
  is: (value) => decisions.includes(value),
  what: tell('argument.consent'),
};

function authorityCalls(
  tokens: Tokens,
  submit: (id: string, event: CallEvent) => Promise<Receipt>,
): Pick<Calls, 'complete' | 'pause' | 'resume'> {
  const withToken = async (token: string, make: (content: TokenContent) => CallEvent): Promise<Receipt> => {
    const content = await tokens.read(token);
    return content === undefined
      ? { accepted: false, refusal: unknownToken }
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

const outcomeArgument: OwnKind = {
  is: (value) =>
    value === null ||
    value === undefined ||
    (isObject(value) && (typeof value['code'] === 'string' || Array.isArray(value['notTaken']))),
  what: tell('argument.outcome'),
};

/** What a caller is told. */
export function receiptOf(id: string, outcome: Outcome): Receipt {
  assertArguments('receiptOf', { id: 'text', outcome: outcomeArgument }, { id, outcome });
  if (outcome === null || outcome === undefined) return { accepted: true, case: id };
  if (isRefusal(outcome)) return { accepted: false, refusal: outcome };
  const { notTaken, ineligible = [], isStarting } = outcome;
  return {
    accepted: true,
    case: id,
    ...(notTaken.length === 0 ? {} : { notTaken: [...notTaken] }),
    ...(ineligible.length === 0 ? {} : { ineligible: [...ineligible] }),
    ...omitUndefined({ isStarting }),
  };
}

/** What a host passes on may be anything. */
function isPending(answer: unknown): answer is Pending {
  return isObject(answer) && answer['status'] === 'pending';
}

function stepOf(state: CaseState | undefined, step: string): StepState | undefined {
  return own(state?.steps ?? {}, step);
}
