import { cloneJson, isObject, own, setOwn, setValueAt } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { withEmptyLists } from '../../plan/index.js';
import { factsOf, evaluate } from '../../predicate/index.js';
import { rolesWithDuplicateKeys } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { refuse } from './refuse.js';
import { createSteps } from './settle.js';
import { defaultRetry } from './state.js';
import type { RetryPolicy } from './state.js';

/** The applicant hands the form in. */
export function applyStarted(
  draft: Draft,
  event: Extract<CaseEvent, { type: 'started' }>,
): Refusal | undefined {
  const { plan } = draft.prepared;
  if (draft.state.status !== 'new') return refuse('already-started', 'The case has already been started.');
  const issues = draft.prepared.issues(plan.form.schema, event.answers);
  if (issues.length > 0) {
    return refuse('answers-refused', 'The answers do not meet the form of the plan.', issues);
  }
  const retry = retryPolicy(event.retry);
  if (retry === undefined) return refuse('malformed', 'The retry policy has numbers out of range.');
  // What the host knows by signing in is not for the answers to overwrite.
  const data = withEmptyLists(plan, merged(merged(byRole(plan.facts), event.answers), event.known ?? {}));
  const roles = rolesWithDuplicateKeys(data);
  if (roles.length > 0) {
    return refuse('duplicate-key', `Items of the role "${roles[0]}" have the same key.`);
  }
  const facts = factsOf(data);
  const unmet = (plan.eligibility ?? []).filter(({ require }) => evaluate(require, facts) === false);
  if (unmet.length > 0) {
    const refusal = refuse('not-eligible', 'The applicant does not meet the conditions of the bundle.');
    return { ...refusal, unmet: unmet.map(({ require: _, ...demand }) => demand) };
  }
  draft.state.status = 'running';
  draft.state.startedAt = draft.at;
  draft.state.retry = retry;
  draft.state.data = data;
  createSteps(draft);
  return undefined;
}

/** Facts are written by field ("mother.insurance") or by role, as answers are. */
function byRole(facts: JsonObject): JsonObject {
  const data: JsonObject = {};
  for (const [key, value] of Object.entries(facts)) {
    const dot = key.indexOf('.');
    if (dot > 0) setValueAt(data, [key.slice(0, dot), key.slice(dot + 1)], cloneJson(value));
    else setOwn(data, key, cloneJson(value));
  }
  return data;
}

/** The second value over the first, object by object and item by item. */
function merged(under: JsonObject, over: JsonObject): JsonObject {
  const result = cloneJson(under);
  for (const [key, value] of Object.entries(over)) {
    const present = own(result, key);
    setOwn(result, key, present === undefined ? cloneJson(value) : mergedValue(present, value));
  }
  return result;
}

function mergedValue(under: JsonValue, over: JsonValue): JsonValue {
  if (isObject(under) && isObject(over)) return merged(under, over);
  if (Array.isArray(under) && Array.isArray(over) && over.every(isObject) && under.every(isObject)) {
    const length = Math.max(under.length, over.length);
    return Array.from({ length }, (_, index) => {
      const [left, right] = [under[index], over[index]];
      if (left === undefined || right === undefined) return cloneJson((left ?? right)!);
      return mergedValue(left, right);
    });
  }
  return cloneJson(over);
}

function retryPolicy(wanted: Partial<RetryPolicy> | undefined): RetryPolicy | undefined {
  const policy = { ...defaultRetry, ...wanted };
  const whole = [policy.attempts, policy.registryAttempts].every((n) => Number.isInteger(n) && n >= 1);
  const times = [policy.firstMs, policy.mostMs].every(
    (n) => Number.isFinite(n) && n >= 0 && n <= 31_536_000_000,
  );
  return whole && times && policy.factor >= 1 && policy.factor <= 100 ? policy : undefined;
}
