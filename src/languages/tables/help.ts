import { defineMessages } from '../../messages/index.js';

/** What stands beside an option in its help. */
export const helpMessages = defineMessages({
  'help.choices': { en: 'choices: {values}', zh: '可选值：{values}' },
  'help.default': { en: 'default: "{value}"', zh: '默认为“{value}”' },
  'help.aside': { en: '{text} ({aside})', zh: '{text}（{aside}）' },
});
