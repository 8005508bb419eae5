import type { z } from 'zod';
import type { JsonSchema, JsonValue } from '../base/index.js';
import type {
  Accept,
  Act,
  Authority,
  Basis,
  Block,
  Bundle,
  BundleRole,
  Calendar,
  Commitment,
  DocumentBase,
  Duration,
  Element,
  Material,
  PassingAct,
  Registry,
  ResultKind,
  ResultWay,
  Subject,
  Text,
} from '../model/index.js';

/** A JSON Schema, or the zod type that it is made of. */
export type SchemaInput = JsonSchema | z.ZodType;

declare const elements: unique symbol;
declare const roles: unique symbol;

/** A subject whose element names the compiler knows. */
export interface DefinedSubject<Elements extends string = string> extends Subject {
  /** Never there at run time: it carries the names for the compiler. */
  readonly [elements]?: Elements;
}

/** A block whose roles the compiler knows. */
export interface DefinedBlock<Roles = unknown> extends Block {
  readonly [roles]?: Roles;
}

/** A bundle whose roles the compiler knows. */
export interface DefinedBundle<Roles = unknown> extends Bundle {
  readonly [roles]?: Roles;
}

/** A subject, or its id: then every element name is taken. */
export type SubjectRef = DefinedSubject | string;

/** Roles of a block: each a subject. */
export type BlockRolesInput = Record<string, SubjectRef | { type: SubjectRef; many?: boolean }>;

/** Roles of a bundle: each a subject, how often it repeats, and when it is there. */
export type BundleRolesInput = Record<
  string,
  SubjectRef | (Omit<BundleRole, 'type' | 'when'> & { type: SubjectRef; when?: unknown })
>;

/** The names of the roles. */
export type RoleName<Roles> = keyof Roles & string;

/** The names of the elements of a role. */
export type ElementName<Role> =
  Role extends DefinedSubject<infer Names>
    ? Names
    : Role extends { type: infer Type }
      ? ElementName<Type>
      : string;

/** The fields of the roles: `child.name`. */
export type FieldName<Roles> = {
  [Role in RoleName<Roles>]: `${Role}.${ElementName<Roles[Role]>}`;
}[RoleName<Roles>];

type FieldTests<Roles> = { [Field in FieldName<Roles>]?: JsonSchema };

/** A condition over the fields of the roles. */
export type ConditionInput<Roles> = ConditionMapInput<Roles> | readonly ConditionMapInput<Roles>[];

type ConditionMapInput<Roles> = FieldTests<Roles> & { some?: FieldTests<Roles>; every?: FieldTests<Roles> };

interface InputBase<Roles> {
  optional?: boolean;
  when?: ConditionInput<Roles>;
  title?: Text;
  description?: Text;
  basis?: readonly Basis[];
}

/** What a block takes, over its own roles. */
export type InputInput<Roles> =
  | (InputBase<Roles> & {
      field: FieldName<Roles>;
      schema?: SchemaInput;
      message?: Text;
      codes?: Record<string, JsonValue>;
    })
  | (InputBase<Roles> & {
      material: Material | string;
      of: RoleName<Roles>;
      accept?: readonly AcceptInput<Roles>[];
      form?: 'original' | 'copy' | 'electronic';
      copies?: number;
    })
  | (InputBase<Roles> & { anyOf: readonly (readonly InputInput<Roles>[])[] });

type AcceptInput<Roles> =
  | Exclude<Accept, object>
  | { deferral: { until?: Block | string; within?: Duration } }
  | { commitment: CommitmentInput<Roles> };

/** What is declared instead of proven. */
interface CommitmentInput<Roles> extends Omit<Commitment, 'except' | 'check'> {
  except?: ConditionInput<Roles>;
  check?: Omit<NonNullable<Commitment['check']>, 'by'> & { by?: Authority | string };
}

/** What a block yields, over its own roles. */
export type OutputInput<Roles> =
  | { field: FieldName<Roles>; schema?: SchemaInput; when?: ConditionInput<Roles> }
  | { material: Material | string; of: RoleName<Roles>; when?: ConditionInput<Roles> };

/** Who may apply. */
export interface EligibilityInput<Roles> {
  require: ConditionInput<Roles>;
  otherwise: Text;
  basis?: readonly Basis[];
}

type OrderInput<Roles> =
  Block | string | { block: Block | string; because?: Text; when?: ConditionInput<Roles> };

type ActInput<Roles> = Omit<Act, 'when' | 'at' | 'authority' | 'basis'> & {
  when?: ConditionInput<Roles>;
  at?: FieldName<Roles>;
  authority?: Authority | string;
  basis?: readonly Basis[];
};

type PassingActInput<Roles> = ActInput<Roles> & Pick<PassingAct, 'by' | 'time'>;

/** Who collects, accepts, decides and issues, over the roles of the block. */
export interface PlacesInput<Roles> {
  collect?: PassingActInput<Roles> | readonly PassingActInput<Roles>[];
  accept?: PassingActInput<Roles> | readonly PassingActInput<Roles>[];
  decide?: ActInput<Roles> | readonly ActInput<Roles>[];
  issue?: PassingActInput<Roles> | readonly PassingActInput<Roles>[];
}

