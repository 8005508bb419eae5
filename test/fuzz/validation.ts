import fc from 'fast-check';
import { resolvePointer, type JsonSchema, type JsonValue } from '../../src/base/index.js';
import {
  accepts,
  createCompiledValidator,
  createValidator,
  type ValidationIssue,
} from '../../src/schema/index.js';
import { createDocument } from '../../src/schema/document/document.js';
import { explain } from '../../src/schema/explain/explain.js';
import { defaultFormats } from '../../src/schema/index.js';
import { secondJudge, type Judge } from '../suite/judges.js';
import { closedSchema, draftSchema, fieldSchema, formSchema, patternSchema } from './generators.js';
import { instancesFor } from './instances.js';
import { withFormatsAsLists } from './laws.js';
import { createRandom } from './random.js';

/** The kinds of schemas on which validation is compared. */
export const validated: Readonly<Record<string, fc.Arbitrary<JsonSchema>>> = {
  fields: fieldSchema,
  forms: formSchema,
  draft: draftSchema,
  closed: closedSchema,
  patterns: patternSchema,
};

/** What a comparison has seen. */
export interface ValidationCounts {
  schemas: number;
  /** Pairs of a schema and an instance. */
  pairs: number;
  valid: number;
  undecided: number;
  /** Pairs that the independent validator judged as well, and the engine's RegExp. */
  judged: number;
  matched: number;
  /** Pairs that compiled code judged as well. */
  compiled: number;
}

/** A pair on which somebody disagrees. */
export interface Disagreement {
  who: string;
  schema: JsonSchema;
  instance: JsonValue;
  verdict: boolean | 'unknown';
  issues?: ValidationIssue[];
}

export interface ValidationOutcome {
  counts: ValidationCounts;
  /** The smallest disagreement, and how to see it again. */
  failure?: { broken: Disagreement; seed: number; path: string };
}

/** Holds every way to validate against every other one, and against an independent validator, all in one process. */
export async function runValidation(kind: string, cases: number, seed: number): Promise<ValidationOutcome> {
  const counts: ValidationCounts = {
    schemas: 0,
    pairs: 0,
    valid: 0,
    undecided: 0,
    judged: 0,
    matched: 0,
    compiled: 0,
  };
  let last: Disagreement | undefined;
  const property = fc.asyncProperty(validated[kind]!, fc.nat(), async (schema, salt) => {
    const broken = await compare(schema, instancesFor([schema], createRandom(salt), 12), counts);
    if (broken) last = broken;
    return broken === undefined;
  });
  const details = await fc.check(property, { numRuns: cases, seed });
  if (!details.failed) return { counts };
  if (!last) throw new Error('The comparison threw.', { cause: details.errorInstance });
  return { counts, failure: { broken: last, seed: details.seed, path: details.counterexamplePath ?? '' } };
}

async function compare(
  schema: JsonSchema,
  instances: readonly JsonValue[],
  counts: ValidationCounts,
): Promise<Disagreement | undefined> {
  counts.schemas++;
  const validate = createValidator(schema);
  const compiled = createCompiledValidator(schema);
  const independent = await independentOf(schema);
  for (const instance of instances) {
    counts.pairs++;
    const verdict = accepts(schema, instance);
    const issues = validate(instance);
    const disagreement = (who: string): Disagreement => ({ who, schema, instance, verdict, issues });
    if (verdict === true) counts.valid++;
    if (verdict === 'unknown') counts.undecided++;
    if ((issues.length === 0) !== (verdict === true)) return disagreement('createValidator');
    const poor = poorIssue(schema, instance, issues);
    if (poor) return disagreement(poor);
    if (compiled) {
      counts.compiled++;
      if (compiled(instance) !== (verdict === true)) return disagreement('createCompiledValidator');
    }
    const judged = (await independent(instance))(instance);
    if (judged !== undefined && verdict !== 'unknown') {
      counts.judged++;
      if (judged !== verdict) return disagreement('the independent validator');
    }
    const matched = matchedBy(schema, instance);
    if (matched !== undefined && verdict !== 'unknown') {
      counts.matched++;
      if (matched !== verdict) return disagreement('RegExp');
    }
  }
  return undefined;
}

/**
 * The independent validator, which knows no formats. It divides doubles: where a number is not the double nearest to it,
 * as 0.1 and 1e300 are not, it is not asked what is a multiple.
 */
async function independentOf(schema: JsonSchema): Promise<(instance: JsonValue) => Promise<Judge> | Judge> {
  const divisors = numbersIn(schema, 'multipleOf');
  if (!divisors.every(isDouble)) return () => () => undefined;
  const hasFormat = JSON.stringify(schema).includes('"format"');
  const judge = hasFormat ? undefined : await secondJudge(schema);
  return (instance) => {
    if (divisors.length > 0 && !numbersIn(instance).every(isDouble)) return () => undefined;
    return judge ?? secondJudge(withFormatsAsLists(schema, instance));
  };
}

function numbersIn(value: JsonValue, key?: string): number[] {
  const numbers: number[] = [];
  JSON.stringify(value, (name, part: unknown) => {
    if (typeof part === 'number' && (key === undefined || name === key)) numbers.push(part);
    return part;
  });
  return numbers;
}

/** Is the number, as it is written, a double? 1e300 is not: the double nearest to it is a multiple of 3. */
function isDouble(number: number): boolean {
  if (!Number.isInteger(number)) return Number.isInteger(number * 1_024) && Math.abs(number) < 2 ** 40;
  const [digits = '', power = '0'] = String(number).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  return BigInt(number) === BigInt(whole + fraction) * 10n ** BigInt(Number(power) - fraction.length);
}

/** What is wrong with the explanation of a verdict. */
function poorIssue(
  schema: JsonSchema,
  instance: JsonValue,
  issues: readonly ValidationIssue[],
): string | undefined {
  if (issues.length === 0) {
    return explain(createDocument(schema), defaultFormats, instance).length > 0
      ? 'the explanation of a valid value'
      : undefined;
  }
  for (const { pointer, keyword, schemaPointer } of issues) {
    if (keyword === 'schema') return 'an issue without a place';
    if (resolvePointer(instance, pointer) === undefined) return 'the place of an issue';
    const at = decodeURIComponent(schemaPointer.slice(1));
    const stated =
      keyword === 'false schema'
        ? resolvePointer(schema, at.replace(/\/false schema$/, ''))
        : resolvePointer(schema, at);
    if (stated === undefined) return 'the keyword of an issue';
  }
  return undefined;
}

/** What the engine's own expression says, where the schema is nothing but a pattern. */
function matchedBy(schema: JsonSchema, instance: JsonValue): boolean | undefined {
  if (typeof schema !== 'object' || typeof schema['pattern'] !== 'string' || typeof instance !== 'string') {
    return undefined;
  }
  return instance.length <= 20 && Object.keys(schema).length === 1
    ? new RegExp(schema['pattern'], 'u').test(instance)
    : undefined;
}
