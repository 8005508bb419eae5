import { Ajv } from 'ajv';
import type { ValidatorType } from '@rjsf/utils';

interface Root {
  $defs?: unknown;
}

/** What RJSF asks of a validator, by ajv for draft 7 as RJSF's own does it. */
export function stockValidator(): ValidatorType {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  // RJSF names parts of the schema by one name after the other.
  const isMet = (
    { $id: _, ...schema }: { $id?: string | undefined },
    data: unknown,
    { $defs }: Root,
  ): boolean => ajv.validate({ ...schema, ...($defs === undefined ? {} : { $defs }) }, data);
  return {
    isValid: (schema, data, root) => isMet(schema, data, root),
    rawValidation: () => ({ errors: [] }),
    validateFormData: () => ({ errors: [], errorSchema: {} }),
  };
}
