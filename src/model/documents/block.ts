import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { Basis, DocumentBase } from './common.js';
import type { Condition } from './condition.js';
import type { Duration } from './duration.js';
import type { Places } from './places.js';
import type { ApplyWithin, Result } from './results.js';
import type { Text } from './text.js';

/** How a material may be given. */
export type Accept =
  'registry' | 'upload' | 'commitment' | 'generated' | { deferral: Deferral } | { commitment: Commitment };

/** The applicant declares instead of proving (告知承诺). */
export interface Commitment {
  /** What the applicant declares, as it is shown. */
  text: Text;
  /** Who may not use it. */
  except?: Condition;
  check?: CommitmentCheck;
  /** What follows if it was untrue. */
  consequence: Text;
}

/** What is looked at after the matter has been decided. */
export interface CommitmentCheck {
  what: Text;
  within: Duration;
  /** The authority that looks. Left out: the one that decides. */
  by?: string;
}

/** A material may follow later: by the time that a step runs, or within a time after submission. */
export interface Deferral {
  until?: string;
  within?: Duration;
}

interface InputBase {
  optional?: boolean;
  when?: Condition;
  title?: Text;
  description?: Text;
  basis?: Basis[];
}

/** A fact that the block takes. */
export interface FieldInput extends InputBase {
  field: string;
  /** Narrows the element's own schema, never widens it. */
  schema?: JsonSchema;
  /** What whoever gives a value that the block refuses is told. */
  message?: Text;
  /** This authority's own code for each value of the element. */
  codes?: Record<string, JsonValue>;
}

/** A piece of evidence that the block takes. */
export interface MaterialInput extends InputBase {
  material: string;
  of: string;
  accept?: Accept[];
  form?: 'original' | 'copy' | 'electronic';
  copies?: number;
}

/** Alternatives, each a list of inputs; one of them is enough. */
export interface AnyOfInput extends InputBase {
  anyOf: Input[][];
}

/** What a block takes. */
export type Input = FieldInput | MaterialInput | AnyOfInput;

/** A fact that the block yields when it is approved. */
export interface FieldOutput {
  field: string;
  schema?: JsonSchema;
  when?: Condition;
}

/** A document that the block yields when it is approved. */
export interface MaterialOutput {
  material: string;
  of: string;
  when?: Condition;
}

/** What a block yields. */
export type Output = FieldOutput | MaterialOutput;

/** Another block that must be in the bundle and approved first. */
export interface Prerequisite {
  block: string;
  because?: Text;
  when?: Condition;
  basis?: Basis[];
}

/** A wish about order only, where both blocks are present. */
export type OrderWish = string | { block: string; because?: Text; when?: Condition };

/** Who may apply. */
export interface Eligibility {
  require: Condition;
  otherwise: Text;
  basis?: Basis[];
}

/** Time that the limit of the block does not count: an appraisal, a public notice. */
export interface Pause {
  reason: Text;
  time: Duration;
  when?: Condition;
  basis?: Basis[];
}

/** What is otherwise in some situations. What it does not say is as the block says. */
export interface Variant {
  when: Condition;
  time?: { statutory?: Duration; promised?: Duration };
  channels?: string[];
  basis?: Basis[];
}

/** A subject as it takes part in a block. */
export type BlockRole = string | { type: string; many?: boolean };

/** One single matter. Kin: PublicService (CPSV-AP 3.2), 事项. */
export interface Block extends DocumentBase {
  kind: 'block';
  authority?: string;
  basis?: Basis[];
  roles: Record<string, BlockRole>;
  inputs?: Input[];
  outputs?: Output[];
  /** What comes of it besides fields and documents. */
  results?: Result[];
  /** Within which time the applicant has to apply. */
  apply?: ApplyWithin[];
  prerequisites?: Prerequisite[];
  after?: OrderWish[];
  before?: OrderWish[];
  eligibility?: Eligibility[];
  time?: { statutory?: Duration; promised?: Duration };
  pauses?: Pause[];
  fee?: { amount: number; currency: string; per?: string };
  channels?: string[];
  /** Of several that say the same thing, the first whose condition holds counts. */
  variants?: Variant[];
  /** Who collects, accepts, decides and issues, where these are different places. */
  places?: Places;
  /** What this costs an applicant outside any bundle. */
  alone?: { forms?: number; steps?: number; trips?: number; time?: Duration };
  onReject?: 'stop-dependants' | 'stop-all';
  compensation?: boolean;
}

export const isFieldInput = (input: Input): input is FieldInput => 'field' in input;
export const isMaterialInput = (input: Input): input is MaterialInput => 'material' in input;
export const isAnyOfInput = (input: Input): input is AnyOfInput => 'anyOf' in input;

/** How a material may follow, if it may. */
export function deferralIn(accept: readonly Accept[]): Deferral | undefined {
  for (const way of accept) if (typeof way === 'object' && 'deferral' in way) return way.deferral;
  return undefined;
}

/** What a commitment is that is accepted in place of a material, as far as the author says more than that it is. */
export function commitmentIn(accept: readonly Accept[]): Partial<Commitment> | undefined {
  for (const way of accept) {
    if (way === 'commitment') return {};
    if (typeof way === 'object' && 'commitment' in way) return way.commitment;
  }
  return undefined;
}

/** The name of a way. */
export function wayName(way: Accept): string {
  return typeof way === 'string' ? way : 'deferral' in way ? 'deferral' : 'commitment';
}
