import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { Diagnostic, Location } from '../../diagnostics/index.js';
import type { Accept } from '../documents/block.js';
import type { Basis } from '../documents/common.js';
import type { Plan } from '../plan/plan.js';
import type { Predicate } from '../plan/predicate.js';
import type { Text } from '../documents/text.js';
import type { Message } from '../../messages/index.js';

/** What one block says of a field or a material, and where. */
export interface Contribution {
  /** The step, which is the name of the use within the bundle. */
  step: string;
  block: string;
  authority?: string;
  /** When the block takes it: the condition of the use and of the input. */
  when?: Predicate;
  optional: boolean;
  title?: Text;
  /** What the block adds to the element's own schema. */
  schema?: JsonSchema;
  codes?: Record<string, JsonValue>;
  accept?: Accept[];
  basis: Basis[];
  at: Location;
}

/** Where a field or a material comes from, and in which situations. The first whose `when` holds counts. */
export interface Origin {
  kind: 'known' | 'produced' | 'registry' | 'derived' | 'generated' | 'asked';
  /** The step that supplies it; for `asked`, the ask step where it is asked late. */
  step?: string;
  when?: Predicate;
  /** Where the document says so. */
  at?: Location;
}

/** A field of the bundle. */
export interface FormField {
  /** `role.element` in terms of the bundle's roles. */
  field: string;
  /** Where it stands in the form; `*` stands for every item of a repeated role. */
  at: string;
  role: string;
  element: string;
  title?: Text;
  /** What every block together allows, wherever they take it. */
  schema: JsonSchema;
  labels?: Record<string, Text>;
  /** In some situation a form asks it. */
  asked: boolean;
  /** When a form asks it: `true` always, `false` never. */
  askedWhen: Predicate;
  /** In some situation a form cannot be sent without it. */
  required: boolean;
  /** When a form cannot be sent without it. */
  requiredWhen: Predicate;
  origins: Origin[];
  /** What the field decides: ids of steps, and inputs as `step: input`. */
  decides: string[];
  contributions: Contribution[];
  /** Where the element stands. */
  definition: Location;
}

/** A material of the bundle. */
export interface FormMaterial {
  /** `material of role` in terms of the bundle's roles. */
  material: string;
  at: string;
  id: string;
  role: string;
  title?: Text;
  asked: boolean;
  askedWhen: Predicate;
  required: boolean;
  requiredWhen: Predicate;
  accept: Accept[];
  origins: Origin[];
  contributions: Contribution[];
  definition: Location;
}

/** Alternatives, one of which is enough. */
export interface MaterialChoice {
  id: string;
  step: string;
  when?: Predicate;
  groups: string[][];
  /** The group that costs the applicant least over the whole bundle. */
  recommended: number;
  because: Message;
  at: Location;
}

/** A situation question: a field that decides an open condition. */
export interface Question {
  field: string;
  title?: Text;
  schema: JsonSchema;
  when?: Predicate;
  /** How many open conditions it bears on. */
  weight: number;
  decides: string[];
}

/** A figure that opens into the list it counts. */
export interface Figure {
  value: number;
  of: string[];
  /** What may add to it and of which no document says whether it does: matters that do not state how they are applied for. */
  unknown?: string[];
}

/** Forms, fields and so on, of the blocks alone or of the bundle. */
export interface Figures {
  authorities: Figure;
  steps: Figure;
  forms: Figure;
  fields: Figure;
  fieldsToFill: Figure;
  materials: Figure;
  materialsLeft: Figure;
  trips: Figure;
  workingDays: Figure;
  /** By currency. */
  fees: Record<string, Figure>;
}

/** Before and after, by the counting rules of docs/reference/report.md. */
export interface Report {
  before: Figures;
  after: Figures;
}

/** Form, materials, plan and report of a bundle in one document. */
export interface Composition {
  formatVersion: 2;
  bundle: string;
  title?: Text;
  catalogue: { id: string; version: string };
  facts: JsonObject;
  form: {
    schema: JsonSchema;
    /** A JSON Forms UI schema: sections by role, with rules that show a control while it is asked. `formView` draws for the answers so far. */
    ui: JsonObject;
    fields: FormField[];
    materials: FormMaterial[];
    choices: MaterialChoice[];
    questions: Question[];
  };
  plan: Plan;
  /** What the bundle or its steps demand and the facts do not meet. Absent: nothing. */
  unmet?: UnmetDemand[];
  report: Report;
  diagnostics: Diagnostic[];
}

/** A demand that the applicant does not meet, in the words of its author. */
export interface UnmetDemand {
  /** The step that demands it; absent: the bundle does. */
  step?: string;
  otherwise: Text;
  basis?: Basis[];
}
