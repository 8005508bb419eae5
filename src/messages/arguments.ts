import { isObject } from '../base/index.js';
import type { Message } from './argument.js';
import { defineMessages } from './entry.js';
import { UsageError } from './errors.js';
import { languages } from './language.js';
import { listOf } from './argument.js';
import { messenger } from './messenger.js';
import { tellKind } from './value-kinds.js';

/** Which argument of a caller is wrong, and what it must be. */
export const argumentMessages = defineMessages({
  'usage/argument': { en: '"{name}" of "{call}" must be {what}.', zh: '“{call}”的“{name}”须为{what}。' },
  'argument.object': { en: 'an object', zh: '对象' },
  'argument.function': { en: 'a function', zh: '函数' },
  'argument.integer': { en: 'a whole number', zh: '整数' },
  'argument.count': { en: 'a whole number from 1 on', zh: '不小于 1 的整数' },
  'argument.milliseconds': { en: 'a number of milliseconds from 0 on', zh: '不小于 0 的毫秒数' },
  'argument.schema': {
    en: 'a JSON Schema: an object, true or false',
    zh: 'JSON Schema：对象、true 或 false',
  },
  'argument.condition': { en: 'a condition, as a plan writes it', zh: '方案中写法的条件' },
  'argument.one-of': { en: 'one of {names}', zh: '{names}之一' },
  'argument.message': { en: 'a message: an object with a code', zh: '消息：带代码的对象' },
  'argument.made': { en: 'what "{maker}" gives', zh: '“{maker}”给出的值' },
  'argument.all-made': { en: 'a list of what "{maker}" gives', zh: '“{maker}”给出的值的列表' },
});

const tell = messenger(argumentMessages);

/** What functions of ours give, and what shows that a value is of it. */
const made = {
  loadCatalogue: { bundles: isObject, blocks: isObject, diagnostics: Array.isArray },
  composeBundle: { form: isObject, plan: isObject, report: isObject },
  'composeBundle().plan': { steps: Array.isArray, stages: Array.isArray, roles: isObject, form: isObject },
  'composeBundle().report': { before: isObject, after: isObject },
  project: { steps: Array.isArray, open: Array.isArray, excluded: Array.isArray },
  resolveSituation: { questions: Array.isArray, included: Array.isArray, open: Array.isArray },
  explain: { kind: isText },
  diffCatalogues: { old: isObject, new: isObject, changes: Array.isArray, consequences: Array.isArray },
  matrixOf: { bundle: isText, rows: Array.isArray },
  adviseBundle: { bundle: isText, chain: Array.isArray, slack: Array.isArray, relaxations: Array.isArray },
  countFindings: { errors: Number.isFinite, warnings: Number.isFinite, hints: Number.isFinite },
  guideOf: { bundle: isText, title: isText, catalogue: isObject },
  runCases: { cases: Array.isArray, catalogue: isObject },
  decide: { type: isText },
  'history of a runner': { seq: Number.isSafeInteger, event: isObject, transitions: Array.isArray },
  createTokens: { issue: isFunction, read: isFunction },
  attemptOf: { case: isText, key: isText, type: isText, step: isObject, input: isObject },
  createMemoryStore: { commit: isFunction, load: isFunction, active: isFunction, close: isFunction },
  'runCases().coverage': { conditions: isObject, situations: isObject, uses: isObject, fields: isObject },
} satisfies Record<string, Record<string, (value: unknown) => boolean>>;

/** A function of ours whose results are told from other values. */
export type Maker = keyof typeof made;

/** A kind that is checked by a function, and what an argument of it is. */
export interface OwnKind {
  is: (value: unknown) => boolean;
  what: Message;
}

type PlainKind =
  | 'text'
  | 'object'
  | 'list'
  | 'function'
  | 'integer'
  | 'count'
  | 'milliseconds'
  | 'columns'
  | 'schema'
  | 'condition'
  | 'language'
  | 'message';

