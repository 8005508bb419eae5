import { Ajv2020, type ErrorObject, type Options } from 'ajv/dist/2020.js';
import { canonicalJson, Memo, type JsonSchema, type JsonValue, UsageError } from '../base/index.js';
import { accepts } from './accepts.js';
import { exactKeywords } from './ajv/exact-keywords.js';
import { adaptSchema } from './ajv/adapt-schema.js';
import { defaultFormats, type FormatTable } from './formats/index.js';
import { createMatcher, isPattern, isSafeToBacktrack } from './patterns/index.js';
import { validationMessage } from './explain/validation-message.js';

/** One keyword that a value does not meet. */
export interface ValidationIssue {
  /** JSON Pointer to the part of the value. */
  pointer: string;
  keyword: string;
  /** One sentence; never contains the value. */
  message: string;
  /** What the keyword asks for, by name: `limit`, `missingProperty`, `allowedValues`, … */
  params: Readonly<Record<string, JsonValue>>;
  /** JSON Pointer fragment to the keyword in the schema. */
  schemaPointer: string;
}

/** All keywords that a value does not meet; none for a valid value. */
export type Validator = (value: unknown) => ValidationIssue[];

/** How a validator treats formats. */
export interface ValidatorOptions {
  /** The formats that are asserted; `false`: `format` asserts nothing. Left out: {@link defaultFormats}. */
  readonly formats?: FormatTable | false;
}

/**
 * Compiles a schema of draft 2020-12 into a validator. Equal schemas share one validator.
 *
 * Patterns run in time linear in the text: those on which backtracking would blow up run as automata.
 *
 * @throws UsageError `schema/not-a-schema` where the schema is none, `schema/reference-outside` where a reference
 * leaves the document, `schema/pattern-refused` where a pattern has no bounded way to run, `schema/too-deep` where
 * the schema is nested more deeply than can be compiled
 */
export function createValidator(schema: JsonSchema, options: ValidatorOptions = {}): Validator {
  const formats = options.formats ?? defaultFormats;
  try {
    const text = canonicalJson(schema);
    const compilers = compilersFor(formats);
    return compilers.validators.get(text, () => {
      const compiler = text.includes('"unevaluated') ? compilers.full : compilers.plain;
      return compile(adaptSchema(schema, text), compiler, formats);
    });
  } catch (error) {
    throw explained(error);
  }
}

const mostRemembered = 2_000;

interface Compilers {
  /** For schemas with `unevaluated*`. */
  readonly full: Ajv2020;
  /** For all others: the bookkeeping for `unevaluated*` makes some of them throw in ajv 8.20. */
  readonly plain: Ajv2020;
  readonly validators: Memo<Validator>;
}

const known = new WeakMap<object, Compilers>();
const withoutFormats = {};

function compilersFor(formats: FormatTable | false): Compilers {
  const key = formats === false ? withoutFormats : formats;
  let compilers = known.get(key);
  if (!compilers) {
    const plain = createAjv(formats);
    plain.opts.unevaluated = false;
    compilers = { full: createAjv(formats), plain, validators: new Memo(mostRemembered) };
    known.set(key, compilers);
  }
  return compilers;
}

function createAjv(formats: FormatTable | false): Ajv2020 {
  const options: Options = {
    strict: false,
    // Without it, arrays shorter than prefixItems skip contains and uniqueItems in ajv 8.20.
    allErrors: true,
    ownProperties: true,
    validateFormats: formats !== false,
    logger: false,
    code: { regExp: Object.assign(boundedExpression, { code: 'new RegExp' }) },
  };
  const ajv = new Ajv2020(options);
  for (const definition of exactKeywords)
    ajv.removeKeyword(definition.keyword as string).addKeyword(definition);
  if (formats !== false) {
    for (const name of formats.names) {
      ajv.addFormat(name, {
        type: 'string',
        validate: (text: string) => formats.validate(name, text) === true,
      });
    }
  }
  return ajv;
}

