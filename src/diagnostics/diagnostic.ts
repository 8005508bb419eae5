import type { JsonValue } from '../base/index.js';
import type { Message } from '../messages/index.js';

/** error: refused; warning: can be accepted in a baseline; hint: worth knowing. */
export type Severity = 'error' | 'warning' | 'hint';

/** A place in a text: line and column count from 1, columns in UTF-16 code units; offset counts from 0. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of a text; `end` is the first position behind it. */
export interface Range {
  start: Position;
  end: Position;
}

/** A place in a document, before its range is looked up. */
export interface SourceRef {
  /** The document's path as the catalogue names it, always with forward slashes. */
  file: string;
  /** JSON Pointer (RFC 6901) into the document. */
  pointer: string;
  /** Whether the key or the value at the pointer is meant. */
  on?: 'key' | 'value';
}

/** A place in a document with its range. */
export interface Location extends SourceRef {
  on: 'key' | 'value';
  range?: Range;
}

/** A further place that took part, and its part in it. */
export interface Related extends Message {
  at: Location;
}

/** One replacement in a document. */
export interface Edit {
  /** The key or the value that goes. */
  at: Location;
  /** The key or the text that comes in its place. */
  value: string;
  /** How that is written there, in place of the range: quoted as the document quotes. Present where the range is. */
  text?: string;
}

/** A way to mend a finding that is known to be the right one. */
export interface Fix {
  /** What it does, in one sentence. */
  title: Message;
  /** All of them together. */
  edits: Edit[];
}

/** A finding about a document, as data: a message with a code `room/kebab-name`, and where it is found. */
export interface Diagnostic extends Omit<Message, 'variant'> {
  severity: Severity;
  at: Location;
  /** Every contributor, not only the first. */
  related: Related[];
  /** What to do. */
  help?: Message;
  /** An applicant's facts and answers that show the fault; `onething test` accepts it as a case. */
  witness?: JsonValue;
  /** Edits that mend it, where one answer is known to be right. */
  fixes?: Fix[];
}
