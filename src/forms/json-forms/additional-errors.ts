import type { Mistake } from '../mistakes.js';

/** An error as ajv writes it, which JSON Forms shows at the control with this path. */
export interface AdditionalError {
  instancePath: string;
  message: string;
  keyword: string;
  schemaPath: string;
  params: Record<string, never>;
}

/** Mistakes as JSON Forms takes them while its own validation is off (`validationMode: 'NoValidation'`). */
export function additionalErrors(mistakes: readonly Mistake[]): AdditionalError[] {
  // The keyword says nothing to people, and some of them JSON Forms keeps to itself.
  return mistakes.map(({ at, message }) => ({
    instancePath: at,
    message,
    keyword: 'onething',
    schemaPath: '',
    params: {},
  }));
}
