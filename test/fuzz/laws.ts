import {
  canonicalJson,
  deepEqual,
  fromEntries,
  isObject,
  pointer,
  resolvePointer,
  tokensOf,
  type JsonSchema,
  type JsonValue,
} from '../../src/base/index.js';
import {
  accepts,
  defaultFormats,
  includes,
  intersect,
  isEmpty,
  normalize,
  type Intersection,
  type KeywordRef,
  type Verdict,
} from '../../src/schema/index.js';
import { ajvJudge } from '../suite/ajv-judge.js';
import { secondJudge } from '../suite/judges.js';

/** A law that does not hold, with everything needed to see it again. */
export interface Broken {
  law: string;
  schemas: JsonSchema[];
  result?: unknown;
  instance?: JsonValue;
  told?: string;
}

/** What a run of laws has seen. */
export interface Counts {
  pairs: number;
  instances: number;
  acceptedByBoth: number;
  emptiness: Record<Verdict, number>;
  inclusion: Record<Verdict, number>;
  acceptsUnknown: number;
  conflicts: number;
  /** Pairs for which no judge takes one of the schemas. */
  unjudged: number;
  /** Times the first judge was overruled by the second one. */
  overruled: number;
}

export const noCounts = (): Counts => ({
  pairs: 0,
  instances: 0,
  acceptedByBoth: 0,
  emptiness: { yes: 0, no: 0, unknown: 0 },
  inclusion: { yes: 0, no: 0, unknown: 0 },
  acceptsUnknown: 0,
  conflicts: 0,
  unjudged: 0,
  overruled: 0,
});

type Valid = (instance: JsonValue) => boolean;

function judge(schema: JsonSchema): Valid | undefined {
  const ajv = ajvJudge(schema, defaultFormats);
  // Ajv fails on a few values; the interpreter, judged by ajv on all others, answers for it.
  return ajv && ((instance) => ajv(instance) ?? accepts(schema, instance) === true);
}

/**
 * For the variants of a join: the interpreter of the algebra, itself judged by ajv below; compiling takes most of a
 * long run. Every eighth case, and wherever the interpreter does not know, ajv judges variants as well.
 */
function judgeVariant(schema: JsonSchema, thorough: boolean): Valid | undefined {
  if (thorough) return judge(schema);
  let compiled: Valid | undefined;
  return (instance) => {
    const verdict = accepts(schema, instance);
    if (verdict !== 'unknown') return verdict;
    compiled ??= judge(schema) ?? ((): boolean => false);
    return compiled(instance);
  };
}

const isThorough = (counts: Counts): boolean => counts.pairs % 8 === 0;

/** Checks every law on a pair of schemas over the instances. Ajv judges; Hyperjump is asked before anything counts as broken. */
export async function checkPair(
  [a, b]: readonly [JsonSchema, JsonSchema],
  instances: readonly JsonValue[],
  counts: Counts,
): Promise<Broken | undefined> {
  const suspect = firstSuspect([a, b], instances, counts);
  if (!suspect) return undefined;
  if (await isConfirmed(suspect, [a, b])) return suspect;
  counts.overruled++;
  return undefined;
}

/** Ajv has faults of its own: what it says of each schema involved must be what Hyperjump says as well. */
async function isConfirmed({ instance, result }: Broken, pair: readonly JsonSchema[]): Promise<boolean> {
  if (instance === undefined) return true;
  const involved = [...pair, ...(result === undefined ? [] : [result as JsonSchema])];
  for (const schema of involved) {
    const first = judge(schema)?.(instance);
    const second = (await secondJudge(withFormatsAsLists(schema, instance)))(instance);
    if (second !== undefined && second !== first) return false;
  }
  return true;
}

