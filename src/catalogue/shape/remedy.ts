import { isObject, own, setOwn } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { flowText } from '../../documents/index.js';
import { fieldKey, fieldPattern } from '../../model/index.js';
import { conditionMeant, testMeant } from './condition-words.js';
import {
  booleanMeant,
  currencyMeant,
  dateMeant,
  durationMeant,
  nameMeant,
  numberMeant,
} from './value-words.js';

/** Where a value stands, for finding out what was meant. */
export interface Standing {
  tokens: readonly (string | number)[];
  /** The document as it is written. */
  root: JsonValue;
}

/** The keys whose value is a duration. */
const durations = new Set(['promised', 'statutory', 'within', 'time']);

/** What was meant by a value of another type, as it is written on one line; undefined where nobody can tell. */
export function typeMeant(
  value: JsonValue,
  expected: readonly string[],
  standing: Standing,
): string | undefined {
  const meant = valueMeant(value, expected, standing);
  return meant === undefined ? undefined : flowText(meant);
}

function valueMeant(
  value: JsonValue,
  expected: readonly string[],
  standing: Standing,
): JsonValue | undefined {
  const { tokens } = standing;
  const key = nearestKey(tokens);
  if (isTest(tokens)) return testMeant(value);
  if (expected.includes('object') && isWhole(tokens, ['when', 'require'])) return conditionMeant(value);
  if (expected.includes('array')) return listMeant(value, key, standing);
  if (expected.includes('object')) return mapMeant(value, key, standing);
  const only = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  if (only !== undefined && expected.some((type) => type === typeof only)) return only;
  if (expected.includes('string')) return textMeant(value, key);
  if (expected.includes('boolean')) return booleanMeant(value);
  if (expected.includes('number') || expected.includes('integer')) return numberMeant(value);
  return undefined;
}

/** Does a test of one field stand here: below a condition, one key deep? */
function isTest(tokens: readonly (string | number)[]): boolean {
  const start = tokens.findLastIndex((token) => token === 'when' || token === 'require');
  if (start < 0) return false;
  const rest = tokens.slice(start + 1).filter((token) => typeof token === 'string');
  return rest.length > 0 && fieldPattern.test(rest.at(-1)!);
}

function isWhole(tokens: readonly (string | number)[], keys: readonly string[]): boolean {
  const last = tokens.at(-1);
  return typeof last === 'string' && keys.includes(last);
}

function nearestKey(tokens: readonly (string | number)[]): string {
  return String(tokens.findLast((token) => typeof token === 'string') ?? '');
}

function listMeant(value: JsonValue, key: string, standing: Standing): JsonValue | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  const texts =
    typeof value === 'string'
      ? value.replace(/^[【［[]|[】］\]]$/gu, '').split(/\s*[,，、;；]\s*/u)
      : [value];
  return texts.filter((text) => text !== '').map((text) => itemMeant(text, key, standing) ?? text);
}

/** An item of a list that has maps, where a text stands. */
function itemMeant(value: JsonValue, key: string, { root }: Standing): JsonValue | undefined {
  if (typeof value !== 'string') return undefined;
  if (key === 'accept' && value === 'deferral') return { deferral: { within: '30d' } };
  if (key === 'uses' || key === 'prerequisites' || key === 'oneOf') return { block: value };
  if (key === 'holidays') return { from: dateMeant(value) ?? value, days: 1 };
  const takes = key === 'inputs' || key === 'outputs' || key === 'anyOf';
  if (!takes) return undefined;
  if (fieldPattern.test(value)) return { field: value };
  return { material: value, of: rolesIn(root)[0] ?? '…' };
}

function mapMeant(value: JsonValue, key: string, standing: Standing): JsonValue | undefined {
  const item = typeof standing.tokens.at(-1) === 'number' ? itemMeant(value, key, standing) : undefined;
  if (item !== undefined) return item;
  switch (key) {
    case 'schema':
      return schemaMeant(value);
    case 'anyOf':
    case 'any':
    case 'or':
      return standing.tokens.includes('when') ? value : undefined;
    case 'time':
      return { promised: durationMeant(value) ?? value };
    case 'target':
      return { within: durationMeant(value) ?? value };
    case 'fee':
      return { amount: numberMeant(value) ?? value, currency: 'CNY' };
    case 'many':
      return { min: 1, max: typeof value === 'number' && value > 0 ? value : 8 };
    case 'deferral':
      return durationMeant(value) === undefined ? { until: value } : { within: durationMeant(value)! };
    case 'with':
      return typeof value === 'string' ? { [value]: '…' } : undefined;
    case 'title':
    case 'otherwise':
    case 'description':
      return Array.isArray(value) ? { en: '…', zh: '…' } : undefined;
    case 'roles':
      return Array.isArray(value) ? rolesOfList(value) : undefined;
    default:
      return standing.tokens.at(-2) === 'roles' && Array.isArray(value)
        ? { type: value[0] ?? '…', many: { min: 1, max: 8 } }
        : undefined;
  }
}

