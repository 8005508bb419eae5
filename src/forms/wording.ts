import { literal } from '../messages/index.js';
import type { PlainArg } from '../messages/index.js';
import type { ValidationIssue } from '../schema/index.js';
import type { SayForm } from './text.js';

type Params = ValidationIssue['params'];
type Wording = (say: SayForm, params: Params) => string;

/** What is said of a mistake to the person who made it, who knows nothing of schemas. */
export function wordsFor({ keyword, params }: ValidationIssue, say: SayForm): string {
  return (Object.hasOwn(wordings, keyword) ? wordings[keyword]! : shape)(say, params);
}

const shape: Wording = (say) => say('form.shape');
const missing: Wording = (say) => say('form.required');
const choice: Wording = (say) => say('form.choice');

type Limited =
  'at-least' | 'at-most' | 'more-than' | 'less-than' | 'longer' | 'shorter' | 'more-items' | 'fewer-items';
const limited =
  (code: Limited): Wording =>
  (say, { limit }) =>
    say(`form.${code}`, { limit: plain(limit) });

function plain(value: Params[string] | undefined): PlainArg {
  return typeof value === 'number' ? value : literal(JSON.stringify(value ?? null));
}

/** One that has to be there and is not is missing; of several, their number is told. */
const unlessOne =
  (code: Limited): Wording =>
  (say, params) =>
    params['limit'] === 1 ? missing(say, params) : limited(code)(say, params);

const types = { number: 'form.number', integer: 'form.integer', string: 'form.text' } as const;
const formats = {
  date: 'form.date',
  time: 'form.time',
  email: 'form.email',
  'cn-resident-id': 'form.resident-id',
  'cn-usci': 'form.usci',
} as const;

const wordings: Readonly<Record<string, Wording>> = {
  required: missing,
  enum: choice,
  const: choice,
  oneOf: choice,
  anyOf: choice,
  type: (say, { type }) => say(isKeyOf(types, type) ? types[type] : 'form.kind'),
  minimum: limited('at-least'),
  maximum: limited('at-most'),
  exclusiveMinimum: limited('more-than'),
  exclusiveMaximum: limited('less-than'),
  minLength: unlessOne('longer'),
  maxLength: limited('shorter'),
  minItems: unlessOne('more-items'),
  maxItems: limited('fewer-items'),
  contains: (say, { minContains }) => unlessOne('more-items')(say, { limit: minContains ?? 1 }),
  uniqueItems: (say) => say('form.repeated'),
  format: (say, { format }) => say(isKeyOf(formats, format) ? formats[format] : 'form.shape'),
};

function isKeyOf<T extends object>(table: T, key: unknown): key is keyof T {
  return typeof key === 'string' && Object.hasOwn(table, key);
}
