/** Formats as declared sets of texts: validation, relations to one another, samples, and the facts that they carry. */
import { chinese } from './chinese.js';
import { dates } from './dates.js';
import { identifiers } from './identifiers.js';
import { internet } from './internet.js';
import { references } from './references.js';
import type { FormatTable } from './format-table.js';
import { createFormatTable } from './table.js';

export type { Format } from './format.js';
export type { FormatRelation, FormatTable } from './format-table.js';
export { createFormatTable } from './table.js';

/** The formats of JSON Schema draft 2020-12 (validation, section 7.3) and those of Chinese public services. */
export const defaultFormats: FormatTable = createFormatTable([
  ...dates,
  ...internet,
  ...references,
  ...identifiers,
  ...chinese,
]);
