import { isObject } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import type { Expectation } from '../model/index.js';

/**
 * The text of a case with another expectation; everything else, comments included, stays as it is written.
 * @returns nothing for a case that was not read from a text
 */
export function withExpectation(
  catalogue: LoadedCatalogue,
  file: string,
  expectation: Expectation,
): string | undefined {
  const text = catalogue.text(file);
  if (text === undefined) return undefined;
  const value = expectation as JsonObject;
  if (file.endsWith('.json')) {
    return `${JSON.stringify({ ...(JSON.parse(text) as JsonObject), expect: value }, null, 2)}\n`;
  }
  // A place that is not there is located at what is around it, so whether there is one is asked of the document.
  const has = [...catalogue.cases.values()].some(
    (one) => one.file === file && one.document.expect !== undefined,
  );
  const key = has ? catalogue.locate({ file, pointer: '/expect', on: 'key' }).range : undefined;
  const block = `expect:${yamlOf(value, 1)}\n`;
  if (key === undefined) return `${text.endsWith('\n') ? text : `${text}\n`}${block}`;
  const rest = text.slice(key.start.offset);
  // The expectation ends where the next line begins that stands as far left as its key.
  const next = /\n(?=[^\s#])/u.exec(rest);
  const behind = next === null ? '' : rest.slice(next.index + 1);
  return text.slice(0, key.start.offset) + block + behind;
}

function yamlOf(value: JsonValue, depth: number): string {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    if (value.every((item) => !isObject(item) && !Array.isArray(item)))
      return value.map((item) => `\n${indent}- ${scalar(item)}`).join('');
    return value.map((item) => `\n${indent}- ${JSON.stringify(item)}`).join('');
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return ' {}';
    return entries.map(([key, item]) => `\n${indent}${scalar(key)}:${yamlOf(item, depth + 1)}`).join('');
  }
  return ` ${scalar(value)}`;
}

/** Plain where YAML 1.2 reads it as the same text, otherwise as JSON, which YAML contains. */
function scalar(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain = /^[\p{L}_][\p{L}\p{N}_./ -]*$/u.test(value) && value.trim() === value;
  const meansSomethingElse = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i.test(value);
  return isPlain && !meansSomethingElse ? value : JSON.stringify(value);
}
