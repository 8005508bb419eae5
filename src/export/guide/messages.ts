import { defineMessages, messenger } from '../../messages/index.js';

/** What a guide cannot be written in. */
export const guideUsageMessages = defineMessages({
  'usage/locale': { en: '"{locale}" is no language tag.', zh: '“{locale}”不是语言标签。' },
  'usage/locale:example': { en: 'Write one as in "zh" or "en-GB".', zh: '请写成 "zh" 或 "en-GB" 的形式。' },
});

/** Makes a message of a guide. */
export const tell = messenger(guideUsageMessages);
