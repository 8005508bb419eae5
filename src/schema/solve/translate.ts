import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { EvaluationBounds } from '../keywords/evaluated.js';
import type { TypeSet } from '../keywords/type-set.js';
import type { SchemaDocument } from '../document/schema-document.js';
import type { Constraint } from './constraint.js';
import type { Fact, Item, Reading } from './facts.js';

/** A keyword about to be read for values of one type. */
export interface Keyword extends Reading {
  readonly name: string;
  readonly value: JsonValue;
  readonly schema: JsonObject;
  /** The one type of the value, as a bit. */
  readonly type: TypeSet;
  /** What the schema and those that it applies in place may look at, but for its own `unevaluated*`. */
  boundsOf(schema: JsonObject, document: SchemaDocument, base: string): EvaluationBounds;
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

/** A subschema of a keyword, wanted or refused. */
export function held(keyword: Keyword, schema: JsonSchema, positive: boolean): Constraint {
  return { schema, positive, document: keyword.document, frame: keyword.frame };
}

/** Reads one keyword: what it says, and what its opposite says. */
export interface Translation {
  holds(keyword: Keyword): Meaning;
  fails(keyword: Keyword): Meaning;
}

/** A keyword whose value is a number that bounds something. */
export function limited(holds: (limit: number) => Fact, fails: (limit: number) => Fact): Translation {
  const limit = ({ value }: Keyword): number => (typeof value === 'number' ? value : Number.NaN);
  return { holds: (keyword) => all(holds(limit(keyword))), fails: (keyword) => all(fails(limit(keyword))) };
}

/** So many items or properties at least. */
export const atLeast: Translation = limited(
  (min) => ({ kind: 'count', min, max: Infinity }),
  (min) => ({ kind: 'count', min: 0, max: min - 1 }),
);

/** So many items or properties at most. */
export const atMost: Translation = limited(
  (max) => ({ kind: 'count', min: 0, max }),
  (max) => ({ kind: 'count', min: max + 1, max: Infinity }),
);
