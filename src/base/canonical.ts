import { compareCodeUnits } from './compare.js';

/**
 * The canonical text of a JSON value: properties sorted by UTF-16 code units, no white space
 * (JSON Canonicalization Scheme, RFC 8785, sections 3.2.1 to 3.2.3). Equal values give equal texts.
 * Properties whose value is `undefined` are left out, as in `JSON.stringify`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    // RFC 8785 section 3.2.2.3: minus zero is written as zero, which JSON.stringify does as well.
    return JSON.stringify(value) ?? 'null';
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const object = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(object).sort(compareCodeUnits)) {
    if (object[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(object[key])}`);
  }
  return `{${parts.join(',')}}`;
}
