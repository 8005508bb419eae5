import { defineMessages, messenger } from '../../messages/index.js';

/** What an argument of a runner must be. */
export const shellMessages = defineMessages({
  'argument.moment': { en: 'a moment such as "{example}"', zh: '时刻，如“{example}”' },
});

/** Makes a message of a runner. */
export const tell = messenger(shellMessages);
