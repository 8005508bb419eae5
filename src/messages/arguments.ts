import { isObject } from '../base/index.js';
import { UsageError } from './errors.js';

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
  guideOf: { bundle: isText, title: isText, catalogue: isObject },
  runCases: { cases: Array.isArray, catalogue: isText },
  'runCases().coverage': { conditions: isObject, situations: isObject, uses: isObject, fields: isObject },
} satisfies Record<string, Record<string, (value: unknown) => boolean>>;

/** A function of ours whose results are told from other values. */
export type Maker = keyof typeof made;

/** A kind that is checked by a function, and how the sentence goes on that says what it must be. */
export interface OwnKind {
  is: (value: unknown) => boolean;
  must: string;
}

type PlainKind = 'text' | 'object' | 'list' | 'function' | 'count' | 'milliseconds';

/** What a caller may hand over; with `?`, or nothing; `from x`: what the function x gives; `all from x`: a list of it. */
export type ArgumentKind = PlainKind | `${PlainKind}?` | `from ${Maker}` | `all from ${Maker}` | OwnKind;

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
  for (const [name, kind] of Object.entries(kinds)) {
    const must = faultOf(given[name], kind);
    if (must !== undefined) throw new UsageError('usage/argument', `"${name}" of "${call}" must be ${must}.`);
  }
}

/** What the value must be, where it is not. */
function faultOf(value: unknown, kind: ArgumentKind): string | undefined {
  if (typeof kind === 'object') return kind.is(value) ? undefined : kind.must;
  const [, all, maker] = /^(all )?from (.*)$/.exec(kind) ?? [];
  if (maker !== undefined) {
    const values = all === undefined ? [value] : Array.isArray(value) ? value : [undefined];
    if (values.every((one) => isMadeBy(maker as Maker, one))) return undefined;
    return all === undefined ? `what "${maker}" gives` : `a list of what "${maker}" gives`;
  }
  const isOptional = kind.endsWith('?');
  if (isOptional && value === undefined) return undefined;
  const [is, must] = plain[(isOptional ? kind.slice(0, -1) : kind) as PlainKind];
  return is(value) ? undefined : must;
}

function isMadeBy(maker: Maker, value: unknown): boolean {
  if (!isObject(value)) return false;
  const record = value as Record<string, unknown>;
  const parts: Readonly<Record<string, (part: unknown) => boolean>> = made[maker];
  return Object.entries(parts).every(([key, is]) => is(record[key]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const plain: Readonly<Record<PlainKind, readonly [is: (value: unknown) => boolean, must: string]>> = {
  text: [isText, 'a text'],
  object: [isObject, 'an object'],
  list: [Array.isArray, 'a list'],
  function: [(value) => typeof value === 'function', 'a function'],
  count: [(value) => Number.isSafeInteger(value) && (value as number) >= 1, 'a whole number from 1 on'],
  milliseconds: [
    (value) => Number.isFinite(value) && (value as number) >= 0,
    'a number of milliseconds from 0 on',
  ],
};