function rolesOfList(list: readonly JsonValue[]): JsonObject | undefined {
  const roles: JsonObject = {};
  for (const role of list) {
    if (typeof role !== 'string') return undefined;
    setOwn(roles, role, 'person');
  }
  return roles;
}

const typeNames = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

function schemaMeant(value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) return { enum: value };
  return typeof value === 'string' && typeNames.has(value) ? { type: value } : undefined;
}

function textMeant(value: JsonValue, key: string): JsonValue | undefined {
  if (durations.has(key) && typeof value === 'number') return `${value}wd`;
  if (key === 'version' && typeof value === 'number')
    return Number.isInteger(value) ? `${value}.0.0` : `${value}.0`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** What was meant by a text that has another form than it should; undefined where nobody can tell. */
export function textFormMeant(
  value: string,
  kind: 'name' | 'field' | 'duration' | 'date' | 'other',
  { tokens, root }: Standing,
): string[] {
  const key = nearestKey(tokens);
  const one = (text: JsonValue | undefined) => (typeof text === 'string' && text !== value ? [text] : []);
  switch (kind) {
    case 'duration':
      return one(durationMeant(value));
    case 'date':
      return one(dateMeant(value));
    case 'name':
      return one(pairMeant(value) ?? itemsMeant(value) ?? nameMeant(value));
    case 'field':
      return one(fieldMeant(value)).concat(
        /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value)
          ? rolesIn(root)
              .slice(0, 3)
              .map((role) => fieldKey(role, value))
          : [],
      );
    default:
      if (key === 'currency') return one(currencyMeant(value));
      return key === 'version' ? one(versionMeant(value)) : [];
  }
}

/** A key and its value without the space that makes them two. */
function pairMeant(value: string): string | undefined {
  const [, key, rest] = /^([\p{L}\p{N}_-]+)\s*[:：]\s*(.+)$/u.exec(value) ?? [];
  return key === undefined ? undefined : `${key}: ${rest}`;
}

/** Several names, between them the comma of another keyboard. */
function itemsMeant(value: string): string | undefined {
  const parts = value.split(/\s*[，、；;]\s*/u);
  return parts.length < 2 ? undefined : parts.map((part) => nameMeant(part) ?? part).join(', ');
}

function fieldMeant(value: string): string | undefined {
  const [, material, of] = /^([\p{L}\p{N}_-]+) of ([\p{L}\p{N}_-]+)$/u.exec(value) ?? [];
  if (material !== undefined) return flowText({ material, of: of! });
  const mended = value
    .normalize('NFKC')
    .replace(/^[“‘"']+|[”’"']+$/gu, '')
    .replace(/[。．/:]/gu, '.')
    .replace(/\s+/g, '');
  return fieldPattern.test(mended) ? mended : undefined;
}

function versionMeant(value: string): string | undefined {
  const [, major, minor = '0', patch = '0'] = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/i.exec(value) ?? [];
  return major === undefined ? undefined : [major, minor, patch].join('.');
}

function rolesIn(root: JsonValue): string[] {
  const roles = isObject(root) ? own(root, 'roles') : undefined;
  return isObject(roles) ? Object.keys(roles) : [];
}

/** What to write for a required key that is missing, where its value is short. */
export function missingMeant(key: string, { root }: Standing): string {
  const values: Record<string, JsonValue> = {
    currency: 'CNY',
    version: '1.0.0',
    of: rolesIn(root)[0] ?? '…',
    schema: { type: 'string' },
    roles: { applicant: 'person' },
    authority: '…',
  };
  return `${key}: ${flowText(own(values, key) ?? '…')}`;
}

/** What was meant by a value that is none of a list, where it is more than a word. */
export function oneOfMeant(value: JsonValue, { tokens }: Standing): string | undefined {
  const isAccept = nearestKey(tokens) === 'accept';
  return isAccept && value === 'deferral' ? flowText({ deferral: { within: '30d' } }) : undefined;
}