/** The same for this one instance: each format as the list of those texts of the instance that are of it. */
export function withFormatsAsLists(schema: JsonSchema, instance: JsonValue): JsonSchema {
  const texts: string[] = [];
  const collect = (value: JsonValue): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        texts.push(name);
        collect(part);
      }
    }
  };
  collect(instance);
  const rewrite = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isObject(value)) return value;
    const rewritten = fromEntries(Object.entries(value).map(([key, part]) => [key, rewrite(part)]));
    const { format, ...rest } = rewritten;
    if (typeof format !== 'string') return rewritten;
    const listed = texts.filter((text) => defaultFormats.validate(format, text) ?? true);
    const given = Array.isArray(rest['allOf']) ? rest['allOf'] : [];
    return {
      ...rest,
      allOf: [
        ...given,
        {
          anyOf: [{ not: { type: 'string' } }, listed.length === 0 ? false : { enum: [...new Set(listed)] }],
        },
      ],
    };
  };
  return rewrite(schema) as JsonSchema;
}

function firstSuspect(
  pair: [JsonSchema, JsonSchema],
  instances: readonly JsonValue[],
  counts: Counts,
): Broken | undefined {
  const [a, b] = pair;
  const before = canonicalJson(pair);
  const [inA, inB] = [judge(a), judge(b)];
  if (!inA || !inB) {
    counts.unjudged++;
    return undefined;
  }
  counts.pairs++;
  counts.instances += instances.length;
  const fromA = instances.map((instance) => inA(instance));
  const fromB = instances.map((instance) => inB(instance));
  const both = instances.filter((_, index) => fromA[index] && fromB[index]);
  counts.acceptedByBoth += both.length;
  const facts: Facts = { pair, instances, fromA, fromB, both, counts };
  const broken =
    joinLaws(facts, intersect(a, b)) ??
    joinLaws(facts, intersect(b, a), true) ??
    foldLaws(facts) ??
    emptinessLaws(facts) ??
    inclusionLaws(facts) ??
    acceptsLaws(facts);
  if (broken) return broken;
  return canonicalJson(pair) === before ? undefined : { law: 'inputs are never mutated', schemas: pair };
}

interface Facts {
  pair: [JsonSchema, JsonSchema];
  instances: readonly JsonValue[];
  fromA: readonly boolean[];
  fromB: readonly boolean[];
  /** Instances of both. */
  both: readonly JsonValue[];
  counts: Counts;
}

function joinLaws(
  { pair, instances, fromA, fromB, both, counts }: Facts,
  joined: Intersection,
  turned = false,
): Broken | undefined {
  const schemas = turned ? [pair[1], pair[0]] : [...pair];
  const result = joined.schema;
  const inResult = turned ? judgeVariant(result, isThorough(counts)) : judge(result);
  if (!inResult) return { law: 'the result is a schema', schemas, result };
  for (const [index, instance] of instances.entries()) {
    if (inResult(instance) !== (fromA[index]! && fromB[index]!)) {
      return { law: 'valid for the result iff valid for both', schemas, result, instance };
    }
  }
  counts.conflicts += joined.conflicts.length;
  for (const { at, whole, because } of joined.conflicts) {
    const refuted = isJudgeable(at, because, schemas)
      ? both.find((instance) => whole || reaches(instance, tokensOf(at)))
      : undefined;
    if (refuted !== undefined) {
      return {
        law: 'a conflict is never refuted',
        schemas,
        result,
        instance: refuted,
        told: `conflict at "${at}"`,
      };
    }
    const stray = because.find((ref) => !standsThere(ref, schemas));
    if (stray || because.length === 0) {
      return {
        law: 'a conflict names keywords that are there',
        schemas,
        result,
        told: JSON.stringify({ at, because }),
      };
    }
  }
  return undefined;
}

/** The asterisk stands for items or for further properties, of which it is not said which: only items are judged. */
function isJudgeable(at: string, because: readonly KeywordRef[], schemas: readonly JsonSchema[]): boolean {
  if (!at.split('/').includes('*')) return true;
  // Beside prefixItems the asterisk stands for the items behind them.
  if (canonicalJson(schemas).includes('"prefixItems"')) return false;
  return because.every(
    (ref) => /\/items(?:\/|$)/.test(ref.pointer) && !/[pP]ropert(?:ies|yNames)/.test(ref.pointer),
  );
}

function reaches(instance: JsonValue | undefined, [token, ...rest]: readonly string[]): boolean {
  if (instance === undefined) return false;
  if (token === undefined) return true;
  if (token === '*') return Array.isArray(instance) && instance.some((item) => reaches(item, rest));
  return reaches(resolvePointer(instance, pointer(token)) as JsonValue | undefined, rest);
}

