/** What onething says, in every language it speaks. Knows sentences, and nothing of what they are about. */
export { languages } from './message.js';
export type { Language } from './message.js';
export { sayIn } from './say.js';
export type { MessageKey, Say } from './say.js';
export { helpInLanguage, termInLanguage } from './help.js';
export { codeInLanguage } from './code-in-language.js';
export { findingInLanguage } from './in-language.js';
export { translate } from './translate.js';