/** What a caller may hand over; with `?`, or nothing; `from x`: what x gives; `all from x`: a list of it. */
export type ArgumentKind =
  PlainKind | `${PlainKind}?` | `from ${Maker}` | `from ${Maker}?` | `all from ${Maker}` | OwnKind;

/** One of some values. */
export function oneOfKind(names: readonly string[]): OwnKind {
  return {
    is: (value) => names.some((one) => one === value),
    what: tell('argument.one-of', { names: listOf(names, 'comma') }),
  };
}

/**
 * Refuses what a caller hands over in the wrong shape, before anything happens.
 * @param call the function that is called
 * @param kinds what each argument has to be, by its name
 * @throws UsageError `usage/argument`
 */
export function assertArguments(
  call: string,
  kinds: Readonly<Record<string, ArgumentKind>>,
  given: Readonly<Record<string, unknown>>,
): void {
  for (const name in kinds) {
    const what = faultOf(given[name], kinds[name]!);
    if (what !== undefined) throw new UsageError(tell('usage/argument', { name, call, what }));
  }
}

/** What the value must be, where it is not. */
function faultOf(value: unknown, kind: ArgumentKind): Message | undefined {
  if (typeof kind === 'object') return kind.is(value) ? undefined : kind.what;
  const isOptional = kind.endsWith('?');
  if (isOptional && value === undefined) return undefined;
  const name = isOptional ? kind.slice(0, -1) : kind;
  if (name.startsWith('from ')) {
    const maker = name.slice('from '.length) as Maker;
    return isMadeBy(maker, value) ? undefined : tell('argument.made', { maker });
  }
  if (name.startsWith('all from ')) {
    const maker = name.slice('all from '.length) as Maker;
    const isList = Array.isArray(value) && value.every((one) => isMadeBy(maker, one));
    return isList ? undefined : tell('argument.all-made', { maker });
  }
  const [is, what] = plain[name as PlainKind];
  return is(value) ? undefined : what();
}

function isMadeBy(maker: Maker, value: unknown): boolean {
  if (!isObject(value)) return false;
  const record = value as Record<string, unknown>;
  const parts: Readonly<Record<string, (part: unknown) => boolean>> = made[maker];
  for (const key in parts) if (!parts[key]!(record[key])) return false;
  return true;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCondition(value: unknown): boolean {
  if (typeof value === 'boolean') return true;
  if (!isObject(value)) return false;
  const { field, schema, all, any, some, every, of } = value as Record<string, unknown>;
  if (field !== undefined) return isText(field) && isSchema(schema);
  const parts = all ?? any;
  if (parts !== undefined) return Array.isArray(parts) && parts.every(isCondition);
  return isText(some ?? every) && isCondition(of);
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isObject(value);
}

const plain: Readonly<Record<PlainKind, readonly [is: (value: unknown) => boolean, what: () => Message]>> = {
  text: [isText, () => tellKind('kind.text')],
  object: [isObject, () => tell('argument.object')],
  list: [Array.isArray, () => tellKind('kind.list')],
  function: [isFunction, () => tell('argument.function')],
  integer: [Number.isSafeInteger, () => tell('argument.integer')],
  count: [(value) => Number.isSafeInteger(value) && (value as number) >= 1, () => tell('argument.count')],
  columns: [
    (value) => typeof value === 'number' && value > 0,
    () => tellKind('kind.number-above', { limit: 0 }),
  ],
  schema: [isSchema, () => tell('argument.schema')],
  condition: [isCondition, () => tell('argument.condition')],
  language: [
    (value) => languages.some((one) => one === value),
    () => tell('argument.one-of', { names: listOf(languages, 'comma') }),
  ],
  message: [
    (value) => isObject(value) && isText((value as Record<string, unknown>)['message']),
    () => tell('argument.message'),
  ],
  milliseconds: [
    (value) => Number.isFinite(value) && (value as number) >= 0,
    () => tell('argument.milliseconds'),
  ],
};
