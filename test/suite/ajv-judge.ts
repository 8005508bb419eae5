import { canonicalJson, isObject, type JsonSchema, type JsonValue } from '../../src/base/index.js';
import { createAjv } from '../../src/schema/ajv/create-ajv.js';
import { createFormatTable, defaultFormats, type FormatTable } from '../../src/schema/index.js';
import { createMatcher, isSafeToBacktrack } from '../../src/schema/patterns/index.js';
import { adaptSchema } from './adapt-schema.js';

/** Says whether an instance is valid; undefined where the validator cannot take the schema or fails on it. */
export type Judge = (instance: JsonValue) => boolean | undefined;

const noFormats = createFormatTable([]);
const compilers = new Map<string, ReturnType<typeof createAjv>>();
const numbers = new Map<FormatTable, number>();

/** Ajv, which shares no code with the evaluator, on a schema rewritten so that it judges rightly where that can be done. */
export function ajvJudge(schema: JsonSchema, formats: FormatTable | false): Judge | undefined {
  const text = canonicalJson(schema);
  const table = formats === false ? noFormats : formats;
  const ajv = compilerFor(table, text.includes('"unevaluated'));
  const names = new Set(Object.keys(ajv.refs));
  const adapted = adaptSchema(schema, text);
  try {
    const validate = ajv.compile(adapted);
    return (instance) => {
      try {
        const valid = validate(instance);
        // Ajv 8.20 keeps what is evaluated in plain objects, in which names such as "constructor" are always found.
        return valid && ajv.opts.unevaluated !== false && hasInheritedName(instance) ? undefined : valid;
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  } finally {
    if (isObject(adapted)) ajv.removeSchema(adapted);
    for (const name of Object.keys(ajv.refs)) if (!names.has(name)) delete ajv.refs[name];
  }
}

/** Ajv with formats asserted. @throws Error where it cannot take the schema or fails on the instance */
export function isValidForAjv(schema: JsonSchema): (instance: JsonValue) => boolean {
  const judge = ajvJudge(schema, defaultFormats);
  if (!judge) throw new Error('Ajv does not take the schema.');
  return (instance) => {
    const verdict = judge(instance);
    if (verdict === undefined) throw new Error('Ajv fails on the instance.');
    return verdict;
  };
}

function compilerFor(formats: FormatTable, unevaluated: boolean): ReturnType<typeof createAjv> {
  if (!numbers.has(formats)) numbers.set(formats, numbers.size);
  const key = `${numbers.get(formats)} ${unevaluated}`;
  let ajv = compilers.get(key);
  if (!ajv) {
    ajv = createAjv(formats, expressionOf);
    if (!unevaluated) ajv.opts.unevaluated = false;
    compilers.set(key, ajv);
  }
  return ajv;
}

function expressionOf(pattern: string): { test(text: string): boolean } {
  if (isSafeToBacktrack(pattern)) return new RegExp(pattern, 'u');
  const matcher = createMatcher(pattern);
  if (!matcher) throw new Error('no bounded way to run');
  return { test: (text) => matcher(text) === true };
}

/** Has some object in the value a property named like one that every object inherits? */
function hasInheritedName(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isObject(value) && Object.keys(value).some((name) => name in Object.prototype)) return true;
  return Object.values(value).some(hasInheritedName);
}
