import { canonicalJson, isObject, pointer } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import { isSame } from '../comparison.js';
import type { FoundChange } from '../comparison.js';

type Found = Pick<FoundChange, 'kind' | 'grade' | 'before' | 'after'>;

/**
 * What two schemas say besides the values that they take: another default is something that applicants meet; whatever
 * else differs, descriptions and keywords that nobody knows included, is worded otherwise.
 * @param takeTheSame whether both take the same values: else a difference in other keywords is told with the values
 */
export function annotationChanges(from: JsonSchema, to: JsonSchema, takeTheSame: boolean): Found[] {
  const found: Found[] = [];
  const [old, now] = [statedIn(from), statedIn(to)];
  const [oldDefaults, newDefaults] = [old, now].map((said) =>
    parts(said, (keyword) => keyword === 'default'),
  );
  if (!isSame(oldDefaults, newDefaults))
    found.push({
      kind: 'default-changed',
      grade: 'compatible',
      before: shown(oldDefaults!),
      after: shown(newDefaults!),
    });
  const isOther = (keyword: string) =>
    takeTheSame ? keyword !== 'default' : wordings.has(keyword) || keyword.startsWith('x-');
  const [oldRest, newRest] = [old, now].map((said) => parts(said, isOther));
  if (!isSame(oldRest, newRest))
    found.push({ kind: 'text-changed', grade: 'compatible', before: from, after: to });
  return found;
}

/** Keywords that take no value away (JSON Schema validation, section 9, and core, section 8.3). */
const wordings = new Set([
  ...['title', 'description', 'examples', 'deprecated', 'readOnly', 'writeOnly', '$comment'],
]);

/** Keywords whose value is data, not a schema. */
const data = new Set(['default', 'const', 'enum', 'examples']);

interface Stated {
  at: string;
  keyword: string;
  value: JsonValue;
}

/** Every keyword, and where it stands. */
function statedIn(schema: JsonSchema): Stated[] {
  const found: Stated[] = [];
  const open: { value: JsonValue; at: string }[] = [{ value: schema, at: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, at } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [keyword, inner] of Object.entries(value)) {
      // What stands inside is told by itself.
      const isOpened = !data.has(keyword) && holdsObjects(inner);
      if (isOpened) open.push({ value: inner, at: `${at}${pointer(keyword)}` });
      else if (isObject(value)) found.push({ at, keyword, value: inner });
    }
  }
  return found;
}

function holdsObjects(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(isObject);
  return isObject(value) && Object.keys(value).length > 0;
}

/** By their place, so that the order of keywords does not matter. */
function parts(stated: readonly Stated[], isWanted: (keyword: string) => boolean): Record<string, JsonValue> {
  return Object.fromEntries(
    stated
      .filter(({ keyword }) => isWanted(keyword))
      .map(({ at, keyword, value }) => [`${at}${pointer(keyword)}`, canonicalJson(value)]),
  );
}

/** The default itself, where there is but the one of the whole. */
function shown(defaults: Record<string, JsonValue>): JsonValue {
  const all = Object.entries(defaults).map(
    ([at, text]) => [at, JSON.parse(text as string) as JsonValue] as const,
  );
  const [only] = all;
  if (only === undefined) return null;
  return all.length === 1 && only[0] === '/default' ? only[1] : Object.fromEntries(all);
}
