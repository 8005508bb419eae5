import type { JsonSchema } from '../base/index.js';
import { createDocument } from './document/document.js';
import { createEvaluator } from './evaluate/evaluate.js';
import { explain } from './explain/explain.js';
import type { ValidationIssue } from './explain/issue.js';
import { tell } from './explain/messages.js';
import type { FormatTable } from './formats/index.js';
import { asJson } from './document/json-value.js';
import { formatsOf } from './options.js';
import { assertSound } from './evaluate/soundness.js';

export type { ValidationIssue } from './explain/issue.js';

/** All keywords that a value does not meet; none for a valid value. */
export type Validator = (value: unknown) => ValidationIssue[];

/** How a validator treats formats. */
export interface ValidatorOptions {
  /** The formats that are asserted; `false`: `format` asserts nothing. Left out: {@link defaultFormats}. */
  readonly formats?: FormatTable | false;
}

/**
 * Makes a validator of a schema of draft 2020-12. Its verdicts are those of {@link accepts}: what is not decided within
 * the bounds is refused, and says so. Nothing is compiled, so it runs where code must not be made at run time.
 *
 * Patterns run in time linear in the text, as automata.
 *
 * @param schema must not change while the validator is used
 * @throws UsageError `schema/not-a-schema` where the schema is none, `schema/reference-outside` where a reference
 * leaves the document, `schema/pattern-refused` where a pattern has no bounded way to run, `schema/too-deep` where
 * the schema is nested too deeply
 */
export function createValidator(schema: JsonSchema, options: ValidatorOptions = {}): Validator {
  const document = createDocument(schema);
  const formats = formatsOf(options);
  assertSound(document);
  const evaluate = createEvaluator(document, formats);
  return (value) => {
    const read = asJson(value);
    if (read.kind === 'foreign') return [{ ...notJson, pointer: read.pointer }];
    if (read.kind === 'endless') return [tooLarge];
    const truth = evaluate(schema, read.value);
    if (truth === true) return [];
    const issues = explain(document, formats, read.value);
    return issues.length > 0 ? issues : [truth === false ? notAccepted : undecided];
  };
}

const whole = { pointer: '', keyword: 'schema', params: {}, schemaPointer: '#' } as const;
const notJson: ValidationIssue = { ...whole, ...tell('value.not-json') };
const tooLarge: ValidationIssue = { ...whole, ...tell('value.too-large') };
const notAccepted: ValidationIssue = { ...whole, ...tell('value.schema') };
const undecided: ValidationIssue = { ...whole, ...tell('value.undecided') };
