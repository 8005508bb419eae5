import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { Basis } from '../documents/common.js';
import type { Duration } from '../documents/duration.js';
import type { ActName, Carriage } from '../documents/places.js';
import type { FormContent } from './form-content.js';
import type { Predicate } from './predicate.js';
import type { ResultKind, ResultWay } from '../documents/results.js';
import type { Text } from '../documents/text.js';

/** Why something is as it is: the statement of a document that says so. */
export interface Reason {
  kind:
    | 'field'
    | 'material'
    | 'prerequisite'
    | 'after'
    | 'before'
    | 'condition'
    | 'registry'
    | 'transfer'
    | 'check';
  /** The field, material or block that it is about. */
  of: string;
  text?: Text;
  basis?: Basis[];
  file: string;
  pointer: string;
  line?: number;
  column?: number;
}

/** A step that must end first. */
export interface Dependency {
  step: string;
  /** `approval`: it must be approved; `end`: it must be over, however it ended. */
  needs: 'approval' | 'end';
  when?: Predicate;
  because: Reason[];
}

/** Where a value comes from. The first source whose `when` holds gives it. */
export interface InputSource {
  /** form: the answers; ask: a later form; known: signing in; registry: a registry or derivation; step: a block; generated: the host makes it from the answers. */
  from: 'form' | 'ask' | 'known' | 'registry' | 'step' | 'generated';
  /** The step that supplies it, where `from` is ask, registry or step. */
  step?: string;
  when?: Predicate;
}

/** One input of a step. */
export interface InputBinding {
  /** The field or material in terms of the bundle's roles. */
  of: string;
  /**
   * Where the value stands in the data of the case, by role and element. Where the step has `each`, a pointer into
   * that role is about the item; `*` stands for every item of a repeated role.
   */
  at: string;
  required: boolean;
  /** When it is required, where the step takes it in more situations than that. */
  requiredWhen?: Predicate;
  /** When the step takes it at all. */
  when?: Predicate;
  sources: InputSource[];
  /**
   * Of a material: what has to be met where the applicant gives it; `false` where the applicant cannot. Others give it in
   * whatever shape they have it.
   */
  schema?: JsonSchema;
  /** The same in some situations, besides. */
  narrowings?: { when?: Predicate; schema: JsonSchema }[];
  /** The receiving authority's own code for each value. */
  codes?: Record<string, JsonValue>;
  /** The material may follow: by the start of a step, or within a time after submission. */
  deferral?: { until?: string; within?: Duration };
  /** What the applicant declares where a commitment is made instead, and what follows if it is untrue. */
  commitment?: { text: Text; consequence: Text };
  /** It is taken as a part of alternatives, and not by itself. */
  alternative?: true;
}

/** One thing that an alternative takes: an input of the step, or alternatives again. */
export type AlternativeMember = { input: string; when?: Predicate; optional?: true } | PlanAlternatives;

/**
 * Several ways to give what a step takes. The first in this order that is complete and sound is the one; what stands in
 * another one is not handed on.
 */
export interface PlanAlternatives {
  /** Where the block says so. */
  id: string;
  when?: Predicate;
  /** None of them has to be given. */
  optional?: true;
  groups: AlternativeMember[][];
}

/** What a step yields when it is approved. */
export interface OutputBinding {
  of: string;
  at: string;
  when?: Predicate;
}

/** Who does one act of a block, and where. */
export interface PlanAct {
  /** Absent: always, as far as no alternative before it applies. */
  when?: Predicate;
  authority?: string;
  /** Where the data of the case tells the place. Inside a step with `each`, a pointer into that role is about the item. */
  at?: string;
}

/** What a transfer passes on: the application to the accepting or the deciding place, or the result to the applicant. */
export interface Transfer {
  /** The step of kind block that it belongs to. */
  of: string;
  from: Exclude<ActName, 'decide'>;
  to: 'accept' | 'decide' | 'applicant';
  by: Carriage;
}

/** A commitment that was taken in place of a material, and what follows if it was untrue. */
export interface PlanCheck {
  /** The step of kind block that took it, and its block. */
  of: string;
  block: string;
  /** The block's own name of the material. */
  input: string;
  /** The same in terms of the bundle's roles. */
  material: string;
  text: Text;
  consequence: Text;
}

