import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isObject, type JsonObject, type JsonSchema } from '../../base/index.js';
import { createDocument } from '../document/document.js';
import type { FormatTable } from '../formats/index.js';
import { asJson } from '../document/json-value.js';
import { ANNOTATIONS } from '../keywords/combine.js';
import { formatsOf } from '../options.js';
import { isSafeToBacktrack } from '../patterns/index.js';
import { eachSubschema } from '../document/positions.js';
import { assertSound } from '../evaluate/soundness.js';
import type { ValidatorOptions } from '../validate.js';
import { createAjv } from './create-ajv.js';

/**
 * The keywords that ajv 8.20 judges rightly together. Not among them: `unevaluated*`, which it judges wrongly beside
 * anyOf, oneOf, if and dependentSchemas; `prefixItems`, beside which it skips contains and uniqueItems; references and
 * names of resources, on some of which it does not come to an end.
 */
const EXACT: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'format'],
  ...['minItems', 'maxItems', 'uniqueItems', 'items', 'contains', 'minContains', 'maxContains'],
  ...['minProperties', 'maxProperties', 'required', 'dependentRequired'],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'dependentSchemas'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
]);

const compilers = new WeakMap<FormatTable, Ajv2020>();

/**
 * Compiles a schema into a test for servers that judge very many values by one schema: making it takes as long as
 * thousands of verdicts of {@link createValidator}, which it then gives many times faster. It makes code at run time.
 *
 * @returns undefined where the compiler (ajv) does not judge every value rightly: `createValidator` does
 * @throws UsageError as `createValidator` does
 */
export function createCompiledValidator(
  schema: JsonSchema,
  options: ValidatorOptions = {},
): ((value: unknown) => boolean) | undefined {
  const formats = formatsOf(options);
  assertSound(createDocument(schema));
  if (!isExact(schema)) return undefined;
  let ajv = compilers.get(formats);
  if (!ajv) {
    ajv = createAjv(formats, (pattern) => new RegExp(pattern, 'u'), { allErrors: false });
    // The bookkeeping for `unevaluated*` makes some other schemas throw in ajv 8.20.
    ajv.opts.unevaluated = false;
    compilers.set(formats, ajv);
  }
  const validate = ajv.compile(schema);
  // Ajv remembers schemas by their identity, for ever.
  if (isObject(schema)) ajv.removeSchema(schema);
  return (value) => {
    const read = asJson(value);
    return read.kind === 'json' && validate(read.value);
  };
}

function isExact(root: JsonSchema): boolean {
  const open: JsonSchema[] = [root];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (!isObject(schema)) continue;
    if (!Object.keys(schema).every((keyword) => EXACT.has(keyword) || ANNOTATIONS.has(keyword))) return false;
    if (!patternsOf(schema).every(isExactPattern) || mentionsProto(schema)) return false;
    eachSubschema(schema, (subschema) => open.push(subschema));
  }
  return true;
}

function patternsOf({ pattern, patternProperties }: JsonObject): string[] {
  return [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...(isObject(patternProperties) ? Object.keys(patternProperties) : []),
  ];
}

/** V8 looks behind between the halves of a surrogate pair as well; ECMA-262 22.2.7.2 advances by code points. */
function isExactPattern(pattern: string): boolean {
  return isSafeToBacktrack(pattern) && !/\(\?<[=!]|\\b/i.test(pattern);
}

/** Ajv 8.20 passes over a property called `__proto__`. */
function mentionsProto(schema: JsonObject): boolean {
  return ['properties', 'dependentRequired', 'dependentSchemas'].some((keyword) => {
    const map = schema[keyword];
    return isObject(map) && Object.hasOwn(map, '__proto__');
  });
}
