import { defineMessages, messenger } from '../../messages/index.js';

/** A refusal of the machine, as a mistake of the caller: its code behind "usage/". */
const refusal = { en: '{refusal}', zh: '{refusal}' } as const;

/** What commands say of how they are called. */
export const commandMessages = defineMessages({
  'usage/malformed:refused': refusal,
  'usage/too-large:refused': refusal,
  'usage/already-started:refused': refusal,
  'usage/not-started:refused': refusal,
  'usage/not-eligible:refused': refusal,
  'usage/answers-refused:refused': refusal,
  'usage/dispute-refused:refused': refusal,
  'usage/output-refused:refused': refusal,
  'usage/duplicate-key:refused': refusal,
  'usage/unknown-step:refused': refusal,
  'usage/unknown-input:refused': refusal,
  'usage/not-asked:refused': refusal,
  'usage/changes-situation:refused': refusal,
  'usage/stale:refused': refusal,
  'usage/settled:refused': refusal,
  'usage/case-over:refused': refusal,
  'usage/unknown-case:refused': refusal,
  'usage/unknown-token:refused': refusal,
  'usage/id-taken:refused': refusal,
  'usage/case-open:refused': refusal,
  'refused.places': { en: 'At: {places}', zh: '位置：{places}' },
  'refused.unmet': { en: '{demands}', zh: '{demands}' },
});

/** Makes a message of how a command is called. */
export const tell = messenger(commandMessages);
