import { createSheet, placesIn } from '../../plan/index.js';
import { fromEntries, omitUndefined } from '../../base/index.js';
import { factsOf, evaluate } from '../../predicate/index.js';
import { rolesWithDuplicateKeys } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { dateIn } from '../../time/index.js';
import { tell } from './messages.js';
import { refuse } from './refuse.js';
import { createSteps } from './settle.js';
import { leaveOut } from './sources.js';
import { defaultRetry } from './state.js';
import type { RetryPolicy } from './state.js';

/** The applicant hands the form in. */
export function applyStarted(
  draft: Draft,
  event: Extract<CaseEvent, { type: 'started' }>,
): Refusal | undefined {
  const { plan } = draft.prepared;
  if (draft.state.status !== 'new') return refuse(tell('already-started'));
  const retry = retryPolicy(event.retry);
  if (retry === undefined) return refuse(tell('malformed:retry'));
  const roles = [event.answers, event.known ?? {}].flatMap(rolesWithDuplicateKeys);
  const [role] = roles;
  if (role !== undefined) return refuse(tell('duplicate-key', { role }));
  const today = dateIn(plan.calendar, draft.at);
  const { data, judged, told, notTaken } = createSheet(plan, event, {
    today,
    ...omitUndefined({ derived: event.derived }),
  });
  const issues = draft.prepared.issues(plan.form.schema, judged);
  if (issues.length > 0) return refuse(tell('answers-refused'), issues);
  const facts = factsOf(judged);
  const unmet = (plan.eligibility ?? []).filter(({ require }) => evaluate(require, facts) === false);
  if (unmet.length > 0) {
    const refusal = refuse(tell('not-eligible'));
    return { ...refusal, unmet: unmet.map(({ require: _, ...demand }) => demand) };
  }
  draft.state.status = 'running';
  draft.state.startedAt = draft.at;
  if (event.reference !== undefined) draft.state.reference = event.reference;
  draft.state.retry = retry;
  draft.state.data = data;
  const since = draft.at;
  draft.state.sources = fromEntries(
    placesIn(data).map((place) => [place, { from: told.get(place) ?? 'applicant', since }]),
  );
  leaveOut(draft, notTaken);
  createSteps(draft);
  return undefined;
}

function retryPolicy(wanted: Partial<RetryPolicy> | undefined): RetryPolicy | undefined {
  const policy = { ...defaultRetry, ...wanted };
  const whole = [policy.attempts, policy.registryAttempts].every((n) => Number.isInteger(n) && n >= 1);
  const times = [policy.firstMs, policy.mostMs].every(
    (n) => Number.isFinite(n) && n >= 0 && n <= 31_536_000_000,
  );
  return whole && times && policy.factor >= 1 && policy.factor <= 100 ? policy : undefined;
}
