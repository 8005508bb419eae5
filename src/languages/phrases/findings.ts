import type { Phrase } from './phrase.js';

/** What findings say beside the messages of the catalogue of codes: help, contributors, and parts of messages. */
export const findingPhrases: readonly Phrase[] = [
  // What was perhaps meant
  ['Did you mean {names}?', '是否指 {names}？'],
  // Reasons
  ['{one}; or {others}', '{one}；或{others}'],
  ['{one}; {others}', '{one}；{others}'],
  // Who says what
  ['{one} or {other}', '{one}或{other}'],
  ['{one} and {other}', '{one}，并{other}'],
  // Why a change is not graded
  ['no step takes place', '没有任何环节'],
];
