import { calendarCodes } from './calendar.js';
import { catalogueCodes } from './catalogue.js';
import { checkCodes } from './check.js';
import { composeCodes } from './compose.js';
import { diffCodes } from './diff.js';
import { documentsCodes } from './documents.js';
import { exportCodes } from './export.js';
import { orderCodes } from './order.js';
import { packedCodes } from './packed.js';
import { proveCodes } from './prove.js';
import { schemaCodes } from './schema.js';

/** Every code that onething can give, one table per room. */
export const codes = {
  ...documentsCodes,
  ...catalogueCodes,
  ...calendarCodes,
  ...checkCodes,
  ...packedCodes,
  ...schemaCodes,
  ...composeCodes,
  ...orderCodes,
  ...proveCodes,
  ...exportCodes,
  ...diffCodes,
};

/** A code of the catalogue of codes. */
export type Code = Extract<keyof typeof codes, string>;

/** Is the text a code of the catalogue of codes? */
export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
