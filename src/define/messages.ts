import { defineMessages, messenger } from '../messages/index.js';

/** What a zod type says that JSON Schema cannot say. */
export const zodMessages = defineMessages({
  'zod.bigint': { en: 'a big integer', zh: '大整数' },
  'zod.symbol': { en: 'a symbol', zh: 'symbol 值' },
  'zod.undefined': { en: 'undefined', zh: 'undefined' },
  'zod.void': { en: 'void', zh: 'void' },
  'zod.date': { en: 'a Date object', zh: 'Date 对象' },
  'zod.map': { en: 'a Map', zh: 'Map 对象' },
  'zod.set': { en: 'a Set', zh: 'Set 对象' },
  'zod.nan': { en: 'not-a-number', zh: '非数' },
  'zod.custom': { en: 'a check of its own', zh: '自定义的校验' },
  'zod.function': { en: 'a function', zh: '函数' },
  'zod.promise': { en: 'a promise', zh: 'Promise 对象' },
  'zod.file': { en: 'a File', zh: 'File 对象' },
  'zod.transform': { en: 'a transformation', zh: '转换' },
  'zod.refinement': { en: 'a refinement', zh: '附加校验' },
  'zod.overwrite': { en: 'a change of the text, such as trimming', zh: '对文本的改动（如去除首尾空格）' },
  'zod.flag': { en: 'the flag "{flags}" of a regular expression', zh: '正则表达式的标志“{flags}”' },
});

/** Makes a message about a zod type. */
export const tell = messenger(zodMessages);
