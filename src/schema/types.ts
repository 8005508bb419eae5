import type { JsonSchema, JsonValue } from '../base/index.js';
import type { Message } from '../messages/index.js';
import type { FormatTable } from './formats/format-table.js';

/** The answer to a question about schemas: proven, disproven, or not decided. Never a guess. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** One schema that takes part in an intersection, and whatever the caller wants to find again beside it. */
export interface SchemaContribution {
  schema: JsonSchema;
  /** Provenance of the caller's own making; handed through untouched. */
  source?: unknown;
}

/** One keyword of one contribution. */
export interface KeywordRef {
  /** Which contribution, counted from zero. */
  index: number;
  /** JSON Pointer (RFC 6901) to the keyword, from the root of that contribution's schema; `''` for a boolean schema. */
  pointer: string;
  /** The keyword; `''` for a boolean schema at the root. */
  keyword: string;
  value: JsonValue;
}

/** A place of the instance that no value can ever fill. */
export interface SchemaConflict {
  /** Where in an instance: `''` the whole, `/a` its property `a`, `/*` each of its items or further properties. */
  at: string;
  /** True where the contradiction leaves no instance at all. */
  whole: boolean;
  /** A smallest contradicting set: taking any one of them away makes the place satisfiable. */
  because: KeywordRef[];
}

/** An annotation that contributions state differently. Nothing is wrong; somebody may want to know. */
export interface AnnotationDifference {
  /** Where in an instance, as in {@link SchemaConflict}. */
  at: string;
  keyword: string;
  values: { index: number; value: JsonValue }[];
}

/** What an answer cost, counted, never timed. */
export interface AlgebraCost {
  /** Places at which two or more schemas were folded into one. */
  folds: number;
  /** Cells (sets of constraints on one value of one type) examined. */
  cells: number;
  /** Alternatives tried. */
  branches: number;
  /** Whether a bound was reached, so that something was left under `allOf` or undecided. */
  exhausted: boolean;
}

/** What several schemas have in common. */
export interface Intersection {
  /**
   * Valid for exactly the instances that are valid for every contribution; `false` where it is proven that there is none.
   * It may share parts with the contributions: treat it as immutable.
   */
  schema: JsonSchema;
  /** Proven contradictions only, outermost first. */
  conflicts: SchemaConflict[];
  differences: AnnotationDifference[];
  /** Which keywords of which contributions a place of the result comes from. Computed when asked. */
  contributors(pointerInResult: string): KeywordRef[];
  cost: AlgebraCost;
}

/** What ended the search for an answer: a message, and the keyword that it speaks of. */
export interface Stop extends Message {
  pointer: string;
  keyword: string;
}

/** Is there no instance at all? */
export type Emptiness =
  | { verdict: 'yes'; because: KeywordRef[]; cost: AlgebraCost }
  | { verdict: 'no'; instance: JsonValue; cost: AlgebraCost }
  | { verdict: 'unknown'; stoppedBy: Stop; cost: AlgebraCost };

/** Does one schema accept all that the other accepts? */
export type Inclusion =
  | { verdict: 'yes'; because: KeywordRef[]; cost: AlgebraCost }
  | { verdict: 'no'; instance: JsonValue; cost: AlgebraCost }
  | { verdict: 'unknown'; stoppedBy: Stop; cost: AlgebraCost };

/** An instance, or the proof that there is none. */
export type Witness =
  | { verdict: 'yes'; instance: JsonValue; cost: AlgebraCost }
  | { verdict: 'no'; because: KeywordRef[]; cost: AlgebraCost }
  | { verdict: 'unknown'; stoppedBy: Stop; cost: AlgebraCost };

export interface AlgebraOptions {
  /** The formats that are asserted, and what is known of them; `false`: none. Left out: `defaultFormats`. */
  formats?: FormatTable | false;
  /** How many cells and branches an answer may cost before it ends in `unknown`. Left out: 20,000. */
  budget?: number;
}
