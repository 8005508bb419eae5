/** Every message of every room in one table, and how it is told in each language. */
export { render, renderIn } from './render.js';
export { sayIn } from './say.js';
export type { MessageKey, Say } from './say.js';
export { codeInLanguage } from './code-in-language.js';
export { findingInLanguage, messageInLanguage } from './in-language.js';