/** A block, as an author writes it. */
export interface BlockInput<Roles, Other = Roles> extends DocumentInput {
  authority?: Authority | string;
  basis?: readonly Basis[];
  roles: Roles;
  inputs?: readonly InputInput<Other>[];
  outputs?: readonly OutputInput<Other>[];
  results?: readonly {
    result: ResultKind;
    title: Text;
    by?: readonly ResultWay[];
    when?: ConditionInput<Other>;
  }[];
  apply?: readonly {
    within: Duration;
    after: FieldName<Other>;
    when?: ConditionInput<Other>;
    basis?: readonly Basis[];
  }[];
  prerequisites?: readonly {
    block: Block | string;
    because?: Text;
    when?: ConditionInput<Other>;
    basis?: readonly Basis[];
  }[];
  after?: readonly OrderInput<Other>[];
  before?: readonly OrderInput<Other>[];
  eligibility?: readonly EligibilityInput<Other>[];
  time?: { statutory?: Duration; promised?: Duration };
  pauses?: readonly {
    reason: Text;
    time: Duration;
    when?: ConditionInput<Other>;
    basis?: readonly Basis[];
  }[];
  fee?: { amount: number; currency: string; per?: RoleName<Other> };
  channels?: readonly string[];
  variants?: readonly {
    when: ConditionInput<Other>;
    time?: { statutory?: Duration; promised?: Duration };
    channels?: readonly string[];
    basis?: readonly Basis[];
  }[];
  places?: PlacesInput<Other>;
  alone?: { forms?: number; steps?: number; trips?: number; time?: Duration };
  onReject?: 'stop-dependants' | 'stop-all';
  compensation?: boolean;
}

/** What every document may carry. */
export interface DocumentInput extends Omit<DocumentBase, 'source'> {
  source?: readonly string[];
}

/** An element, as an author writes it. */
export interface ElementInput extends Omit<Element, 'schema'> {
  schema: SchemaInput;
}

/** A bundle, as an author writes it; its uses are checked one by one. */
export interface BundleInput<Roles, Uses, Other = Roles> extends DocumentInput {
  basis?: readonly Basis[];
  roles: Roles & CheckedRoles<Roles>;
  applicant?: RoleName<Other>;
  known?: readonly FieldName<Other>[];
  registries?: readonly (Registry | string)[];
  uses: Uses;
  eligibility?: readonly EligibilityInput<Other>[];
  target?: { within: Duration };
}

type CheckedRoles<Roles> = {
  [Role in keyof Roles]: Roles[Role] extends { when: infer When }
    ? { when: CheckedCondition<When, Roles> }
    : unknown;
};

/** A use with every name in it checked: what is wrong becomes `never`, so that it does not compile. */
export type CheckedUses<Uses, Roles> = { [Index in keyof Uses]: CheckedUse<Uses[Index], Roles> };

type UseKey = 'block' | 'bundle' | 'as' | 'with' | 'each' | 'when' | 'choice' | 'places';

type CheckedUse<Use, Roles> = Use extends { oneOf: infer Alternatives }
  ? { oneOf: CheckedUses<Alternatives, Roles> } & Nothing<Exclude<keyof Use, 'oneOf'>>
  : Use extends { block: infer Used }
    ? CheckedPlainUse<Use, Used, Block | string, Roles, 'block'>
    : Use extends { bundle: infer Used }
      ? CheckedPlainUse<Use, Used, Bundle | string, Roles, 'bundle'>
      : never;

type CheckedPlainUse<Use, Used, Wanted, Roles, Key extends string> = {
  [K in Key]: Used extends Wanted ? Used : never;
} & {
  as?: string;
  with?: Use extends { with: infer With } ? CheckedBinding<With, RolesOf<Used>, Roles> : never;
  each?: RoleName<Roles>;
  when?: Use extends { when: infer When } ? CheckedCondition<When, Roles> : never;
  choice?: boolean;
  places?: Use extends { places: PlacesInput<Roles> } ? PlacesInput<Roles> : never;
} & Nothing<Exclude<keyof Use, UseKey> | Exclude<'block' | 'bundle', Key>>;

/** Keys that must not be there. */
type Nothing<Keys extends PropertyKey> = { [Key in Keys]?: never };

/** The roles of what is used; unknown where only its id is given. */
type RolesOf<Used> =
  Used extends DefinedBlock<infer R> ? R : Used extends DefinedBundle<infer R> ? R : unknown;

type CheckedBinding<With, UsedRoles, Roles> = {
  [Role in keyof With]: unknown extends UsedRoles
    ? RoleName<Roles>
    : Role extends keyof UsedRoles
      ? RoleName<Roles>
      : never;
};

type CheckedCondition<When, Roles> = When extends readonly unknown[]
  ? { [Index in keyof When]: CheckedMap<When[Index], Roles> }
  : CheckedMap<When, Roles>;

type CheckedMap<Map, Roles> = {
  [Key in keyof Map]: Key extends 'some' | 'every'
    ? { [Field in keyof Map[Key]]: Field extends FieldName<Roles> ? JsonSchema : never }
    : Key extends FieldName<Roles>
      ? JsonSchema
      : never;
};

/** Which days are working days, as an author writes it. */
export interface CalendarInput extends DocumentInput {
  weekend?: readonly number[];
  holidays?: readonly NonNullable<Calendar['holidays']>[number][];
  workdays?: readonly string[];
  timezone?: string;
  until?: string;
  hours?: Calendar['hours'];
}
