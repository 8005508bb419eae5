import type { JsonValue } from '../base/index.js';

/** A tag of the core schema (YAML 1.2.2, chapter 10), or `any` for the non-specific tag. */
export type CoreTag = 'str' | 'int' | 'float' | 'bool' | 'null' | 'map' | 'seq' | 'any';

const names: readonly string[] = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'];
const prefix = 'tag:yaml.org,2002:';

/** The core tag that is written, or undefined for any other: nothing in a text may construct anything but JSON. */
export function coreTag(written: string): CoreTag | undefined {
  if (written === '!') return 'any';
  const full = written.startsWith('!<') ? written.slice(2, -1) : written.replace(/^!!/, prefix);
  const name = full.startsWith(prefix) ? full.slice(prefix.length) : '';
  return names.includes(name) ? (name as CoreTag) : undefined;
}

/** Is the resolved scalar of the type that its tag says? */
export function fitsTag(tag: CoreTag, value: JsonValue): boolean {
  switch (tag) {
    case 'int':
      return typeof value === 'number' && Number.isInteger(value);
    case 'float':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'str':
    case 'any':
      return true;
    case 'map':
    case 'seq':
      return false;
  }
}
