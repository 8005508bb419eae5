/** For RJSF 6: its validator, the settings without which it answers for the applicant, and fields and widgets of ours. */
export { rjsfSettings } from './settings.js';
export { rjsfValidator } from './validator.js';
export { rjsfWidgets } from './widgets.js';
