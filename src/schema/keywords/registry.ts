import { records } from './generated/records.js';
import { holdingOf, type Holding } from './keyword-shape.js';
import { TOPICS, type Combine, type KeywordRecord, type SchemaKeyword } from './record.js';
import type { Check } from './site.js';

/** Every keyword, by topic. */
export const KEYWORDS: readonly KeywordRecord[] = TOPICS.flatMap((topic) =>
  records.filter((record) => record.topic === topic),
);

/** What tools for authors need to know of the keywords, by name. */
export const schemaKeywords: ReadonlyMap<string, SchemaKeyword> = new Map(
  KEYWORDS.map((record) => [record.name, record]),
);

/** What the records say in one respect, by keyword. */
export function keywordMap<T>(select: (record: KeywordRecord) => T | undefined): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const record of KEYWORDS) {
    const selected = select(record);
    if (selected !== undefined) map.set(record.name, selected);
  }
  return map;
}

/** The names of the keywords of which something holds. */
export function keywordSet(holds: (record: KeywordRecord) => boolean): ReadonlySet<string> {
  return new Set(KEYWORDS.filter(holds).map(({ name }) => name));
}

/** The keywords that decide something by themselves. */
export const CHECKS: ReadonlyMap<string, Check> = keywordMap(({ check }) => check);

/** The keywords that hold subschemas. */
export const HOLDERS: ReadonlyMap<string, Holding> = keywordMap(({ shape }) => holdingOf(shape));

/** Applicators whose subschemas look at the same instance. */
export const IN_PLACE = keywordSet(({ inPlace }) => inPlace !== undefined);

/** The keywords of which any two values fold into one, each by itself. */
export const COMBINES: ReadonlyMap<string, Combine> = keywordMap(({ combination }) =>
  typeof combination === 'object' && 'values' in combination ? combination.values : undefined,
);

/** What two annotations say together, by keyword (validation, section 9; core, section 8.3). */
export const ANNOTATIONS: ReadonlyMap<string, Combine> = keywordMap(({ combination }) =>
  typeof combination === 'object' && 'annotations' in combination ? combination.annotations : undefined,
);

/** The keywords that lead to another schema. */
export const REFERENCES: readonly string[] = KEYWORDS.filter(({ topic }) => topic === 'reference').map(
  ({ name }) => name,
);
