import type { JsonValue } from '../../base/index.js';
import type { Diagnostic, Location } from '../../diagnostics/index.js';
import type { ChangeKind, Grade } from './change-kinds.js';
import type { Text } from '../documents/text.js';
import type { Message } from '../../messages/index.js';

/** What a change is about. */
export interface ChangeSubject {
  /** The bundle that it shows in. */
  bundle?: string;
  /** The block that it shows in. */
  block?: string;
  /** Another document: `subject person`, `registry population-register`. */
  document?: string;
  step?: string;
  /** `role.element`, in terms of the bundle's or the block's roles. */
  field?: string;
  /** `material of role`, in terms of the bundle's or the block's roles. */
  material?: string;
  role?: string;
  /** What people call the field, material, step or document, in the new version where it has one. */
  title?: Text;
}

/** Something that was fine in the old version and is not in the new one. */
export interface Counterexample {
  /**
   * answers: to the form; situation: facts of an applicant, by field; payload: what a handler is given or answers;
   * value: of an element.
   */
  kind: 'answers' | 'situation' | 'payload' | 'value';
  value: JsonValue;
}

/** One change, graded. */
export interface Change {
  kind: ChangeKind;
  grade: Grade;
  subject: ChangeSubject;
  before?: JsonValue;
  after?: JsonValue;
  /** Where the old and the new version say so. */
  at: { old?: Location; new?: Location };
  counterexample?: Counterexample;
  /** What kept the grade from being proven. */
  because?: Message;
}

/** How a figure of a bundle's report differs in one or more situations. */
export interface FigureChange {
  /** As in `materialsLeft`; of fees `fees.CNY`. */
  figure: string;
  difference: number;
  /** What is counted in the new version only, and in the old one only. */
  more: string[];
  fewer: string[];
  /** In how many of the situations that were compared. */
  situations: number;
  /** One applicant in them, by field. */
  facts: JsonValue;
}

/** What the changes of a bundle come to for its applicants. */
export interface BundleConsequences {
  bundle: string;
  title?: Text;
  /**
   * The situations in which the versions may differ, as a decimal number, and how many of them were compared. They are
   * told apart by every condition that hangs together with what has changed or, where these are too many, by what has
   * changed alone.
   */
  situations: { total: string; exact: boolean; by: 'conditions' | 'changes'; compared: number };
  figures: FigureChange[];
  /** What people call the fields, materials and steps that the figures name. */
  titles?: Record<string, Text>;
}

/** Two versions of a catalogue compared. */
export interface CatalogueDiff {
  formatVersion: 2;
  old: { id: string; version: string };
  new: { id: string; version: string };
  counts: Record<Grade, number>;
  /** Sorted by what they are about, then by kind. */
  changes: Change[];
  /** Per bundle that has changed, what that comes to for its applicants. */
  consequences: BundleConsequences[];
  /** The least version that says what has changed (Semantic Versioning 2.0.0); absent where the old one is none. */
  version?: { least: string; because: 'breaking' | 'addition' | 'detail' | 'nothing' };
  /** What is wrong with the comparison itself: a document of either version that is not sound, a version too low. */
  diagnostics: Diagnostic[];
}
