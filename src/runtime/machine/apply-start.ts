import { fromEntries, omitUndefined, Table } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { keyName } from '../../model/index.js';
import type { Plan } from '../../model/index.js';
import { createSheet, keyFault, keyFaultMessage, keyFieldsOf, placesIn } from '../../plan/index.js';
import { tablesOf } from './case-tables.js';
import type { Draft } from './draft.js';
import { isOpenIn, notEligible, unmetIn } from './eligibility.js';
import type { CaseEvent, Refusal } from './event.js';
import { dateIn } from '../../time/index.js';
import { tell } from './messages.js';
import { refuse } from './refuse.js';
import { noteDisputes } from './disputes.js';
import { createSteps } from './case-steps.js';
import { leaveOut } from './sources.js';
import { defaultRetry, initialState } from './state.js';
import type { Consent, RetryPolicy } from './state.js';

/** The applicant hands the form in. */
export function applyStarted(
  draft: Draft,
  event: Extract<CaseEvent, { type: 'started' }>,
): Refusal | undefined {
  const { plan } = draft.prepared;
  const { status } = draft.state;
  if (status === 'draft') return refuse(tell('already-started:draft'));
  if (status !== 'new' && status !== 'refused') return refuse(tell('already-started'));
  if (status === 'refused') startAnew(draft);
  const retry = retryPolicy(event.retry);
  if (retry === undefined) return refuse(tell('malformed:retry'));
  const fault = itemFault(plan, event.known ?? {}) ?? itemFault(plan, event.answers);
  if (fault !== undefined) return fault;
  const today = dateIn(plan.calendar, draft.at);
  const { data, judged, told, notTaken } = createSheet(plan, event, {
    today,
    ...omitUndefined({ derived: event.derived }),
  });
  const issues = draft.prepared.issues(plan.form.schema, judged);
  if (issues.length > 0) return refuse(tell('answers-refused'), issues);
  const unmet = notEligible(unmetIn(plan, { data: judged }));
  if (unmet !== undefined) return unmet;
  const isOpen = isOpenIn(plan, { data: judged });
  // What only a look-up tells is looked up first.
  draft.state.status = isOpen && draft.prepared.deciding.size > 0 ? 'starting' : 'running';
  draft.state.startedAt = draft.at;
  if (event.reference !== undefined) draft.state.reference = event.reference;
  draft.state.retry = retry;
  draft.state.data = data;
  const since = draft.at;
  draft.sources = Table.of(
    placesIn(data).map((place) => [place, { from: told.get(place) ?? 'applicant', since }]),
  );
  const refusal = noteDisputes(draft, event.disputes);
  if (refusal !== undefined) return refusal;
  leaveOut(draft, notTaken);
  const consents = (event.consents ?? []).map((name): [string, Consent] => [
    name,
    { decision: 'given', since },
  ]);
  if (consents.length > 0) draft.state.consents = fromEntries(consents);
  createSteps(draft);
  return undefined;
}

/** Whoever was refused may try again: nothing of the first time stays but the log. */
export function startAnew(draft: Draft): void {
  const roundsBefore = mostRounds(draft);
  const { rest, steps, sources, groups } = tablesOf(initialState(draft.state.plan));
  Object.assign(draft, { state: { ...rest, roundsBefore }, steps, sources, groups });
}

/** What is looked up anew is another submission: it goes on counting. */
function mostRounds({ steps, prepared, state }: Draft): number {
  const rounds = [...steps.entries()].flatMap(([, { step, round }]) =>
    prepared.step(step)?.kind === 'registry' ? [round] : [],
  );
  return Math.max(state.roundsBefore ?? 0, ...rounds);
}

/** An item whose key is no key, or that of another item. */
export function itemFault(plan: Plan, said: JsonObject): Refusal | undefined {
  const fault = keyFault(said, keyFieldsOf(plan));
  if (fault === undefined) return undefined;
  const issue = { at: fault.at, keyword: keyName, ...keyFaultMessage(fault) };
  return refuse(tell('duplicate-key', { role: fault.role }), [issue]);
}

export function retryPolicy(wanted: Partial<RetryPolicy> | undefined): RetryPolicy | undefined {
  const policy = { ...defaultRetry, ...wanted };
  const whole = [policy.attempts, policy.registryAttempts].every((n) => Number.isInteger(n) && n >= 1);
  const times = [policy.firstMs, policy.mostMs].every(
    (n) => Number.isFinite(n) && n >= 0 && n <= 31_536_000_000,
  );
  return whole && times && policy.factor >= 1 && policy.factor <= 100 ? policy : undefined;
}
