import { appendTo, canonicalJson, omitUndefined } from '../../base/index.js';
import { createStepGraph } from '../../graph/index.js';
import type { StepGraph } from '../../graph/index.js';
import type { Dependency, Predicate, Reason } from '../../model/index.js';
import { all, any } from '../../predicate/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { transferDays, transfersOf } from '../bind/acts.js';
import type { BoundBundle, BoundUse } from '../bind/bound.js';
import { longestChain } from './longest-chain.js';
import type { LongestChain } from './longest-chain.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Rule } from '../origin/rules.js';
import { longestLimit } from '../bind/variants.js';
import type { StepEdge, Wait } from './waits.js';

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
}

/** The limit that the plan counts with: the longest promise, or else the law, that the facts leave possible, in working days. */
export function daysOf(use: BoundUse): number {
  return longestLimit(use)?.days ?? 0;
}

/** What every step that takes time adds to its chain, in working days. */
export function stepDays(
  bound: BoundBundle,
  limitOf: (use: BoundUse) => number = daysOf,
): ReadonlyMap<string, number> {
  const present = bound.uses.filter(({ guard }) => guard !== false);
  return new Map([
    ...present.map((use): [string, number] => [use.name, limitOf(use)]),
    ...transfersOf(bound).map(({ use, transfer }): [string, number] => [
      transfer.step,
      transferDays(transfer, limitOf(use)),
    ]),
  ]);
}

/** Eighth station: stages and the critical path. */
export function orderSteps(
  bound: BoundBundle,
  rules: readonly Rule[],
  formParts: readonly FormPart[],
  edges: readonly StepEdge[],
): StepOrder {
  const present = bound.uses.filter(({ guard }) => guard !== false);
  const days = stepDays(bound);
  const nodes = [
    ...rules.map(({ step }) => step),
    ...formParts.flatMap(({ step }) => (step === undefined ? [] : [step])),
    ...present.map(({ name }) => name),
    ...transfersOf(bound).map(({ transfer }) => transfer.step),
  ];
  const graph = createStepGraph<Wait>([...new Set(nodes)].sort(), edges);
  const { order, stages } = graph.order();
  const weightOf = (step: string) => days.get(step) ?? 0;
  const criticalPath = longestChain(bound, graph, weightOf);
  const { slack } = graph.criticalPath(weightOf);
  return {
    graph,
    order,
    stages,
    criticalPath,
    slack,
  };
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
