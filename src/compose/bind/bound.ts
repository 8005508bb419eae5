import type { JsonSchema } from '../../base/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type {
  Accept,
  ApplyWithin,
  Basis,
  Pause,
  Block,
  Bundle,
  Eligibility,
  FieldInput,
  FileRule,
  MaterialInput,
  Predicate,
  Result,
  Subject,
  Text,
  Variant,
} from '../../model/index.js';
import type { BoundAct } from './bound-act.js';

/** A role of the bundle, with what is known of it after nested bundles have been laid flat. */
export interface BoundRole {
  name: string;
  type: string;
  title?: Text;
  many?: { min: number; max: number };
  /** The element by whose value the items of a repeated role are told apart. */
  key?: string;
  /** When the role takes part at all. */
  guard: Predicate;
  subject: Subject | undefined;
  /** The names of its elements, in the author's order. */
  elements: readonly string[];
  subjectFile: string;
  /** Its place among the roles, for showing them in the author's order. */
  order: number;
  /** Of a repeated role whose items the facts name: the roles that stand for them, in their order. */
  items?: readonly string[];
  /** The item of a repeated role that it stands for. */
  itemOf?: BoundItem & { index: number };
}

/** One item of a repeated role. */
export interface BoundItem {
  role: string;
  key: string;
}

interface DemandBase {
  /** When the input is taken, within the use: its own condition and that of its role. */
  guard: Predicate;
  optional: boolean;
  at: SourceRef;
}

/** One field or material that a use takes, in terms of the bundle's roles. */
export interface LeafDemand extends DemandBase {
  kind: 'field' | 'material';
  /** `mother.phone`, `lease of mother`. */
  key: string;
  /** The same in terms of the block's roles. */
  blockKey: string;
  role: string;
  /** The element or the material. */
  name: string;
  input: FieldInput | MaterialInput;
  /** How a material may be given; empty for a field. */
  accept: Accept[];
  /** The step in which a commitment that was made instead of it is checked. */
  checkStep?: string;
}

/** Alternatives that a use takes, one of which is enough. */
export interface ChoiceDemand extends DemandBase {
  kind: 'choice';
  id: string;
  groups: Demand[][];
}

/** What a use takes. */
export type Demand = LeafDemand | ChoiceDemand;

/** A field or material that a use yields, in terms of the bundle's roles. */
export interface BoundOutput {
  kind: 'field' | 'material';
  key: string;
  blockKey: string;
  role: string;
  name: string;
  guard: Predicate;
  schema?: JsonSchema;
  at: SourceRef;
}

/** A requirement on the applicant. */
export interface BoundEligibility {
  require: Predicate;
  rule: Eligibility;
  at: SourceRef;
}

/** A wish or a demand about order, in terms of blocks. */
export interface BoundWait {
  kind: 'prerequisite' | 'after' | 'before';
  block: string;
  when: Predicate;
  text?: Text;
  basis?: Basis[];
  at: SourceRef;
}

/** Uses of which exactly one takes part in every situation. */
export interface BoundOneOf {
  at: SourceRef;
  /** When the choice between them comes up at all: the condition of the bundle around it. */
  within: Predicate;
  alternatives: { name: string; guard: Predicate; at: SourceRef }[];
}

/** A condition as an author wrote it, apart from everything around it. */
export interface BoundCondition {
  predicate: Predicate;
  at: SourceRef;
  /** Of a list of several: its branches, of which one is enough. */
  branches?: readonly BoundCondition[];
}

/** Time that the limit of a block does not count. */
export interface BoundPause {
  pause: Pause;
  when: Predicate;
  at: SourceRef;
}

/** What comes of a block besides fields and documents. */
export interface BoundResult {
  result: Result;
  when: Predicate;
  at: SourceRef;
}

/** The time in which the applicant has to apply. */
export interface BoundApply {
  apply: ApplyWithin;
  when: Predicate;
  /** The field that tells the day. */
  after: { role: string; name: string };
  at: SourceRef;
}

/** What is otherwise in some situations. */
export interface BoundVariant {
  variant: Variant;
  when: Predicate;
  at: SourceRef;
}

/** A block as the bundle uses it. */
export interface BoundUse {
  /** The name of the step. */
  name: string;
  block: Block;
  file: string;
  /** Block role -> bundle role. */
  roles: ReadonlyMap<string, string>;
  /** The repeated role that it is done for each item of. */
  each?: string;
  /** The item that it is done for, where the facts name the items; and the use as the bundle names it. */
  item?: BoundItem & { of: string };
  /** When it is included: nesting, `when`, choice, `oneOf`. */
  guard: Predicate;
  choice: boolean;
  /** The `oneOf` that it is an alternative of: exactly one of them takes place. */
  alternativeOf?: Alternative;
  /** Where the use stands; several places where nested bundles use the same block alike. */
  at: SourceRef[];
  demands: Demand[];
  outputs: BoundOutput[];
  eligibility: BoundEligibility[];
  waits: BoundWait[];
  pauses: BoundPause[];
  variants: BoundVariant[];
  results: BoundResult[];
  apply: BoundApply[];
  /** Who collects, accepts, decides and issues, where these are different places. */
  acts: BoundAct[];
}

/** A bundle with nested bundles laid flat and every name bound to the bundle's own roles. */
export interface BoundBundle {
  bundle: Bundle;
  file: string;
  roles: ReadonlyMap<string, BoundRole>;
  uses: readonly BoundUse[];
  /** Fields that signing in tells. */
  known: ReadonlyMap<string, SourceRef>;
  registries: readonly string[];
  /** What files materials may be uploaded as, by the id of the material. */
  fileRules: ReadonlyMap<string, FileRule>;
  eligibility: BoundEligibility[];
  oneOfs: readonly BoundOneOf[];
  conditions: readonly BoundCondition[];
  /** What the applicant may leave out, by the name of the choice. */
  choices: ReadonlyMap<string, OfferedChoice>;
}

/** Which alternative of which `oneOf`. */
export interface Alternative {
  group: string;
  index: number;
}

/** A block or a nested bundle that the applicant may leave out. */
export interface OfferedChoice {
  title?: Text;
  at: SourceRef;
}

/** Every leaf below a demand, with the guard of what stands above it. */
export function* leavesOf(demands: readonly Demand[]): Generator<LeafDemand> {
  for (const demand of demands) {
    if (demand.kind !== 'choice') yield demand;
    else for (const group of demand.groups) yield* leavesOf(group);
  }
}