/** One step of a plan. */
export interface PlanStep {
  id: string;
  /**
   * registry: a look-up or a derivation; ask: a later form; block: a matter that an authority decides; transfer:
   * something gets from one place to another, in its own time; check: a commitment is checked after the decision.
   */
  kind: 'registry' | 'ask' | 'block' | 'transfer' | 'check';
  title?: Text;
  block?: string;
  registry?: string;
  /** The name of the derivation, where the registry is a local one. */
  local?: string;
  options?: Record<string, JsonValue>;
  /** Of a look-up: the role that has to consent first; of a step for each item of that role, the item. */
  consent?: string;
  /** Of a look-up: how long what it tells may be old when the form is handed in. */
  fresh?: Duration;
  authority?: string;
  /** Pointer to the repeated role that the step is done for each item of. */
  each?: string;
  /** The item that the step is done for, where the facts name the items of its role. */
  item?: { role: string; key: string };
  /** When the step is done. Absent: always. */
  when?: Predicate;
  /** The condition rests on what another step yields. */
  late?: boolean;
  /** The applicant may leave it out. */
  choice?: boolean;
  after: Dependency[];
  /**
   * The limits, and the one that the plan counts with, in working days. `since`: transfers from whose begin the limit
   * counts, where they take place: another place has accepted the application.
   */
  deadline?: { promised?: Duration; statutory?: Duration; workingDays: number; since?: string[] };
  /** Limits and channels in some situations: of those that say it, the first whose condition holds. */
  variants?: {
    when: Predicate;
    deadline?: { promised?: Duration; statutory?: Duration; workingDays: number; since?: string[] };
    channels?: string[];
  }[];
  /** Time that the limit does not count. */
  pauses?: { reason: Text; time: Duration; when?: Predicate }[];
  eligibility?: { require: Predicate; otherwise: Text; basis?: Basis[] }[];
  fee?: { amount: number; currency: string; per?: string };
  channels?: string[];
  /** What comes of it besides what it yields. */
  results?: { result: ResultKind; title: Text; by?: ResultWay[]; when?: Predicate }[];
  /** Within which time the applicant has to apply, from the day at a place in the data of the case. */
  apply?: { within: Duration; after: string; when?: Predicate; basis?: Basis[] }[];
  /** Of a block: who does what, where these are different places. Of each list, the first that applies. */
  places?: Partial<Record<ActName, PlanAct[]>>;
  /** Of a transfer: what it passes on. */
  transfer?: Transfer;
  /** Of a check: the commitment that it looks at. */
  check?: PlanCheck;
  basis?: Basis[];
  /** By the block's own name of the input: "guardian.phone", "lease of guardian". */
  in: Record<string, InputBinding>;
  alternatives?: PlanAlternatives[];
  /** By the block's own name of the output. */
  out: Record<string, OutputBinding>;
  /** What the step is given, by the block's own roles. */
  input: JsonSchema;
  /** What the step answers, by the block's own roles. */
  output: JsonSchema;
  /** The form of an ask step: the same shape as the form of the plan. */
  form?: JsonSchema;
  /** What that form consists of. */
  content?: FormContent;
  onReject: 'stop-dependants' | 'stop-all';
  compensation?: boolean;
}

/** A role of the bundle as the plan carries it. */
export interface PlanRole {
  type: string;
  title?: Text;
  many?: { min: number; max: number };
  /** The element by whose value the items of the role are told apart. */
  key?: string;
  when?: Predicate;
}

/** The days without work, and where they are counted. */
export interface PlanCalendar {
  id: string;
  /** The zone (IANA) in which days begin and end. Left out: Asia/Shanghai. */
  timezone?: string;
  weekend: number[];
  /** Single days without work, ISO 8601. */
  holidays: string[];
  /** Weekend days on which people work. */
  workdays: string[];
  /** The last day for which the holidays are known. */
  until?: string;
  /** When offices are open on a working day. */
  hours?: { open: string; close: string };
}

/** What can be run: a JSON document that needs no catalogue beside it. */
export interface Plan {
  formatVersion: 2;
  id: string;
  title?: Text;
  /** `sha256-` and the hash of the canonical JSON of the plan without this property, in hexadecimal. */
  hash: string;
  catalogue: { id: string; version: string };
  applicant?: string;
  roles: Record<string, PlanRole>;
  /** What was known when the plan was composed. */
  facts: JsonObject;
  /**
   * `asks`: what the form asks, by place, and when. Absent: the plan does not say. `content`: what it consists of, from
   * which views of it are drawn.
   */
  form: { schema: JsonSchema; asks?: Record<string, Predicate>; content?: FormContent };
  calendar?: PlanCalendar;
  eligibility?: { require: Predicate; otherwise: Text; basis?: Basis[] }[];
  steps: PlanStep[];
  /** Ids of steps; those of one stage can run at the same time. */
  stages: string[][];
  criticalPath: { steps: string[]; workingDays: number };
  target?: { within: Duration; workingDays: number };
}
