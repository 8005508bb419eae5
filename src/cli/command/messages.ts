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
  'usage/facts-changed:refused': refusal,
  'usage/consent-unknown:refused': refusal,

  // Mistakes on the command line
  'mistake.unknown-option': { en: 'error: unknown option "{flag}"', zh: '错误：没有选项“{flag}”' },
  'mistake.unknown-command': { en: 'error: unknown command "{name}"', zh: '错误：没有命令“{name}”' },
  'mistake.no-argument': { en: 'error: missing required argument "{name}"', zh: '错误：缺少参数“{name}”' },
  'mistake.no-value': { en: 'error: option "{flags}" argument missing', zh: '错误：选项“{flags}”缺少值' },
  'mistake.no-option': {
    en: 'error: required option "{flags}" not specified',
    zh: '错误：未指定必需的选项“{flags}”',
  },
  'mistake.no-choice': {
    en: 'error: option "{flags}" argument "{value}" is invalid. Allowed choices are {choices}.',
    zh: '错误：选项“{flags}”的值不能是“{value}”。可选值：{choices}。',
  },
  'mistake.more-arguments': {
    en: {
      one: 'error: too many arguments. Expected {count} argument but got {received}.',
      other: 'error: too many arguments. Expected {count} arguments but got {received}.',
    },
    zh: '错误：参数过多：应为 {count} 个，实为 {received} 个。',
  },
  'mistake.more-arguments-of': {
    en: {
      one: 'error: too many arguments for "{command}". Expected {count} argument but got {received}.',
      other: 'error: too many arguments for "{command}". Expected {count} arguments but got {received}.',
    },
    zh: '错误：“{command}”的参数过多：应为 {count} 个，实为 {received} 个。',
  },
  'mistake.meant': { en: '({meant})', zh: '（{meant}）' },

  'refused.places': { en: 'At: {places}', zh: '位置：{places}' },
  'refused.unmet': { en: '{demands}', zh: '{demands}' },
});

/** Makes a message of how a command is called. */
export const tell = messenger(commandMessages);
