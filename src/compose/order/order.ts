import { appendTo, canonicalJson, omitUndefined } from '../../base/index.js';
import { createStepGraph } from '../../graph/index.js';
import type { StepGraph } from '../../graph/index.js';
import { parseDuration } from '../../model/index.js';
import type { Dependency, Duration, Predicate, Reason } from '../../model/index.js';
import { daysOfStep, ordinaryPace } from '../../time/index.js';
import type { Pace, StepTime } from '../../time/index.js';
import { all, any } from '../../predicate/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { transfersOf } from '../bind/acts.js';
import { checksOf } from '../bind/checks-of.js';
import type { BoundBundle, BoundUse } from '../bind/bound.js';
import { longestChain } from './longest-chain.js';
import type { ChainTime, LongestChain } from './longest-chain.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Rule } from '../origin/rules.js';
import { longestLimit } from '../bind/variants.js';
import type { StepEdge, Wait } from './wait.js';

export { stepGuards } from '../bind/step-guards.js';

/** The order of the steps. */
export interface StepOrder {
  graph: StepGraph<Wait>;
  order: string[];
  stages: string[][];
  /** The longest chain that some situation walks through. */
  criticalPath: LongestChain;
  /** Working days by which a step may be late without delaying the whole. */
  slack: ReadonlyMap<string, number>;
  /** How its days are counted before a case has a date. */
  pace: Pace;
}

/** What takes time in a use: the longest promise, or else the law, that the facts leave possible, and what it does not count. */
export function timeOf(use: BoundUse, limit = longestLimit(use)?.limit): StepTime {
  const accepted = use.acts.flatMap(({ act, transfer, when }) =>
    act === 'accept' && transfer !== undefined && when !== false ? [transfer.step] : [],
  );
  const pauses = use.pauses.filter(({ when }) => when !== false);
  return {
    ...(limit === undefined ? {} : { limit: parseDuration(limit) }),
    pauses: pauses.map(({ pause }) => parseDuration(pause.time)),
    ...(accepted.length === 0 ? {} : { since: accepted }),
  };
}

/** The working days that a use takes by itself. */
export function daysOf(use: BoundUse, pace: Pace = ordinaryPace(undefined)): number {
  return daysOfStep(pace, timeOf(use));
}

/** Every step that takes time, and what takes it. */
export function stepTimes(
  bound: BoundBundle,
  limitOf?: (use: BoundUse) => Duration | undefined,
): ReadonlyMap<string, StepTime> {
  const present = bound.uses.filter(({ guard }) => guard !== false);
  return new Map([
    ...present.map((use): [string, StepTime] => [use.name, timeOf(use, limitOf?.(use))]),
    ...transfersOf(bound).map(({ transfer: { step, time } }): [string, StepTime] => [
      step,
      { pauses: [], ...(time === undefined ? {} : { limit: parseDuration(time) }) },
    ]),
  ]);
}

/** Eighth station: stages and the critical path. */
export function orderSteps(
  bound: BoundBundle,
  rules: readonly Rule[],
  formParts: readonly FormPart[],
  { edges, pace }: { edges: readonly StepEdge[]; pace: Pace },
): StepOrder {
  const present = bound.uses.filter(({ guard }) => guard !== false);
  const times = stepTimes(bound);
  const nodes = [
    ...rules.map(({ step }) => step),
    ...formParts.flatMap(({ step }) => (step === undefined ? [] : [step])),
    ...present.map(({ name }) => name),
    ...transfersOf(bound).map(({ transfer }) => transfer.step),
    // What is looked at after the decision takes none of the applicant's time.
    ...checksOf(bound).map(({ step }) => step),
  ];
  const graph = createStepGraph<Wait>([...new Set(nodes)].sort(), edges);
  const { order, stages } = graph.order();
  const time = chainTime(pace, times);
  const criticalPath = longestChain(bound, graph, time);
  const { slack } = graph.criticalPath(time.weightOf);
  return { graph, order, stages, criticalPath, slack, pace };
}

/** What chains of steps take. */
export function chainTime(pace: Pace, times: ReadonlyMap<string, StepTime>): ChainTime {
  const addsUp = [...times.values()].every(({ limit, pauses }) =>
    [...pauses, ...(limit === undefined ? [] : [limit])].every(({ unit }) => unit === 'wd'),
  );
  return { pace, timeOf: (step) => times.get(step), weightOf: weightsOf(pace, times), addsUp };
}

/**
 * The longest chain by the limits alone. A promise of a bundle is kept as the promises of its blocks are: neither counts
 * the time of a pause.
 */
export function promisedChain(
  { bound, graph, pace }: { bound: BoundBundle; graph: StepGraph<Wait>; pace: Pace },
  limitOf?: (use: BoundUse) => Duration | undefined,
): LongestChain {
  const times = [...stepTimes(bound, limitOf)].map(
    ([step, time]) => [step, { ...time, pauses: [] }] as const,
  );
  return longestChain(bound, graph, chainTime(pace, new Map(times)));
}

/** The working days that each step takes by itself; a transfer within the limit of its step takes what goes beyond it. */
function weightsOf(pace: Pace, times: ReadonlyMap<string, StepTime>): (step: string) => number {
  const weights = new Map([...times].map(([step, time]) => [step, daysOfStep(pace, time)]));
  for (const [step, { since = [] }] of times)
    for (const transfer of since)
      weights.set(transfer, Math.max(0, (weights.get(transfer) ?? 0) - weights.get(step)!));
  return (step) => weights.get(step) ?? 0;
}

/** The waits of every step, one entry for each step that it waits for. */
export function dependenciesByStep(
  catalogue: LoadedCatalogue,
  edges: readonly StepEdge[],
): ReadonlyMap<string, Dependency[]> {
  const byStep = new Map<string, Map<string, Wait[]>>();
  for (const { from, to, data } of edges) {
    const byFrom = byStep.get(to) ?? new Map<string, Wait[]>();
    appendTo(byFrom, from, data);
    byStep.set(to, byFrom);
  }
  return new Map([...byStep].map(([step, byFrom]) => [step, dependenciesOf(catalogue, byFrom)]));
}

function dependenciesOf(
  catalogue: LoadedCatalogue,
  byFrom: ReadonlyMap<string, readonly Wait[]>,
): Dependency[] {
  return [...byFrom]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, waits]): Dependency => {
      const when = any(...waits.map((wait) => wait.when));
      return {
        step: from,
        needs: waits.some(({ needs }) => needs === 'approval') ? 'approval' : 'end',
        ...(when === true ? {} : { when }),
        because: reasonsOf(catalogue, waits),
      };
    });
}

function reasonsOf(catalogue: LoadedCatalogue, waits: readonly Wait[]): Reason[] {
  const reasons = waits.map(({ kind, of, text, basis, at }): Reason => {
    const { file, pointer, range } = catalogue.locate(at);
    return {
      kind,
      of,
      ...omitUndefined({ text, basis }),
      file,
      pointer,
      ...(range === undefined ? {} : { line: range.start.line, column: range.start.column }),
    };
  });
  const unique = new Map(reasons.map((reason) => [canonicalJson(reason), reason]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
}

/** The condition under which all of these edges stand at once. */
export function togetherWhen(
  guards: ReadonlyMap<string, Predicate>,
  edges: readonly { from: string; to: string; data: Wait }[],
): Predicate {
  return all(
    ...edges.flatMap(({ from, to, data }) => [data.when, guards.get(from) ?? true, guards.get(to) ?? true]),
  );
}
