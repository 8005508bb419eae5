import { escapeToken, isObject, own, tokensOf, valueAt } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { assertArguments, textIn } from '../messages/index.js';
import type { Text } from '../messages/index.js';
import { createValidator } from '../schema/index.js';
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
      message: authorsWords(schema, issue, locale) ?? wordsFor(issue, say),
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

/** The author's `message`, which stands beside the keyword, or at the property around it. */
function authorsWords(schema: JsonSchema, issue: ValidationIssue, locale: string): string | undefined {
  const tokens = tokensOf(fragmentOf(issue.schemaPointer));
  const places = [
    ...(issue.keyword === 'required' ? [] : tokens.map((_, at) => tokens.slice(0, tokens.length - 1 - at))),
  ];
  for (const place of places) {
    const stated = valueAt(schema, place);
    const words = isObject(stated) ? textOf(stated['message'], locale) : undefined;
    if (words !== undefined) return words;
    // Only what is about the same value speaks for it.
    if (place.at(-2) === 'properties' || place.at(-1) === 'items') return undefined;
  }
  return undefined;
}

function textOf(message: JsonValue | undefined, locale: string): string | undefined {
  if (typeof message !== 'string' && !isObject(message)) return undefined;
  return textIn(message as Text, locale);
}

function fragmentOf(pointer: string): string {
  return decodeURIComponent(pointer.replace(/^#/, ''));
}
