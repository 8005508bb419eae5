import { canonicalJson, type JsonSchema, type JsonValue } from '../../src/base/index.js';
import { firstJudge, secondJudge, type Judge } from './judges.js';
import type { Group } from './load.js';
import type { Truth } from './truth.js';

/** What is tested: joins schemas into one; throws where it refuses. */
export type Merge = (schemas: readonly JsonSchema[]) => JsonSchema;

export interface Failure {
  schemas: JsonSchema[];
  groups: string[];
  result?: JsonSchema;
  instance?: JsonValue;
  expected?: boolean;
  error?: string;
}

/** The outcome of joining many schemas. */
export interface Tally {
  joined: number;
  /** Joins with at least one instance that both judges find treated otherwise than by its parts. */
  wrong: Failure[];
  /** Joins that threw. */
  refused: Failure[];
  /** Instances on which the judges or the suite give no verdict. */
  undecided: number;
  checked: number;
}

export const emptyTally = (): Tally => ({ joined: 0, wrong: [], refused: [], undecided: 0, checked: 0 });

/** Every ordered pair of the groups of a file, over the instances of both. */
export async function tallyPairs(
  groups: readonly Group[],
  truth: Truth,
  merge: Merge,
  tally: Tally,
): Promise<void> {
  for (const a of groups) {
    for (const b of groups) {
      const instances = distinct([...a.tests, ...b.tests].map(({ data }) => data));
      await judgeJoin([a, b], instances, truth, merge, tally);
    }
  }
}

/** Joins the schemas of some groups and holds the result against what each group says. */
export async function judgeJoin(
  groups: readonly Group[],
  instances: readonly JsonValue[],
  truth: Truth,
  merge: Merge,
  tally: Tally,
): Promise<void> {
  const schemas = groups.map(({ schema }) => schema);
  const names = groups.map(({ file, description }) => `${file}: ${description}`);
  tally.joined++;
  let result: JsonSchema;
  try {
    result = merge(structuredClone(schemas));
  } catch (error) {
    tally.refused.push({ schemas, groups: names, error: String(error) });
    return;
  }
  if (!truth.judges(groups)) return;
  // A schema that the first judge cannot take costs it a tenth of a second to say so.
  const trusted = groups.every((group) => truth.trusts(group));
  let second: Judge | undefined = trusted ? undefined : await secondJudge(result);
  const first = second ?? firstJudge(result);
  for (const instance of instances) {
    const parts = groups.map((group) => truth.holds(group, instance));
    const expected = parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    if (expected === undefined) {
      tally.undecided++;
      continue;
    }
    tally.checked++;
    if (first(instance) === expected) continue;
    second ??= await secondJudge(result);
    if (second(instance) === expected) continue;
    if (first(instance) === undefined && second(instance) === undefined) {
      tally.refused.push({
        schemas,
        groups: names,
        result,
        error: 'The result is no schema that a validator takes.',
      });
      return;
    }
    tally.wrong.push({ schemas, groups: names, result, instance, expected });
    return;
  }
}

function distinct(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}