/** What ajv runs for a pattern: the engine's own expression where that is harmless, else an automaton. */
function boundedExpression(
  pattern: string,
  flags: string,
): { test: (text: string) => boolean; exec?: unknown; toString: () => string } {
  if (!isPattern(pattern)) {
    throw new UsageError(
      'schema/not-a-schema',
      `The pattern "${pattern.slice(0, 200)}" is no regular expression.`,
    );
  }
  if (isSafeToBacktrack(pattern)) return new RegExp(pattern, flags);
  const test = createMatcher(pattern);
  if (!test) {
    throw new UsageError(
      'schema/pattern-refused',
      `The pattern "${pattern.slice(0, 200)}" has no bounded way to run.`,
      'Repetition together with a backreference takes exponential time; write it without the backreference.',
    );
  }
  // Ajv keeps what it runs by its text, so every pattern needs a text of its own.
  return { test, toString: () => `automaton of ${pattern}` };
}

function compile(schema: JsonSchema, ajv: Ajv2020, formats: FormatTable | false): Validator {
  const names = new Set(Object.keys(ajv.refs));
  try {
    const validate = ajv.compile(schema);
    return (value) => {
      try {
        if (!validate(value)) return (validate.errors ?? []).map(issueOf);
        // Ajv 8.20 keeps what is evaluated in plain objects, in which names such as "constructor" are always found.
        return ajv.opts.unevaluated !== false && hasInheritedName(value)
          ? interpreted(schema, formats)(value)
          : [];
      } catch (error) {
        if (error instanceof RangeError) return [tooDeep];
        // Ajv 8.20 loses track of evaluated properties where patternProperties meets a reference.
        if (error instanceof TypeError) return interpreted(schema, formats)(value);
        throw error;
      }
    };
  } catch (error) {
    // Ajv 8.20 does not come to an end on `$ref` beside `$id` in a subschema.
    if (error instanceof RangeError && isShallow(schema)) return interpreted(schema, formats);
    throw error;
  } finally {
    // Ajv remembers by identity of the schema object, which callers may make anew for ever, and by each `$id`,
    // of which the next schema must know nothing.
    if (typeof schema === 'object') ajv.removeSchema(schema);
    for (const name of Object.keys(ajv.refs)) if (!names.has(name)) delete ajv.refs[name];
  }
}

/** Has some object in the value a property named like one that every object inherits? */
function hasInheritedName(value: unknown): boolean {
  const open = [value];
  for (let part = open.pop(); open.length > 0 || part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if (!Array.isArray(part) && Object.keys(part).some((name) => name in Object.prototype)) return true;
    for (const inner of Object.values(part) as unknown[]) open.push(inner);
  }
  return false;
}

/** Without a compiler: says that a value is invalid, not where. */
function interpreted(schema: JsonSchema, formats: FormatTable | false): Validator {
  return (value) => (accepts(schema, value as JsonValue, { formats }) === true ? [] : [notAccepted]);
}

const notAccepted: ValidationIssue = {
  pointer: '',
  keyword: 'schema',
  message: 'The value does not meet the schema.',
  params: {},
  schemaPointer: '#',
};

/** Is the nesting of the schema no reason for an overflow? */
function isShallow(schema: JsonSchema): boolean {
  let level: unknown[] = [schema];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 200) return false;
    level = level.flatMap((part): unknown[] =>
      typeof part === 'object' && part !== null ? Object.values(part) : [],
    );
  }
  return true;
}

/** A recursive schema follows the value down, and the stack is finite. */
const tooDeep: ValidationIssue = {
  pointer: '',
  keyword: '$ref',
  message: 'The value is nested too deeply.',
  params: {},
  schemaPointer: '#',
};

function issueOf({ instancePath, keyword, params, schemaPath }: ErrorObject): ValidationIssue {
  const details = params as Record<string, JsonValue>;
  return {
    pointer: instancePath,
    keyword,
    message: validationMessage(keyword, details),
    params: details,
    schemaPointer: schemaPath,
  };
}

function explained(error: unknown): unknown {
  if (error instanceof UsageError) return error;
  if (error instanceof RangeError)
    return new UsageError('schema/too-deep', 'The schema is nested too deeply.');
  if (!(error instanceof Error)) return error;
  if ('missingRef' in error) {
    return new UsageError(
      'schema/reference-outside',
      `The reference "${String(error.missingRef)}" leads nowhere.`,
    );
  }
  return new UsageError('schema/not-a-schema', `The schema is none of draft 2020-12: ${error.message}.`);
}
