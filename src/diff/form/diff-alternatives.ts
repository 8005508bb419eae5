import { appendTo, canonicalJson, isObject } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import { formSchema, leavesOf, waysOf } from '../../compose/index.js';
import type { ComposedBundle, Demand, FormPart } from '../../compose/index.js';
import { fieldsOf } from '../../predicate/index.js';
import { includes } from '../../schema/index.js';
import { isSame } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';
import type { FormSide } from './complete-answers.js';
import { refusedAnswers } from './counterexample.js';
import { reasonOf } from './diff-entry.js';
import { presenceSchema, valueSchema } from './entry-schemas.js';
import { tell } from '../messages.js';

type ChoiceNeed = FormPart['choices'][number];

interface Alternatives {
  need: ChoiceNeed;
  schema: JsonSchema;
  groups: JsonValue;
  /** The same with the ways in which materials may be given. */
  ways: JsonValue;
}

/** Inputs of which one alternative is enough: step by step, in the order in which their blocks state them. */
export function diffAlternatives(comparison: Comparison, before: FormSide, after: FormSide): void {
  const [old, now] = [byStep(before), byStep(after)];
  for (const step of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [from, to] = withoutEqual(old.get(step) ?? [], now.get(step) ?? []);
    for (let index = 0; index < Math.max(from.length, to.length); index++) {
      diffPair(comparison, { before, after, step, from: from[index], to: to[index] });
    }
  }
}

interface Pair {
  before: FormSide;
  after: FormSide;
  step: string;
  from: Alternatives | undefined;
  to: Alternatives | undefined;
}

function diffPair(comparison: Comparison, { before, after, step, from, to }: Pair): void {
  const inDetail = isSame(from?.groups, to?.groups);
  const found: Omit<FoundChange, 'kind' | 'grade'> = {
    subject: { step },
    before: inDetail ? from?.ways : from?.groups,
    after: inDetail ? to?.ways : to?.groups,
    old: from?.need.choice.at,
    new: to?.need.choice.at,
  };
  const forth = includes(to?.schema ?? true, neighbourhood(before, from, to));
  if (forth.verdict === 'no') {
    const given = isObject(forth.instance) ? forth.instance : {};
    const counterexample =
      refusedAnswers(before, after, {}) ??
      refusedAnswers(before, after, given, { meets: { not: to?.schema ?? true } });
    const kind = from === undefined ? 'alternatives-asked' : 'alternatives-narrowed';
    const because = tell('ungraded.no-answers');
    if (counterexample === undefined) comparison.add({ ...found, kind, grade: 'unknown', because });
    else comparison.add({ ...found, kind, grade: 'breaking', counterexample });
  } else if (forth.verdict === 'unknown') {
    const because = reasonOf(forth.stoppedBy);
    comparison.add({ ...found, kind: 'alternatives-narrowed', grade: 'unknown', because });
  }
  if (to === undefined) {
    comparison.add({ ...found, kind: 'alternatives-not-asked', grade: 'compatible' });
    return;
  }
  if (from === undefined) return;
  const back = includes(from.schema, neighbourhood(after, to, from));
  if (back.verdict === 'no' || (back.verdict === 'unknown' && forth.verdict === 'yes'))
    comparison.add({ ...found, kind: 'alternatives-widened', grade: 'compatible' });
  else if (back.verdict === 'unknown') {
    const because = reasonOf(back.stoppedBy);
    comparison.add({ ...found, kind: 'alternatives-widened', grade: 'unknown', because });
  }
}

function neighbourhood(
  { composed, entries }: FormSide,
  own: Alternatives | undefined,
  other: Alternatives | undefined,
): JsonSchema {
  const { bound } = composed;
  const needs = [own, other].flatMap((one) => (one === undefined ? [] : [one.need]));
  const keys = new Set(
    needs.flatMap(({ guard, choice }) => [
      ...fieldsOf(guard),
      ...[...leavesOf([choice])].flatMap((leaf) => [leaf.key, ...fieldsOf(leaf.guard)]),
    ]),
  );
  const said = [...keys].sort().flatMap((key) => {
    const entry = entries.get(key);
    return entry === undefined ? [] : [valueSchema(bound, entry), presenceSchema(bound, entry)];
  });
  return { allOf: [own?.schema ?? true, ...said] };
}

function byStep({ composed, part }: FormSide): Map<string, Alternatives[]> {
  const found = new Map<string, Alternatives[]>();
  for (const need of part.choices) {
    const own = {
      need,
      schema: schemaOf(composed, part, need),
      groups: need.choice.groups.map(keysOf),
      ways: need.choice.groups.map(waysIn),
    };
    if (own.schema === true) continue;
    appendTo(found, need.use.name, own);
  }
  return found;
}

function keysOf(group: readonly Demand[]): JsonValue[] {
  return [...leavesOf(group)].map(({ key }) => key);
}

function waysIn(group: readonly Demand[]): JsonValue[] {
  return [...leavesOf(group)].map(({ key, accept }) =>
    accept.length === 0 ? key : `${key} (${waysOf(accept).join(', ')})`,
  );
}

function schemaOf({ bound, origins }: ComposedBundle, part: FormPart, need: ChoiceNeed): JsonSchema {
  const { $schema: _, ...schema } = formSchema(
    bound,
    { ...part, needs: [], questions: [], choices: [need] },
    origins,
  );
  return schema;
}

function withoutEqual(
  old: readonly Alternatives[],
  now: readonly Alternatives[],
): [Alternatives[], Alternatives[]] {
  const has = (list: readonly Alternatives[], one: Alternatives) =>
    list.some(({ schema }) => isSame(schema, one.schema));
  const ordered = (list: readonly Alternatives[], other: readonly Alternatives[]) => [
    ...new Map(
      list.filter((one) => !has(other, one)).map((one) => [canonicalJson(one.schema), one]),
    ).values(),
  ];
  return [ordered(old, now), ordered(now, old)];
}
