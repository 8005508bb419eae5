import type { JsonValue } from '../../base/index.js';

/** An applicant says that a value is wrong that somebody else says. */
export type DisputeClaim = {
  /** A field or material by its key, or a place of the data by its pointer: of an item, only the pointer says which. */
  field: string;
  /** What is right, as the applicant says. */
  claim: JsonValue;
  reason: string;
};
