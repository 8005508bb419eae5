import { isObject } from '../base/index.js';
import type { JsonValue } from '../base/index.js';

/** What follows the colon of a key: a value on the same line, or a block on the lines below. */
export function yamlOf(value: JsonValue, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${indent}- ${yamlOnOneLine(item)}`).join('');
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return ' {}';
    return entries
      .map(([key, item]) => `\n${indent}${yamlScalar(key)}:${yamlOf(item, `${indent}  `)}`)
      .join('');
  }
  return ` ${yamlScalar(value)}`;
}

/** A value in flow style. */
export function yamlOnOneLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(yamlOnOneLine).join(', ')}]`;
  if (!isObject(value)) return yamlScalar(value);
  const entries = Object.entries(value).map(([key, item]) => `${yamlScalar(key)}: ${yamlOnOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Plain where YAML 1.2 reads it as the same text, in a list on one line as well; otherwise as JSON, which YAML contains. */
export function yamlScalar(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain = /^[\p{L}_][\p{L}\p{N}_./ -]*$/u.test(value) && value.trim() === value;
  const meansSomethingElse = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i.test(value);
  return isPlain && !meansSomethingElse ? value : JSON.stringify(value);
}
