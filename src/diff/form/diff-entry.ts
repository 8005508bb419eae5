import { canonicalJson, isObject, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { caseFacts, elementSchemaOf, narrowingOf } from '../../compose/index.js';
import type { ComposedBundle, FormEntry } from '../../compose/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { choicesRole, isFieldOf } from '../../model/index.js';
import type { ChangeKind, Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import { includes, selfContained } from '../../schema/index.js';
import { isSame, situation } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';
import type { FormSide } from './complete-answers.js';
import { annotationChanges } from './diff-annotations.js';
import { refusedAnswers } from './counterexample.js';
import {
  absenceSchema,
  askedIfEligible,
  askedOutright,
  decidingFields,
  presenceSchema,
  shownOf,
  valueSchema,
} from './entry-schemas.js';
import type { Stop } from '../../schema/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';

/** One field or material of a form, before and after. */
export interface EntryPair {
  key: string;
  old: FormEntry | undefined;
  new: FormEntry | undefined;
}

type Aspect = 'asked' | 'not-asked' | 'required' | 'optional' | 'narrowed' | 'widened';

/** What a form says of one field or material: where it is asked, where it has to be given, and which values it takes. */
export function diffEntry(comparison: Comparison, before: FormSide, after: FormSide, pair: EntryPair): void {
  let isTold = false;
  const add = (aspect: Aspect | 'shown', found: Omit<FoundChange, 'kind'>) => {
    isTold ||= found.grade === 'breaking';
    comparison.add({
      ...placesOf(comparison, pair),
      ...subjectOf(comparison, pair),
      ...found,
      kind: kindOf(pair, aspect),
    });
  };
  const from = askedOutright(pair.old);
  const to = askedOutright(pair.new);
  const words = { before: conditionJson(from), after: conditionJson(to) };
  const required = requiredOf(pair.new);
  const wasRequired = requiredOf(pair.old);

  const refused = (facts: JsonObject) =>
    refusedAnswers(before, after, caseFacts(facts), { without: pair.key }) ?? situation(facts);
  const newly = comparison.possible(to, not(from));
  if (newly.verdict !== 'no') {
    // Whoever was not eligible was not asked; that they may apply now is told with the demand.
    const must = comparison.possible(required, not(any(from, askedIfEligible(pair.old))));
    if (must.verdict === 'yes')
      add('asked', { ...words, grade: 'breaking', counterexample: refused(must.facts) });
    else if (must.verdict === 'no' && newly.verdict === 'yes')
      add('asked', { ...words, grade: 'compatible' });
    else add('asked', { ...words, grade: 'unknown', because: becauseOf(must, newly) });
  }
  const gone = comparison.possible(from, not(to));
  // That a choice is gone is told with its step.
  if (isFieldOf(choicesRole, pair.key)) return;
  if (gone.verdict === 'yes') add('not-asked', { ...words, grade: 'compatible' });
  else if (gone.verdict === 'unknown')
    add('not-asked', { ...words, grade: 'unknown', because: gone.because });

  const tighter = comparison.possible(required, from, not(wasRequired));
  if (tighter.verdict === 'yes')
    add('required', { grade: 'breaking', counterexample: refused(tighter.facts) });
  else if (tighter.verdict === 'unknown') add('required', { grade: 'unknown', because: tighter.because });
  const looser = comparison.possible(wasRequired, to, not(required));
  if (looser.verdict === 'yes') add('optional', { grade: 'compatible' });
  else if (looser.verdict === 'unknown') add('optional', { grade: 'unknown', because: looser.because });

  const shown = all(shownOf(pair.new), not(any(shownOf(pair.old), from)), not(to));
  const fetched = comparison.possible(shown);
  if (fetched.verdict === 'yes') add('shown', { grade: 'breaking', counterexample: refused(fetched.facts) });
  else if (fetched.verdict === 'unknown') add('shown', { grade: 'unknown', because: fetched.because });

  diffWordings(comparison, before, after, pair);
  diffValues(before, after, pair, (aspect, found) => {
    // Both say the same of the values: what differs is when, and that is told.
    const isMoot = found.grade === 'unknown' && isSame(found.before, []) && isSame(found.after, []);
    if (!isTold || !isMoot) add(aspect, found);
  });
}

function requiredOf(entry: FormEntry | undefined): Predicate {
  return entry?.required ?? false;
}

function becauseOf(...found: { verdict: string; because?: Message }[]): Message {
  return found.find(({ because }) => because !== undefined)?.because ?? tell('ungraded.condition');
}

/** What the inputs say of the values besides which ones they take; the element's own schema is told with its subject. */
function diffWordings(comparison: Comparison, before: FormSide, after: FormSide, pair: EntryPair): void {
  if (pair.old === undefined || pair.new === undefined) return;
  const [from, to] = [narrowingsOf(before, pair.old), narrowingsOf(after, pair.new)];
  // Where an input has come or gone, the form says so.
  if (from.length !== to.length || isSame(from, to)) return;
  const [old, now] = [from, to].map((list): JsonSchema => ({ allOf: list.map(({ schema }) => schema) }));
  const takeTheSame = includes(old!, now!).verdict === 'yes' && includes(now!, old!).verdict === 'yes';
  for (const change of annotationChanges(old!, now!, takeTheSame))
    comparison.add({ ...placesOf(comparison, pair), ...subjectOf(comparison, pair), ...change });
}

function narrowingsOf({ composed: { bound } }: FormSide, entry: FormEntry) {
  return entry.needs.flatMap(({ leaf, asked }) => {
    const schema = narrowingOf(bound, leaf);
    return schema === undefined || schema === true ? [] : [{ asked, schema }];
  });
}

function diffValues(
  before: FormSide,
  after: FormSide,
  pair: EntryPair,
  add: (aspect: Aspect, found: Omit<FoundChange, 'kind'>) => void,
): void {
  if (pair.old === undefined || pair.new === undefined) return;
  const from = valueSchema(before.composed.bound, pair.old);
  const to = valueSchema(after.composed.bound, pair.new);
  if (isSame(from, to)) return;
  const words = {
    before: stated(before, pair.old, after, pair.new),
    after: stated(after, pair.new, before, pair.old),
  };
  const forth = includes(to, neighbourhood(before, pair.old, pair));
  if (forth.verdict === 'no') {
    const given = isObject(forth.instance) ? forth.instance : {};
    const counterexample = refusedAnswers(before, after, given, { meets: { not: to } });
    if (counterexample !== undefined) add('narrowed', { ...words, grade: 'breaking', counterexample });
    else {
      const because = tell('ungraded.no-answers-with-value');
      add('narrowed', { ...words, grade: 'unknown', because });
    }
  } else if (forth.verdict === 'unknown')
    add('narrowed', { ...words, grade: 'unknown', because: reasonOf(forth.stoppedBy) });
  const back = includes(from, neighbourhood(after, pair.new, pair));
  // Where nothing is refused, whether more is taken harms nobody.
  if (back.verdict === 'no' || (back.verdict === 'unknown' && forth.verdict === 'yes'))
    add('widened', { ...words, grade: 'compatible' });
  else if (back.verdict === 'unknown')
    add('widened', { ...words, grade: 'unknown', because: reasonOf(back.stoppedBy) });
}

/** What ended a search, and at which keyword. */
export function reasonOf({ keyword, pointer: _, ...reason }: Stop): Message {
  return keyword === '' ? reason : tell('ungraded.stopped', { keyword, reason });
}

/** All that a form says of one entry and of the fields that decide about it: every answer to the form meets it. */
function neighbourhood({ composed, entries }: FormSide, entry: FormEntry, pair: EntryPair): JsonSchema {
  const { bound } = composed;
  const deciding = new Set([...decidingFields(pair.old), ...decidingFields(pair.new)]);
  deciding.delete(entry.key);
  const others = [...deciding].sort().flatMap((field) => {
    const other = entries.get(field);
    return other === undefined ? [] : [valueSchema(bound, other), presenceSchema(bound, other)];
  });
  return {
    allOf: [valueSchema(bound, entry), presenceSchema(bound, entry), absenceSchema(bound, entry), ...others],
  };
}

/** What one version says of the values and the other does not, for showing. */
function stated(mine: FormSide, entry: FormEntry, other: FormSide, there: FormEntry): JsonValue {
  const others = saidOf(other, there);
  const own = [...saidOf(mine, entry)].filter(([key]) => !others.has(key)).map(([, schema]) => schema);
  const shown = own.map((schema) => selfContained(schema));
  return shown.length === 1 ? shown[0]! : shown;
}

/** The element's schema, what the inputs narrow it to, and under which condition they do. */
function saidOf(side: FormSide, entry: FormEntry): Map<string, JsonSchema> {
  const element = elementSchemaOf(side.composed.bound, entry.kind, entry.role, entry.name);
  const narrowings = narrowingsOf(side, entry);
  return new Map([
    [canonicalJson(element), element],
    ...narrowings.map(({ asked, schema }) => [canonicalJson([asked, schema]), schema] as const),
  ]);
}

function kindOf({ old: before, new: after }: EntryPair, aspect: Aspect | 'shown'): ChangeKind {
  if (aspect === 'shown') return 'field-shown';
  return `${(after ?? before)!.kind}-${aspect}`;
}

/** A condition as JSON. */
export function conditionJson(predicate: Predicate): JsonValue {
  return predicate;
}

function subjectOf({ old: before, new: after }: Comparison, { key, ...pair }: EntryPair) {
  const { kind } = (pair.new ?? pair.old)!;
  const described = (side: ComposedBundle) =>
    kind === 'field'
      ? side.fields.find(({ field }) => field === key)
      : side.materials.find(({ material }) => material === key);
  const title = described(after)?.title ?? described(before)?.title;
  return { subject: { [kind]: key, ...omitUndefined({ title }) } };
}

/** Where the versions say it: the inputs that one has and the other has not, else the first ones, else the element. */
function placesOf({ old: before, new: after }: Comparison, { key, ...pair }: EntryPair) {
  const sayings = (entry: FormEntry | undefined) =>
    (entry?.needs ?? []).map(({ use, leaf, asked }) => ({
      at: leaf.at,
      said: { step: use.name, asked, optional: leaf.optional, input: leaf.input, accept: leaf.accept },
    }));
  const place = (side: ComposedBundle, mine: FormEntry | undefined, other: FormEntry | undefined) => {
    const others = sayings(other);
    const own = sayings(mine);
    const one = own.find(({ said }) => !others.some((there) => isSame(there.said, said))) ?? own[0];
    return one?.at ?? side.fields.find(({ field }) => field === key)?.definition;
  };
  const [old, now]: (SourceRef | undefined)[] = [
    place(before, pair.old, pair.new),
    place(after, pair.new, pair.old),
  ];
  return { old, new: now };
}
