import type { JsonSchema } from '../../base/index.js';

/** A schema in one line, as it would stand in a document: `type: string, maxLength: 30`. */
export function schemaText(schema: JsonSchema): string {
  if (typeof schema === 'boolean') return schema ? 'anything' : 'nothing';
  const entries = Object.entries(schema);
  if (entries.length === 0) return 'anything';
  return entries.map(([keyword, value]) => `${keyword}: ${JSON.stringify(value)}`).join(', ');
}
