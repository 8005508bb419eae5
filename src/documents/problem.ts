import type { Diagnostic, Location } from '../diagnostics/index.js';

/** A stretch of the text, and what it stands for in the document. */
export interface Spot {
  start: number;
  end: number;
  pointer: string;
  on: 'key' | 'value';
}

/** A fault of the text. The place becomes a location with a range when the finding is made. */
export interface Problem {
  spot: Spot;
  create: (at: Location, locate: (pointer: string, on: 'key' | 'value') => Location) => Diagnostic;
}

/** Ends the reading of a text that can have no value. */
export class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super('unreadable');
  }
}
