import type { JsonObject } from '../base/index.js';
import { caseFacts, composeModel } from '../compose/index.js';
import type { ComposedBundle } from '../compose/index.js';
import type { Report } from '../model/index.js';
import { situationsOf } from './situations.js';

/** The figures of one situation. */
export interface SituationReport {
  /** An applicant in it, by field. */
  facts: JsonObject;
  report: Report;
}

/**
 * The report of every situation of a bundle, worked out for one applicant of each; every combination of the independent
 * groups is one.
 * @param most how many situations are gone through; left out: 64
 * @returns nothing where there are more of them, or their number is not known
 */
export function reportBySituation(composed: ComposedBundle, most = 64): SituationReport[] | undefined {
  const { bound, catalogue } = composed;
  const { groups, total, exact } = situationsOf(bound, { most });
  if (!exact || BigInt(total) > BigInt(most)) return undefined;
  let all: JsonObject[] = [{}];
  for (const { listed } of groups)
    all = all.flatMap((before) => listed.map(({ facts }): JsonObject => ({ ...before, ...facts })));
  return all.map((facts) => {
    const entry = { document: bound.bundle, file: bound.file };
    return { facts, report: composeModel(catalogue, entry, { facts: caseFacts(facts) }).report };
  });
}
