import { assertOptions } from './arguments.js';
import { createFormatTable, defaultFormats, type FormatTable } from './formats/index.js';
import type { AlgebraCost, AlgebraOptions } from './types.js';

/** What an answer may cost unless the caller says otherwise. */
const DEFAULT_BUDGET = 20_000;
const NO_FORMATS = createFormatTable([]);

/** The formats that the caller wants asserted. */
export function formatsOf(options: AlgebraOptions): FormatTable {
  assertOptions(options);
  const { formats } = options;
  return formats === false ? NO_FORMATS : (formats ?? defaultFormats);
}

/** How many cells and branches the caller allows. */
export function budgetOf({ budget }: AlgebraOptions): number {
  return budget ?? DEFAULT_BUDGET;
}

/** Counters before anything has been counted. */
export function noCost(): AlgebraCost {
  return { folds: 0, cells: 0, branches: 0, exhausted: false };
}
