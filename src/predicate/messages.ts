import { defineMessages, messenger } from '../messages/index.js';

/** Why it is not known whether anybody meets a condition. */
export const predicateMessages = defineMessages({
  'predicate.too-many': { en: 'there are too many alternatives', zh: '备选过多' },
  'predicate.values': { en: 'the values of "{field}" cannot be decided', zh: '“{field}”的取值无法判定' },
});

/** Makes a message about conditions. */
export const tell = messenger(predicateMessages);
