import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isObject, type JsonObject, type JsonSchema } from '../../base/index.js';
import { createDocument } from '../document/document.js';
import type { FormatTable } from '../formats/index.js';
import { asJson } from '../document/json-value.js';
import { patternsOf } from '../keywords/patterns-of.js';
import { ANNOTATIONS, keywordSet } from '../keywords/registry.js';
import { formatsOf } from '../options.js';
import { isSafeToBacktrack } from '../patterns/index.js';
import { eachSubschema } from '../document/positions.js';
import { assertSound } from '../evaluate/soundness.js';
import type { ValidatorOptions } from '../validate.js';
import { createAjv } from './create-ajv.js';

/** The keywords that ajv judges rightly together, or by a test of ours. */
const EXACT = keywordSet(({ name, ajv }) => ajv !== undefined || ANNOTATIONS.has(name));

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
    if (!Object.keys(schema).every((keyword) => EXACT.has(keyword))) return false;
    if (!patternsOf(schema).every(isExactPattern) || mentionsProto(schema)) return false;
    eachSubschema(schema, (subschema) => open.push(subschema));
  }
  return true;
}

/** V8 looks behind between the halves of a surrogate pair as well; ECMA-262 22.2.7.2 advances by code points. */
function isExactPattern(pattern: string): boolean {
  return isSafeToBacktrack(pattern) && !/\(\?<[=!]|\\b/i.test(pattern);
}

/** Ajv 8.20 passes over a property called `__proto__`. */
function mentionsProto(schema: JsonObject): boolean {
  return Object.values(schema).some((value) => isObject(value) && Object.hasOwn(value, '__proto__'));
}
