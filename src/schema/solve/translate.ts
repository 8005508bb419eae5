import type { JsonObject, JsonValue } from '../../base/index.js';
import type { TypeSet } from '../keywords/type.js';
import type { Fact, Item, Reading } from './facts.js';

/** A keyword about to be read for values of one type. */
export interface Keyword extends Reading {
  readonly name: string;
  readonly value: JsonValue;
  readonly schema: JsonObject;
  /** The one type of the value, as a bit. */
  readonly type: TypeSet;
}

/** What must hold: a conjunction of alternatives of conjunctions. No alternatives: it can never hold. */
export interface Meaning {
  all: Item[];
  choices: Item[][][];
}

export const nothing: Meaning = { all: [], choices: [] };
export const never: Meaning = { all: [], choices: [[]] };

export function all(...facts: Fact[]): Meaning {
  return { all: facts.map((value) => ({ fact: value })), choices: [] };
}

export function either(alternatives: Item[][]): Meaning {
  return { all: [], choices: [alternatives] };
}

/** Reads one keyword: what it says, and what its opposite says. */
export interface Translation {
  types: TypeSet;
  holds(keyword: Keyword): Meaning;
  fails(keyword: Keyword): Meaning;
}
