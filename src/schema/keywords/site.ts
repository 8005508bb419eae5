import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import type { Evaluated } from './evaluated.js';
import type { FormatTable } from '../formats/index.js';

/** What a keyword says of an instance; undefined where it cannot be decided. */
export type Truth = boolean | undefined;

/** Where an evaluation stands among the resources of its document. */
export interface Frame {
  readonly base: string;
  /** The resources entered on the way here, innermost first (core, section 7.1). */
  readonly outer: Frame | undefined;
}

/** One evaluation of an instance: what stays the same from keyword to keyword. */
export interface Run {
  readonly document: SchemaDocument;
  readonly formats: FormatTable;
  evaluate(schema: JsonSchema, instance: JsonValue, frame: Frame, seen?: Evaluated): Truth;
}

/** The place of a keyword during an evaluation. */
export interface Site {
  readonly run: Run;
  readonly schema: JsonObject;
  readonly frame: Frame;
  /** Set where somebody above asks what has been looked at. */
  readonly seen: Evaluated | undefined;
}

/** Decides one keyword for one instance. */
export type Check = (value: JsonValue, instance: JsonValue, site: Site) => Truth;

/** Both hold. */
export function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

/** The opposite. */
export function opposite(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
