import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/messages/index.js';
import { type JsonSchema, type JsonValue } from '../../src/base/index.js';
import {
  accepts,
  createValidator,
  includes,
  intersect,
  isEmpty,
  normalize,
  portableSchema,
  selfContained,
  witness,
} from '../../src/schema/index.js';
import faults from './judge-faults.json' with { type: 'json' };
import { firstJudge, secondJudge, type Judge } from './judges.js';
import { excluded, isFor, loadAll, loadSuite, skipNotice, suiteFolder, type Group } from './load.js';
import { emptyTally, judgeJoin, tallyPairs } from './pairs.js';
import { truthOf, type Truth } from './truth.js';
import { everyNth } from '../extent.js';

const annotated = { formats: false } as const;
const suite = suiteFolder ? loadSuite(suiteFolder) : new Map<string, Group[]>();
const files = [...suite.keys()];
const truths = new Map<string, Promise<Truth>>();
const truthOfFile = (file: string): Promise<Truth> => {
  const known = truths.get(file) ?? truthOf(suite.get(file)!);
  truths.set(file, known);
  return known;
};

/** What both judges say. Each is made once for a schema: making one costs far more than asking it. */
const judges = new Map<Group, Promise<Judge[]>>();
async function verdicts(group: Group, instance: JsonValue): Promise<ReturnType<Judge>[]> {
  const made = async () => [firstJudge(group.schema), await secondJudge(group.schema)];
  const both = judges.get(group) ?? made();
  judges.set(group, both);
  return (await both).map((judge) => judge(instance));
}

/** What the validator says; `unknown` where it does not take the schema, which no verdict of `accepts` may contradict. */
function validates(schema: JsonSchema, instance: JsonValue): boolean | 'unknown' {
  try {
    const issues = createValidator(schema, annotated)(instance);
    return issues.some(({ message }) => message.startsWith('It is not decided'))
      ? 'unknown'
      : issues.length === 0;
  } catch (error) {
    if (error instanceof UsageError) return 'unknown';
    throw error;
  }
}

if (!suiteFolder) console.warn(skipNotice);

describe.skipIf(!suiteFolder)('the official suite, draft 2020-12', () => {
  test('it is all there, and each exclusion stands for something in it', () => {
    const all = [...loadAll(suiteFolder!).values()].flat();
    expect(all.length).toBeGreaterThan(380);
    for (const exclusion of excluded) {
      expect(exclusion.reason).not.toBe('');
      expect(
        all.some((group) => isFor(exclusion, group)),
        JSON.stringify(exclusion),
      ).toBe(true);
    }
    for (const fault of faults) {
      expect(fault.reason).not.toBe('');
      for (const name of fault.groups ?? [fault.group]) {
        expect(all.some(({ file, description }) => file === fault.file && description === name)).toBe(true);
      }
    }
  });

  test.each(files)('%s: accepts says what the suite says', async (file) => {
    const truth = await truthOfFile(file);
    const groups = suite.get(file)!;
    for (const group of groups) {
      for (const { data, valid, description } of group.tests) {
        const verdict = accepts(group.schema, data, annotated);
        if (verdict !== 'unknown') expect(verdict, `${group.description}: ${description}`).toBe(valid);
        expect(validates(group.schema, data), `${group.description}: ${description}`).toBe(verdict);
      }
      for (const { data } of groups.flatMap(({ tests }) => tests)) {
        const verdict = accepts(group.schema, data, annotated);
        const holds = truth.holds(group, data);
        if (verdict === 'unknown' || holds === undefined) continue;
        expect(verdict, `${group.description} on ${JSON.stringify(data)}`).toBe(holds);
      }
    }
  });

  test.each(files)(
    '%s: every ordered pair of every other group joins rightly, and no pair is refused',
    async (file) => {
      const tally = emptyTally();
      const merge = (schemas: Parameters<typeof intersect>) => intersect(...schemas).schema;
      await tallyPairs(
        everyNth(2, suite.get(file)!),
        await truthOfFile(file),
        (schemas) => merge([...schemas]),
        tally,
      );
      expect(tally.wrong).toEqual([]);
      expect(tally.refused).toEqual([]);
      expect(tally.checked).toBeGreaterThan(0);
    },
  );

  test.each(files)(
    '%s: every group means the same when it is folded and when it is normalised',
    async (file) => {
      const truth = await truthOfFile(file);
      for (const group of suite.get(file)!) {
        const instances = group.tests.map(({ data }) => data);
        for (const fold of [
          intersect(group.schema, true).schema,
          intersect(group.schema, group.schema).schema,
        ]) {
          const tally = emptyTally();
          await judgeJoin([group], instances, truth, () => fold, tally);
          expect([...tally.wrong, ...tally.refused]).toEqual([]);
        }
        const tally = emptyTally();
        await judgeJoin([group], instances, truth, ([schema]) => normalize(schema!), tally);
        expect([...tally.wrong, ...tally.refused], 'normalised').toEqual([]);
      }
    },
  );

  test.each(files)('%s: every group means the same within another schema, and published', async (file) => {
    const truth = await truthOfFile(file);
    for (const group of suite.get(file)!) {
      const published = selfContained({
        type: 'object',
        properties: { at: portableSchema(group.schema) },
        required: ['at'],
      });
      const instances = group.tests.map(({ data }) => data);
      for (const data of instances) {
        const verdict = accepts(published, { at: data }, annotated);
        const holds = truth.holds(group, data);
        if (verdict === 'unknown' || holds === undefined) continue;
        expect(verdict, `${group.description} on ${JSON.stringify(data)}`).toBe(holds);
      }
    }
  });

  test.each(files)(
    '%s: no instance refutes that a schema is empty, and each witness is one',
    async (file) => {
      for (const group of suite.get(file)!) {
        const answer = isEmpty(group.schema, annotated);
        if (answer.verdict === 'yes') {
          expect(
            group.tests.filter(({ valid }) => valid),
            group.description,
          ).toEqual([]);
        }
        const found = witness(group.schema, annotated);
        expect(found.verdict).toBe({ yes: 'no', no: 'yes', unknown: 'unknown' }[answer.verdict]);
        if (found.verdict !== 'yes') continue;
        const said = await verdicts(group, found.instance);
        expect(
          said.includes(true) || !said.includes(false),
          `${group.description}: ${JSON.stringify(found.instance)}`,
        ).toBe(true);
      }
    },
  );

  test.each(files)('%s: no instance refutes that one schema includes another', async (file) => {
    const truth = await truthOfFile(file);
    const groups = suite.get(file)!;
    const instances = groups.flatMap(({ tests }) => tests.map(({ data }) => data));
    for (const outer of everyNth(2, groups)) {
      for (const inner of groups) {
        const answer = includes(outer.schema, inner.schema, annotated);
        const pair = `${outer.description} ⊇ ${inner.description}`;
        if (answer.verdict === 'yes') {
          const refuting = instances.filter(
            (data) => truth.holds(inner, data) === true && truth.holds(outer, data) === false,
          );
          expect(refuting, pair).toEqual([]);
        } else if (answer.verdict === 'no') {
          const [inInner, inOuter] = [
            await verdicts(inner, answer.instance),
            await verdicts(outer, answer.instance),
          ];
          const told = `${pair}: ${JSON.stringify(answer.instance)}`;
          expect(inInner.includes(true) || !inInner.includes(false), told).toBe(true);
          expect(inOuter.includes(false) || !inOuter.includes(true), told).toBe(true);
        }
      }
    }
  });
});
