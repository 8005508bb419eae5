import type { JsonSchema } from '../../base/index.js';
import type { Accept } from '../documents/block.js';
import type { FileRule } from '../documents/dictionary.js';
import type { Text } from '../documents/text.js';
import type { Predicate } from './predicate.js';

/** A field, a material or a choice of a form: everything that the form says of it. */
export interface FormPlace {
  /** The field or material in terms of the bundle's roles. */
  of: string;
  /** Where it stands in the answers; `*` stands for every item of a repeated role. */
  at: string;
  title?: Text;
  description?: Text;
  /** What to show for each value of a code list. */
  labels?: Record<string, Text>;
  /** How authors word what is wrong with a value: of the schemas that refuse it, the first that has words. */
  messages?: { when?: Predicate; schema: JsonSchema; message: Text }[];
  /** When the applicant gives it. Absent: always. */
  askedWhen?: Predicate;
  /** When the form cannot be sent without it. Absent: whenever it is asked. */
  requiredWhen?: Predicate;
  /** What every value of it meets. */
  schema: JsonSchema;
  /** When the form holds a value against `schema`, if that is not exactly when it is asked. */
  heldWhen?: Predicate;
  /** What the blocks add, each under its condition. */
  narrowings?: { when?: Predicate; schema: JsonSchema }[];
  /** Of a material: how the blocks accept it. */
  accept?: Accept[];
  /** Of a material: what files it may be uploaded as. */
  files?: FileRule;
}

/** One thing that an alternative takes. */
export interface FormMember {
  at: string;
  /** Absent: always. */
  when?: Predicate;
  schema: JsonSchema;
}

/** Several ways to give something, one of which is enough. */
export interface FormAlternatives {
  /** The repeated role of whose items it is said, one by one; of one item, its place. */
  each?: string;
  /** Absent: always. */
  when?: Predicate;
  /** In the order in which they are preferred. */
  groups: (FormMember | FormAlternatives)[][];
}

/** What a form consists of: its JSON Schema and every view of it follow from this. */
export interface FormContent {
  /** In the order in which a form shows them. */
  places: FormPlace[];
  alternatives?: FormAlternatives[];
}
