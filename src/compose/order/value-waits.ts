import type { SourceRef } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, fieldsOf, keyOf } from '../../predicate/index.js';
import type { BoundUse } from '../bind/bound.js';
import { conditionsOf, partRules } from '../bind/conditions.js';
import type { FormPart } from '../ask/divide-forms.js';
import { relevance } from '../bind/relevance.js';
import type { Rule } from '../origin/rules.js';
import type { MakeEdge, StepEdge, WaitContext } from './wait.js';

/** A condition that a step goes by, and where it stands. */
interface Stated {
  predicate: Predicate;
  at: SourceRef;
  /** Whether somebody is asked for its values; otherwise only what a step makes known is awaited. */
  asks: boolean;
}

/** A step goes by its conditions, so it begins when what they rest on is known. */
export function useWaits(context: WaitContext, use: BoundUse, edge: MakeEdge): StepEdge[] {
  const stated = conditionsOf(use).flatMap(({ part, predicate, around, at }): Stated[] => {
    const { awaitedBy, asks } = partRules[part];
    if (awaitedBy !== 'step') return [];
    const place = part === 'use' ? { ...at, pointer: `${at.pointer}/when` } : at;
    return [{ predicate: all(around, predicate), at: place, asks }];
  });
  return valueWaits(context, use.name, stated, edge);
}

/** A later form is asked when what its conditions rest on is known. */
export function formWaits(context: WaitContext, part: FormPart, edge: MakeEdge): StepEdge[] {
  if (part.step === undefined) return [];
  const at: SourceRef = { file: context.bound.file, pointer: '' };
  const stated = [
    ...part.needs.map((need) => ({ predicate: need.asked, at: need.leaf.at })),
    ...part.choices.map(({ choice, guard }) => ({ predicate: guard, at: choice.at })),
    ...part.questions.flatMap(({ asked, given }) => [
      { predicate: asked, at },
      { predicate: given, at },
    ]),
  ];
  return valueWaits(
    context,
    part.step,
    stated.map((one) => ({ ...one, asks: true })),
    edge,
  );
}

/** A look-up waits for its keys, and for what tells whether it takes place. */
export function lookUpWaits(context: WaitContext, rule: Rule, edge: MakeEdge): StepEdge[] {
  const { origins } = context;
  const at = (index: number): SourceRef => ({ file: rule.file, pointer: `/given/${index}` });
  const keys = rule.given.flatMap((key, index) => [
    ...origins.sourcesOf(key).flatMap(({ step, when, kind }) => {
      if (step === undefined) return [];
      const needs = kind === 'produced' ? 'approval' : 'end';
      return edge(step, rule.step, { kind: 'registry', of: key, when, at: at(index), needs });
    }),
    ...askedLater(context, key).flatMap(({ step, when }) =>
      edge(step, rule.step, { kind: 'registry', of: key, when, at: at(index), needs: 'end' }),
    ),
  ]);
  const predicate = lookUpGuard(context.origins, rule);
  const stated = [{ predicate, at: { file: rule.file, pointer: '' }, asks: true }];
  return [...keys, ...valueWaits(context, rule.step, stated, edge)];
}

/** When a look-up takes place: where it may be the source of something. */
export function lookUpGuard({ sourcesOf }: WaitContext['origins'], rule: Rule): Predicate {
  return any(
    ...rule.gives.flatMap(({ key }) =>
      sourcesOf(key)
        .filter(({ step }) => step === rule.step)
        .map(({ when }) => when),
    ),
  );
}

/** The later forms that ask for a key, and when. */
export function askedLater(
  context: WaitContext,
  key: string,
): { part: FormPart; step: string; when: Predicate }[] {
  return context.formParts.flatMap((part) => {
    if (part.step === undefined) return [];
    const asked = part.needs.filter(({ leaf }) => leaf.key === key).map((need) => need.asked);
    const question = part.questions.find(({ field }) => field === key);
    const when = any(...asked, question?.asked ?? false);
    return when === false ? [] : [{ part, step: part.step, when }];
  });
}

/** The waits of a step for the values of its conditions, one for each field and source of it. */
export function valueWaits(
  context: WaitContext,
  step: string,
  stated: readonly Stated[],
  edge: MakeEdge,
): StepEdge[] {
  const { origins } = context;
  const isLate = (field: string) => origins.latenessOf({ field, schema: {} }).when !== false;
  const isKnown = (field: string) => !isLate(field) && askedLater(context, field).length === 0;
  const byField = new Map<string, { when: Predicate; at: SourceRef }>();
  for (const { predicate, at, asks } of stated) {
    for (const field of fieldsOf(predicate)) {
      if (!asks && !isLate(field)) continue;
      const present = byField.get(field);
      // What else the condition says may have decided it, whatever this field is.
      const when = relevance(field, predicate, isKnown);
      byField.set(field, { when: any(present?.when ?? false, when), at: present?.at ?? at });
    }
  }
  return [...byField].flatMap(([field, { when: relevant, at }]) => [
    ...origins.sourcesOf(field, step).flatMap(({ step: from, when }) => {
      if (from === undefined) return [];
      return edge(from, step, { kind: 'condition', of: field, when: all(when, relevant), at, needs: 'end' });
    }),
    ...askedLater(context, field).flatMap(({ step: from, when }) =>
      edge(from, step, { kind: 'condition', of: field, when: all(when, relevant), at, needs: 'end' }),
    ),
  ]);
}

/**
 * The waits, and those for what tells whether they stand: whether to wait for a permit may rest on a grade, and so the
 * grade is awaited first.
 */
export function withWaitsOfWaits(
  context: WaitContext,
  edges: readonly StepEdge[],
  edge: MakeEdge,
): StepEdge[] {
  const found = [...edges];
  const awaited = new Map<string, Predicate>();
  const pairOf = ({ from, to }: StepEdge) => JSON.stringify([from, to]);
  const note = (one: StepEdge) =>
    awaited.set(pairOf(one), any(awaited.get(pairOf(one)) ?? false, one.data.when));
  for (const one of edges) note(one);
  for (const { to, data } of found) {
    const stated = [{ predicate: data.when, at: data.at, asks: true }];
    for (const one of valueWaits(context, to, stated, edge)) {
      const before = awaited.get(pairOf(one));
      note(one);
      if (before === undefined || keyOf(before) !== keyOf(awaited.get(pairOf(one))!)) found.push(one);
    }
  }
  return found;
}
