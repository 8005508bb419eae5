import { defineMessages, messenger } from '../messages/index.js';

/** What checking a whole catalogue says beside the messages of its codes. */
export const checkMessages = defineMessages({
  'check.like': { en: '"{name}" stands here.', zh: '“{name}”在此。' },
  'check.here-too': { en: 'Here, too.', zh: '此处亦然。' },
  'check.ended': { en: 'It was accepted until {day}.', zh: '此前接受至 {day}。' },
});

/** Makes a message of checking. */
export const tell = messenger(checkMessages);