function standsThere({ index, pointer: at, value }: KeywordRef, schemas: readonly JsonSchema[]): boolean {
  return deepEqual(resolvePointer(schemas[index], at), value);
}

function foldLaws({ pair, instances, fromA, counts }: Facts): Broken | undefined {
  const [a, b] = pair;
  for (const [law, result] of [
    ['a schema with itself means the same', intersect(a, a).schema],
    ['a schema with true means the same', intersect(true, a).schema],
    ['the normal form means the same', normalize(a)],
  ] as const) {
    const inResult = judgeVariant(result, isThorough(counts));
    if (!inResult) return { law, schemas: [a], result };
    const instance = instances.find((each, index) => inResult(each) !== fromA[index]);
    if (instance !== undefined) return { law, schemas: [a], result, instance };
  }
  if (intersect(a, false).schema !== false) return { law: 'false absorbs', schemas: [a] };
  const once = intersect(a, b).schema;
  if (canonicalJson(intersect(a, b).schema) !== canonicalJson(once))
    return { law: 'same bytes', schemas: [...pair] };
  return undefined;
}

function emptinessLaws({ pair, both, counts }: Facts): Broken | undefined {
  const { schema } = intersect(...pair);
  const answer = isEmpty(schema);
  counts.emptiness[answer.verdict]++;
  if (answer.verdict === 'yes' && both.length > 0) {
    return { law: 'emptiness is never refuted', schemas: [...pair], result: schema, instance: both[0]! };
  }
  if (answer.verdict === 'no' && !pair.every((each) => judge(each)!(answer.instance))) {
    return { law: 'a witness is an instance', schemas: [...pair], result: schema, instance: answer.instance };
  }
  return undefined;
}

function inclusionLaws({ pair, instances, fromA, fromB, counts }: Facts): Broken | undefined {
  const [a, b] = pair;
  const answer = includes(a, b);
  counts.inclusion[answer.verdict]++;
  if (answer.verdict === 'yes') {
    const instance = instances.find((_, index) => fromB[index]! && !fromA[index]!);
    if (instance !== undefined) return { law: 'inclusion is never refuted', schemas: [...pair], instance };
  }
  if (answer.verdict === 'no' && (judge(a)!(answer.instance) || !judge(b)!(answer.instance))) {
    return { law: 'a counterexample is one', schemas: [...pair], instance: answer.instance };
  }
  return undefined;
}

function acceptsLaws({ pair, instances, fromA, counts }: Facts): Broken | undefined {
  for (const [index, instance] of instances.entries()) {
    const verdict = accepts(pair[0], instance);
    if (verdict === 'unknown') counts.acceptsUnknown++;
    else if (verdict !== fromA[index]) {
      return {
        law: 'accepts says what the validator says',
        schemas: [pair[0]],
        instance,
        told: `accepts: ${verdict}`,
      };
    }
  }
  return undefined;
}

/** Three schemas folded in each order mean the same; both judges agree on what is broken. */
export async function checkOrder(
  schemas: readonly [JsonSchema, JsonSchema, JsonSchema],
  instances: readonly JsonValue[],
): Promise<Broken | undefined> {
  const suspect = firstOutOfOrder(schemas, instances);
  return suspect && (await isConfirmed(suspect, schemas)) ? suspect : undefined;
}

function firstOutOfOrder(
  schemas: readonly [JsonSchema, JsonSchema, JsonSchema],
  instances: readonly JsonValue[],
): Broken | undefined {
  const [a, b, c] = schemas;
  const valid = schemas.map((schema) => judge(schema));
  if (valid.includes(undefined)) return undefined;
  const orders = [
    [a, b, c],
    [c, a, b],
    [intersect(a, b).schema, c],
    [a, intersect(b, c).schema],
  ];
  for (const order of orders) {
    const result = intersect(...order).schema;
    const inResult = judgeVariant(result, order === orders[0]);
    if (!inResult) return { law: 'the result is a schema', schemas: order, result };
    for (const instance of instances) {
      if (inResult(instance) !== valid.every((inPart) => inPart!(instance))) {
        return { law: 'three schemas mean the same in every order', schemas: order, result, instance };
      }
    }
  }
  return undefined;
}
