/** A form as it is drawn for the answers so far: for JSON Forms, for RJSF, for any renderer. */
export { formView } from './form-view.js';
export type { FormView, ViewOptions } from './form-view.js';
