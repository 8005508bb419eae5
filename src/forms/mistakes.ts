import { escapeToken, isObject, own, tokensOf, valueAt } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { assertArguments } from '../messages/index.js';
import { accepts, createValidator } from '../schema/index.js';
import type { ValidationIssue, Validator } from '../schema/index.js';
import { sayIn } from './text.js';
import { wordsFor } from './wording.js';

/** One mistake, at its field, in the words that the applicant reads. */
export interface Mistake {
  /** JSON Pointer to the answer, or to where it is missing. */
  at: string;
  keyword: string;
  message: string;
}

/** Finds the mistakes in answers: none where the schema of the view accepts them. */
export type FindMistakes = (data: unknown) => Mistake[];

/**
 * Judges answers by the schema of a view, one mistake for one place. Compiles nothing, so it runs under a
 * content-security policy without `unsafe-eval`; verdicts are those of `accepts`.
 * @param schema of `formView`; must not change while the judge is used
 * @param locale of the form (BCP 47)
 */
export function createFormJudge(schema: JsonSchema, locale: string): FindMistakes {
  assertArguments('createFormJudge', { schema: 'schema', locale: 'text' }, { schema, locale });
  const say = sayIn(locale);
  let validate: Validator | undefined;
  return (data) => {
    validate ??= createValidator(schema);
    const found = new Map<string, ValidationIssue>();
    for (const issue of validate(data)) {
      for (const one of atLeaves(schema, issue)) {
        const known = found.get(one.pointer);
        if (known === undefined || rank(one) < rank(known)) found.set(one.pointer, one);
      }
    }
    const issues = [...found.values()];
    // What is wrong within a value says more than that the value is wrong.
    const told = issues.filter(
      ({ pointer }) => !issues.some((other) => other.pointer.startsWith(`${pointer}/`)),
    );
    return told.map((issue) => ({
      at: issue.pointer,
      keyword: issue.keyword,
      message: authorsWords(schema, issue, data as JsonValue) ?? wordsFor(issue, say),
    }));
  };
}

/** What is said first where several keywords are not met at one place. */
const order = ['required', 'type', 'enum', 'const', 'oneOf', 'anyOf', 'minLength', 'format', 'pattern'];

function rank({ keyword }: ValidationIssue): number {
  const at = order.indexOf(keyword);
  return at < 0 ? order.length : at;
}

/** A missing role is as many mistakes as it has required fields: people see fields. */
function atLeaves(schema: JsonSchema, issue: ValidationIssue): ValidationIssue[] {
  const { missingProperty } = issue.params;
  if (issue.keyword !== 'required' || typeof missingProperty !== 'string') return [issue];
  const holder = valueAt(schema, tokensOf(fragmentOf(issue.schemaPointer)).slice(0, -1));
  const at = `${issue.pointer}/${escapeToken(missingProperty)}`;
  const missing = isObject(holder) ? propertyOf(holder, missingProperty) : undefined;
  return leavesOf(missing, at).map((pointer) => ({ ...issue, pointer }));
}

function leavesOf(schema: JsonValue | undefined, at: string): string[] {
  if (!isObject(schema) || !Array.isArray(schema['required']) || schema['required'].length === 0) return [at];
  return schema['required'].flatMap((name) =>
    typeof name === 'string' ? leavesOf(propertyOf(schema, name), `${at}/${escapeToken(name)}`) : [],
  );
}

function propertyOf(schema: JsonObject, name: string): JsonValue | undefined {
  const { properties } = schema;
  return isObject(properties) ? own(properties, name) : undefined;
}

/** What an author says of a refused value: of the schemas in `messages` that refuse it, the first has its words. */
function authorsWords(schema: JsonSchema, { pointer, keyword }: ValidationIssue, data: JsonValue) {
  if (keyword === 'required') return undefined;
  const path = tokensOf(pointer);
  const value = valueAt(data, path);
  if (value === undefined) return undefined;
  for (const drawn of drawnAt(schema, data, path)) {
    const { messages } = drawn;
    for (const { schema: refusing, message } of wordedIn(messages))
      if (accepts(refusing, value) === false) return message;
  }
  return undefined;
}

function wordedIn(messages: unknown): readonly Worded[] {
  return Array.isArray(messages) ? (messages as Worded[]) : [];
}

/** An author's words for a schema, as a view has them. */
interface Worded {
  schema: JsonSchema;
  message: string;
}

/** Every schema of the view that is about a place: of an item, those too that only some items have. */
function drawnAt(schema: JsonSchema, data: JsonValue, path: readonly string[]): JsonObject[] {
  let drawn: JsonObject[] = isObject(schema) ? [schema] : [];
  let value: JsonValue | undefined = data;
  for (const token of path) {
    const here: JsonValue | undefined = value;
    drawn = drawn
      .flatMap((one) => [one, ...conditional(one, here)])
      .flatMap((one) => {
        const inner = one['type'] === 'array' ? one['items'] : propertyOf(one, token);
        return isObject(inner) ? [inner] : [];
      });
    value = valueAt(here ?? null, [token]);
  }
  return drawn;
}

/** What a view demands of this item and not of all. */
function conditional({ allOf }: JsonObject, value: JsonValue | undefined): JsonObject[] {
  if (!Array.isArray(allOf) || value === undefined) return [];
  return allOf.flatMap((part) => {
    if (!isObject(part) || part['if'] === undefined || !isObject(part['then'])) return [];
    return accepts(part['if'] as JsonSchema, value) === true ? [part['then']] : [];
  });
}

function fragmentOf(pointer: string): string {
  return decodeURIComponent(pointer.replace(/^#/, ''));
}
