import {
  deepEqual,
  isObject,
  resolvePointer,
  setOwn,
  setValueAt,
  tokensOf,
  valueAt,
} from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { InputBinding, InputSource, PlanStep } from '../../model/index.js';
import type { Item } from '../../plan/index.js';
import { judge } from './draft.js';
import type { Draft } from './draft.js';
import type { SourceKind, StepState, ValueSource } from './state.js';

/** What somebody says of a place. */
type Statement = ValueSource & { value: JsonValue };

/** Whom a value is from; since when is seen from the event. */
export type Speaker = Omit<ValueSource, 'since'>;

/** The value at a concrete place of the data. */
export function dataAt(draft: Pick<Draft, 'state'>, place: string): JsonValue | undefined {
  return resolvePointer(draft.state.data, place) as JsonValue | undefined;
}

/**
 * Keeps what somebody says of a place beside what others say. The data hold what the one says who counts most: so the
 * order in which steps end does not decide what the case knows.
 */
export function put(draft: Draft, place: string, value: JsonValue, by: Speaker): void {
  const present = statementsAt(draft, place);
  const before = present.find((one) => isSame(one, by));
  const since = before !== undefined && deepEqual(before.value, value) ? before.since : draft.at;
  const statements = [...present.filter((one) => one !== before), { ...by, since, value }];
  statements.sort((a, b) => rankOf(draft, b) - rankOf(draft, a));
  const [first, ...others] = statements as [Statement, ...Statement[]];
  if (dataAt(draft, place) !== first.value) {
    ownPlace(draft, place);
    if (!setValueAt(draft.state.data, tokensOf(place), first.value)) return;
  }
  const { value: _, ...source } = first;
  draft.sources = draft.sources.with(place, { ...source, ...(others.length === 0 ? {} : { others }) });
  draft.filled.push(place);
  const { open } = draft.state;
  if (open.some(({ at }) => at === place)) draft.state.open = open.filter(({ at }) => at !== place);
}

/** What a step has said of a place is taken back; whoever says something of it besides counts. */
export function unsay(draft: Draft, place: string, step: string): void {
  const present = statementsAt(draft, place);
  const [first, ...others] = present.filter((one) => one.from === 'applicant' || one.step !== step);
  if (present.length === 0 || present.length === others.length + (first === undefined ? 0 : 1)) return;
  ownPlace(draft, place);
  if (first !== undefined) {
    const { value, ...source } = first;
    setValueAt(draft.state.data, tokensOf(place), value);
    draft.sources = draft.sources.with(place, { ...source, ...(others.length === 0 ? {} : { others }) });
    return;
  }
  const path = tokensOf(place);
  const holder = valueAt(draft.state.data, path.slice(0, -1));
  if (isObject(holder)) delete holder[path.at(-1)!];
  draft.sources = draft.sources.replace(place, []);
}

/** Notes what nobody asked: it is no error, and does not count. */
export function leaveOut(draft: Draft, places: readonly string[]): void {
  if (places.length > 0) draft.notTaken = [...(draft.notTaken ?? []), ...places];
}

/** What one of the sources of an input has said of a place. What signing in and the facts tell holds for every source. */
export function saidBy(draft: Draft, place: string, source: InputSource): JsonValue | undefined {
  return statementsAt(draft, place).find(({ from, step }) => {
    if (from === 'sign-in' || from === 'host') return true;
    if (source.from === 'form' || source.from === 'ask') return from === 'applicant';
    return from !== 'applicant' && step !== undefined && step === source.step;
  })?.value;
}

/** What the applicant has said of a place. */
export function saidByApplicant(draft: Draft, place: string): JsonValue | undefined {
  return statementsAt(draft, place).find(({ from }) => from === 'applicant')?.value;
}

/** Has nobody but the applicant said something there? */
export function isApplicants({ sources }: Pick<Draft, 'sources'>, place: string): boolean {
  const { from = 'applicant' } = sources.get(place) ?? {};
  return from === 'applicant';
}

/** Who says what a step yields. */
export function speakerOf({ id, kind, local }: PlanStep): Speaker {
  const from: SourceKind = kind !== 'registry' ? 'step' : local === undefined ? 'registry' : 'derivation';
  return { from, step: id };
}

/** The step that should have said what the applicant is asked for, where the applicant is no source in this situation. */
export function insteadOf(
  draft: Draft,
  binding: InputBinding,
  item: Item | undefined,
  self: StepState,
): string | undefined {
  const holding = binding.sources.filter(({ when }) => judge(draft, when, item, self) === 'yes');
  if (holding.some(({ from }) => from === 'form' || from === 'ask')) return undefined;
  return holding.find(({ step }) => step !== undefined)?.step;
}

function statementsAt(draft: Draft, place: string): Statement[] {
  const source = draft.sources.get(place);
  const value = dataAt(draft, place);
  if (value === undefined) return [];
  const { others = [], ...first } = source ?? { from: 'applicant' as const, since: draft.state.startedAt! };
  return [{ ...first, value }, ...others];
}

/** The applicant is one, whichever form it was. */
function isSame(one: Speaker, other: Speaker): boolean {
  return one.from === other.from && (one.from === 'applicant' || one.step === other.step);
}

function rankOf({ prepared }: Draft, { from, step }: Speaker): number {
  if (from === 'applicant') return 0;
  return step === undefined ? prepared.mostRank : prepared.rank(step);
}

/** Makes the containers on the way to a place the draft's own. */
function ownPlace(draft: Draft, place: string): void {
  const copyOf = (container: JsonValue | undefined): JsonValue | undefined => {
    if (draft.ownData.has(container)) return container;
    const copy = Array.isArray(container)
      ? [...container]
      : isObject(container)
        ? { ...container }
        : undefined;
    if (copy !== undefined) draft.ownData.add(copy);
    return copy;
  };
  let holder = copyOf(draft.state.data);
  draft.state.data = holder as JsonObject;
  for (const token of tokensOf(place).slice(0, -1)) {
    const copy = copyOf((holder as Record<string, JsonValue>)[token]);
    if (copy === undefined || !Object.hasOwn(holder as object, token)) return;
    setOwn(holder as JsonObject, token, copy);
    holder = copy;
  }
}
