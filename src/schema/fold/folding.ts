import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { FormatTable } from '../formats/index.js';
import type { Truth } from '../keywords/site.js';
import type { Pile } from './pile.js';

/** One step from a place of an instance to a place below it. */
export type Step =
  | { kind: 'property'; name: string }
  | { kind: 'pattern'; pattern: string }
  | { kind: 'additional' }
  | { kind: 'name' }
  | { kind: 'item'; at: number }
  | { kind: 'items' };

/** One run of folding: what all its places share. */
export interface Folding {
  readonly formats: FormatTable;
  /** Folds what stands at one step below the present place. */
  below(step: Step, pile: Pile): JsonSchema;
  /** Folds subschemas that apply to the same place only under a condition: a contradiction in there is none outside. */
  aside(pile: Pile): JsonSchema;
  /** Folds one subschema by itself, without searching for an instance: quick, whatever it is nested in. */
  branch(schema: JsonSchema): JsonSchema;
  /** Does the schema accept the instance? */
  accepts(schema: JsonSchema, instance: JsonValue): Truth;
  /** Notes that contributions annotate the present place differently. */
  differ(keyword: string, index: number, value: JsonValue, firstIndex: number, first: JsonValue): void;
}

/** The place being folded: its schemas taken apart, and what has become of them so far. */
export interface Place {
  readonly parts: readonly JsonObject[];
  readonly owners: readonly number[];
  readonly result: JsonObject;
  /** What cannot be folded and goes under `allOf`. */
  readonly spill: JsonSchema[];
}

/** What folding one place gives. */
export interface Folded {
  schema: JsonSchema;
  /** True where listed values remain that every schema surely accepts, so that nobody need search for an instance. */
  inhabited: boolean;
  /** True where the result holds only keywords that stand for themselves. */
  simple: boolean;
}
