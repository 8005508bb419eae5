import { defineMessages } from './entry.js';
import { messenger } from './messenger.js';

/** What a value is, or what is expected in its place, in words. */
export const valueKindMessages = defineMessages({
  'kind.text': { en: 'a text', zh: '文本' },
  'kind.number': { en: 'a number', zh: '数字' },
  'kind.whole-number': { en: 'a whole number', zh: '整数' },
  'kind.whole-number-from': { en: 'a whole number from {least}', zh: '不小于 {least} 的整数' },
  'kind.number-above': { en: 'a number above {limit}', zh: '大于 {limit} 的数字' },
  'kind.boolean': { en: 'true or false', zh: 'true 或 false' },
  'kind.list': { en: 'a list', zh: '列表' },
  'kind.list-of': { en: 'a list of {count}', zh: '{count} 项的列表' },
  'kind.map': { en: 'a map', zh: '映射' },
  'kind.nothing': { en: 'nothing', zh: '空值' },
  'kind.any': { en: 'any value', zh: '任意值' },
});

/** Makes a message that says what a value is. */
export const tellKind = messenger(valueKindMessages);
