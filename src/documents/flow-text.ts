import { isObject } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import { isPlainText } from './scalar-text.js';

/** A value as an author writes it on one line of YAML: `{ enum: [single, married] }`. */
export function flowText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, part]) => `${flowText(key)}: ${flowText(part)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' && (isPlainText(value) || value === '…') ? value : JSON.stringify(value);
}
