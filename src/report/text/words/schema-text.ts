import { assertArguments } from '../../../messages/index.js';
import type { JsonSchema } from '../../../base/index.js';
import { sayIn } from '../../../languages/index.js';
import type { Say } from '../../../languages/index.js';

/** A schema in one line, as it would stand in a document: `type: string, maxLength: 30`. */
export function schemaText(schema: JsonSchema, say: Say = sayIn('en')): string {
  assertArguments('schemaText', { schema: 'schema', say: 'function' }, { schema, say });
  if (typeof schema === 'boolean') return say(schema ? 'schema.anything' : 'schema.nothing');
  const entries = Object.entries(schema);
  if (entries.length === 0) return say('schema.anything');
  return entries.map(([keyword, value]) => `${keyword}: ${JSON.stringify(value)}`).join(', ');
}
