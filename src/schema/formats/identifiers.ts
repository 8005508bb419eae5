import { isPattern } from '../patterns/index.js';
import type { Format } from './format.js';

const hex = (length: number): string => `[0-9A-Fa-f]{${length}}`;
const token = '(?:[^~/]|~[01])*';

function* somePointers(): Generator<string> {
  yield* ['', '/a', '/', '/a/b', '/0', '/a~1b'];
  for (let length = 2; length <= 200; length++) yield `/${'a'.repeat(length)}`;
}

/** Identifiers and pointers. */
export const identifiers: readonly Format[] = [
  {
    name: 'uuid',
    source: 'RFC 4122 section 3',
    pattern: `^${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}$`,
    *samples() {
      for (let count = 0; count < 256; count++) {
        yield `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
      }
    },
  },
  {
    name: 'json-pointer',
    source: 'RFC 6901 section 3',
    pattern: `^(?:/${token})*$`,
    samples: somePointers,
  },
  {
    name: 'relative-json-pointer',
    source: 'draft-bhutton-relative-json-pointer-00 section 3',
    pattern: `^(?:0|[1-9][0-9]*)(?:#|(?:/${token})*)$`,
    *samples() {
      yield* ['0', '1', '0#', '1/a', '12/b/0'];
      for (const pointer of somePointers()) yield `0${pointer}`;
    },
  },
  {
    name: 'regex',
    source: 'ECMA-262 section 22.2.1, with the u flag',
    pattern: '',
    check: isPattern,
    *samples() {
      yield* ['^a$', '', 'a', '[a-z]+', '^[0-9]{4}$', '.*'];
      for (let length = 2; length <= 200; length++) yield 'a'.repeat(length);
    },
  },
];
