import { deepEqual, omitUndefined, pointer, Table } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { parseDuration } from '../../model/index.js';
import type { Duration, PlanCalendar } from '../../model/index.js';
import { createSheet, placesIn } from '../../plan/index.js';
import { dateIn, endOf, msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { itemFault, retryPolicy, startAnew } from './apply-start.js';
import { noteDisputes } from './disputes.js';
import { keysOf } from './draft.js';
import type { Draft } from './draft.js';
import { isOpenIn, notEligible, unmetIn } from './eligibility.js';
import type { CaseEvent, Refusal } from './event.js';
import { extendDraft } from './expire.js';
import { takeBack } from './look-again.js';
import { tell } from './messages.js';
import { caseOver, refuse } from './refuse.js';
import { addItems, createSteps } from './case-steps.js';
import { dataAt, leaveOut, put } from './sources.js';
import type { CaseDraft } from './state.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Submission = Pick<EventOf<'submitted'>, 'derived' | 'disputes'> & { answers: JsonObject };

/** A draft is opened: what is known enters the case, and what rests on nothing else is looked up. */
export function applyOpened(draft: Draft, event: EventOf<'opened'>): Refusal | undefined {
  if (draft.state.status !== 'new') return refuse(tell('already-started'));
  const { known = {}, answers = {}, keepMs } = event;
  const retry = retryPolicy(event.retry);
  if (retry === undefined) return refuse(tell('malformed:retry'));
  const { plan } = draft.prepared;
  const fault = itemFault(plan, known) ?? itemFault(plan, answers);
  if (fault !== undefined) return fault;
  if (event.reference !== undefined) draft.state.reference = event.reference;
  draft.state.retry = retry;
  draft.state.draft = { openedAt: draft.at, known, answers, ...omitUndefined({ keepMs }) };
  openAnew(draft);
  return undefined;
}

/** The case holds what is known, and nothing else; what is looked up is looked up from there. */
function openAnew(draft: Draft): void {
  const { plan } = draft.prepared;
  const { known } = draft.state.draft!;
  const { data, told } = createSheet(plan, { known, answers: {} });
  // What is left out is not empty before the form is handed in: it is not known yet.
  for (const [role, list] of Object.entries(data)) {
    const isTold = Object.hasOwn(known, role) || Object.hasOwn(plan.facts, role);
    if (Array.isArray(list) && list.length === 0 && !isTold) delete data[role];
  }
  draft.state.status = 'draft';
  draft.state.data = data;
  draft.ownData.clear();
  draft.sources = Table.of(
    placesIn(data).map((place) => [place, { from: told.get(place) ?? 'sign-in', since: draft.at }]),
  );
  createSteps(draft);
  extendDraft(draft);
}

/** The answers so far are kept. Nothing is demanded of them before they are handed in. */
export function applySaved(draft: Draft, { answers }: EventOf<'saved'>): Refusal | undefined {
  const present = draftIn(draft);
  if ('code' in present) return present;
  const fault = itemFault(draft.prepared.plan, answers);
  if (fault !== undefined) return fault;
  const { refusal: _seen, ...rest } = present;
  draft.state.draft = { ...rest, answers };
  extendDraft(draft);
  return undefined;
}

/** The draft, where the case is one. */
function draftIn({ state }: Draft): CaseDraft | Refusal {
  const { status, draft } = state;
  if (status === 'draft' && draft !== undefined) return draft;
  if (status === 'running' || status === 'starting') return refuse(tell('already-started'));
  return status === 'new' ? refuse(tell('not-started')) : caseOver(status);
}

/** The applicant hands the draft in: what is too old by now is looked up again first. */
export function applySubmitted(draft: Draft, event: EventOf<'submitted'>): Refusal | undefined {
  const present = draftIn(draft);
  if ('code' in present) return present;
  const { answers = present.answers, known, derived, disputes } = event;
  const { refusal: _seen, ...rest } = present;
  draft.state.draft = { ...rest, answers };
  const fault = itemFault(draft.prepared.plan, known ?? {}) ?? itemFault(draft.prepared.plan, answers);
  if (fault !== undefined) return fault;
  if (known !== undefined && !deepEqual(known, present.known)) {
    const changed = openWith(draft, known);
    if (changed.length > 0) return keepFor(draft, { changed });
  }
  const submission = { answers, ...omitUndefined({ derived, disputes }) };
  const again = outdated(draft);
  const shown = shownOf(draft, again);
  const refusal = handIn(draft, submission, again.length > 0);
  if (refusal !== undefined || again.length === 0) return refusal;
  draft.state.status = 'starting';
  draft.state.draft = {
    ...draft.state.draft,
    submitted: { again: takeBack(draft, again), shown, ...omitUndefined({ derived, disputes }) },
  };
  return undefined;
}

/** The draft stays one, with the reason; the answers are kept. */
export function keepFor(draft: Draft, refusal: CaseDraft['refusal']): undefined {
  const { submitted: _over, ...rest } = draft.state.draft!;
  draft.state.status = 'draft';
  draft.state.draft = { ...rest, ...omitUndefined({ refusal }) };
  extendDraft(draft);
}

/** Signing in tells something else now. Gives the places that it is about. */
function openWith(draft: Draft, known: JsonObject): string[] {
  const { plan } = draft.prepared;
  const [before, after] = [draft.state.draft!.known, known].map(
    (one) => createSheet(plan, { known: one, answers: {} }).data,
  ) as [JsonObject, JsonObject];
  draft.state.draft = { ...draft.state.draft!, known };
  const places = new Set([...placesIn(before), ...placesIn(after)]);
  const changed = [...places].filter(
    (place) =>
      !deepEqual(
        dataAt({ state: { ...draft.state, data: before } }, place),
        dataAt({ state: { ...draft.state, data: after } }, place),
      ),
  );
  if (changed.length === 0) return [];
  // Whoever consented is not who is here now, for all that is known.
  delete draft.state.consents;
  reopen(draft);
  return changed;
}

/** The draft begins anew from what is known: what was looked up is looked up again. */
export function reopen(draft: Draft): void {
  const { draft: present, reference, retry, consents } = draft.state;
  startAnew(draft);
  Object.assign(draft.state, { draft: present, retry, ...omitUndefined({ reference, consents }) });
  openAnew(draft);
}

/** Look-ups whose answers are older than their registries let them be, and derivations of another day. */
function outdated(draft: Draft): string[] {
  const { plan } = draft.prepared;
  const today = dateIn(plan.calendar, draft.at);
  return plan.steps
    .filter(({ kind }) => kind === 'registry')
    .flatMap(({ id, fresh, local }) =>
      keysOf(draft, id).filter((key) => {
        const { status, since } = draft.steps.get(key)!;
        if (status !== 'approved') return false;
        if (local !== undefined) return dateIn(plan.calendar, since) !== today;
        return fresh !== undefined && isOlder(plan.calendar, since, fresh, draft.at);
      }),
    );
}

/** Answers grow old on days off as well, unless working days are counted. */
function isOlder(calendar: PlanCalendar | undefined, since: Instant, fresh: Duration, now: Instant): boolean {
  const limit = parseDuration(fresh);
  const everyDay: PlanCalendar = { id: '', weekend: [], holidays: [], workdays: [] };
  const counted =
    limit.unit === 'wd' ? calendar : { ...everyDay, ...omitUndefined({ timezone: calendar?.timezone }) };
  return msOf(endOf(counted, since, limit)) <= msOf(now);
}

/** What the applicant was shown of what some look-ups told, and of what follows from it. */
function shownOf(draft: Draft, keys: readonly string[]): Record<string, JsonValue> {
  if (keys.length === 0) return {};
  const shown: [string, JsonValue][] = [];
  for (const [place, { from }] of draft.sources.entries()) {
    const value = dataAt(draft, place);
    if ((from === 'registry' || from === 'derivation') && value !== undefined) shown.push([place, value]);
  }
  return Object.fromEntries(shown);
}

/** What was looked up again has been told, or cannot be: the case begins, unless something has changed. */
export function confirm(draft: Draft): void {
  const { submitted, answers } = draft.state.draft!;
  const { shown, derived, disputes } = submitted!;
  const changed = Object.keys(shown).filter((place) => !deepEqual(shown[place], dataAt(draft, place)));
  if (changed.length > 0) return keepFor(draft, { changed });
  const { submitted: _over, ...rest } = draft.state.draft!;
  draft.state.draft = rest;
  const refusal = handIn(draft, { answers, ...omitUndefined({ derived, disputes }) }, false);
  // What was sound before is sound with the same facts; a day may have passed.
  if (refusal !== undefined)
    keepFor(draft, refusal.unmet === undefined ? { changed: [] } : { unmet: refusal.unmet });
}

function lookedUpIn({ sources }: Draft): Set<string> {
  const told = [...sources.entries()].filter(([, { from }]) => from === 'registry' || from === 'derivation');
  return new Set(told.map(([place]) => place));
}

/** The answers enter the case, where they meet the form on the sheet of what is known and looked up. */
function handIn(
  draft: Draft,
  { answers, derived, disputes }: Submission,
  isTrial: boolean,
): Refusal | undefined {
  const { plan } = draft.prepared;
  const today = dateIn(plan.calendar, draft.at);
  const said = { known: draft.state.data, answers, lookedUp: lookedUpIn(draft) };
  const { data, judged, notTaken, beside } = createSheet(plan, said, {
    today,
    ...omitUndefined({ derived }),
  });
  const issues = draft.prepared.issues(plan.form.schema, judged);
  if (issues.length > 0) return refuse(tell('answers-refused'), issues);
  const unmet = notEligible(unmetIn(plan, { data: judged }));
  if (unmet !== undefined || isTrial) return unmet;
  const since = draft.at;
  const before = draft.sources;
  draft.state.data = data;
  draft.ownData.clear();
  draft.sources = Table.of(
    placesIn(data).map((place) => [place, before.get(place) ?? { from: 'applicant', since }]),
  );
  for (const { path, value } of beside) put(draft, pointer(...path), value, { from: 'applicant' });
  const refusal = noteDisputes(draft, disputes);
  if (refusal !== undefined) return refusal;
  leaveOut(draft, notTaken);
  draft.state.startedAt = since;
  const isOpen = isOpenIn(plan, { data: judged });
  draft.state.status = isOpen && draft.prepared.deciding.size > 0 ? 'starting' : 'running';
  addItems(draft);
  return undefined;
}
