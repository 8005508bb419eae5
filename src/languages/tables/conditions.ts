import { defineMessages } from '../../messages/index.js';

/** The place of a condition in a text, and schemas that say everything or nothing. */
export const conditionMessages = defineMessages({
  'condition.itself': { en: '{condition}', zh: '{condition}' },
  'condition.if': { en: 'if {condition}', zh: '若 {condition}' },
  'condition.aside': { en: '{text} {condition}', zh: '{text}（{condition}）' },
  'schema.anything': { en: 'anything', zh: '任意值' },
  'schema.nothing': { en: 'nothing', zh: '不可取任何值' },
});
