import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import type { Explain, Params } from '../explain/issue-place.js';
import type { Step } from '../fold/folding.js';
import type { Translation } from '../solve/translate.js';
import type { Evaluated, EvaluationBounds } from './evaluated.js';
import type { KeywordShape } from './keyword-shape.js';
import type { Check, Site, Truth } from './site.js';
import type { TypeSet } from './type-set.js';

/** What keywords are about, in the order in which they are listed and in which an instance is explained. */
export const TOPICS = [
  'type',
  'value',
  'number',
  'text',
  'list',
  'object',
  'properties',
  'items',
  'dependents',
  'combination',
  'condition',
  'reference',
  'unevaluated',
  'content',
  'identity',
  'annotation',
] as const;

/** What authors of documents, and tools for them, need to know of a keyword. */
export interface SchemaKeyword {
  readonly name: string;
  readonly topic: (typeof TOPICS)[number];
  /** What its value must be; this also says whether it holds schemas, and how. */
  readonly shape: KeywordShape;
  /** What an editor shows of it. */
  readonly hint: string;
  /** The present name of a keyword of an older draft, which a document may not use. */
  readonly renamed?: string;
  /** Whether a TypeScript type can say what it says. */
  readonly isInTypes?: true;
  /** Whether its schemas look at the same instance, so that what they evaluate counts for their neighbours, or does not (`not`). */
  readonly inPlace?: 'counts' | 'does-not-count';
}

/** One value of a keyword that says what two values of it say together; undefined where no single one does. */
export type Combine = (a: JsonValue, b: JsonValue) => JsonValue | undefined;

/** Keywords that are folded together with their neighbours. */
export type GroupName =
  | 'type'
  | 'values'
  | 'objects'
  | 'arrays'
  | 'contains'
  | 'conditional'
  | 'content'
  | 'names'
  | 'dependentRequired'
  | 'dependentSchemas'
  | 'format'
  | 'flattened';

/** How several schemas that have the keyword become one. */
export type Combination =
  /** Any two values fold into one. */
  | { readonly values: Combine }
  /** It constrains nothing; two values fold into one, and a difference is noted. */
  | { readonly annotations: Combine }
  /** It is folded with its neighbours; `holdsTurn`: the result surely has it as well. */
  | { readonly group: GroupName; readonly holdsTurn?: true }
  /** The values stand side by side under `allOf`, and nobody differs. */
  | 'apart'
  /** The values stand side by side under `allOf`, and the difference is noted. */
  | 'differing';

/** All that is known of a keyword of JSON Schema, draft 2020-12. Every set of keywords is a filter of the records. */
export interface KeywordRecord extends SchemaKeyword {
  /** The types of the values that it constrains: none of a keyword that decides nothing by itself. */
  readonly types: TypeSet;
  /** Decides an instance. */
  readonly check?: Check;
  /** Decides an instance after all its neighbours, by what they have looked at. */
  readonly checkLast?: (value: JsonValue, instance: JsonValue, site: Site, seen: Evaluated) => Truth;
  /** Adds what it may look at in an instance. */
  readonly looksAt?: (value: JsonValue, bounds: EvaluationBounds) => void;
  readonly combination: Combination;
  /** Keywords of one name of kin are folded into each other: one may come from the other. */
  readonly kin?: string;
  /** Whether other keywords cannot stand beside it without changing its meaning. */
  readonly isSealed?: true;
  /** Whether a glance at a folded schema judges it without a search; `among-simple`: if its neighbours hold no schemas. */
  readonly glance?: 'always' | 'among-simple';
  /** Its value in the canonical form, the subschemas being canonical already; undefined where it says nothing. */
  readonly normal?: (value: JsonValue, isEvaluating: boolean) => JsonValue | undefined;
  /** What it says in facts of the solver, and what its opposite says. */
  readonly translation?: Translation;
  /** The place that its subschemas speak of. */
  readonly step?: Step['kind'];
  /** Whether its subschemas can be weakened one by one, and the whole becomes weaker. */
  readonly isDivisible?: true;
  /** What its message names, where all that it has to tell is told at one place. */
  readonly params?: (value: JsonValue, instance: JsonValue, schema: JsonObject) => Params;
  /** Tells what an instance does not meet, where that is more than one thing. */
  readonly explain?: Explain;
  readonly message?: (params: Params) => Message;
  /**
   * How ajv judges it: `exact` as it is, or with a test of ours for a value of the keyword. Without it, no schema that
   * has the keyword is compiled.
   */
  readonly ajv?: 'exact' | ((value: JsonValue) => (instance: JsonValue) => boolean);
}
