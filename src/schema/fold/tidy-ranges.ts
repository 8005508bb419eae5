import type { JsonObject } from '../../base/index.js';

/** Of a bound and an exclusive bound on the same side the tighter one says all. */
export function tidyRanges(schema: JsonObject): void {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  if (typeof minimum === 'number' && typeof exclusiveMinimum === 'number') {
    delete schema[exclusiveMinimum >= minimum ? 'minimum' : 'exclusiveMinimum'];
  }
  if (typeof maximum === 'number' && typeof exclusiveMaximum === 'number') {
    delete schema[exclusiveMaximum <= maximum ? 'maximum' : 'exclusiveMaximum'];
  }
}
