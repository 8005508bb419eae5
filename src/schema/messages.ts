import { defineMessages, messenger } from '../messages/index.js';

/** What a caller is told who hands over something else than is asked for. */
export const schemaMessages = defineMessages({
  'schema/not-a-schema': {
    en: 'A JSON Schema is true, false or an object of keywords.',
    zh: 'JSON Schema 应为 true、false 或由关键字组成的对象。',
  },
  'schema/not-a-schema:help': {
    en: 'Write { type: … }, or true where anything is allowed.',
    zh: '请写作 { type: … }；不限取值时写 true。',
  },
  'schema/not-a-schema:keyword': {
    en: 'The schema is none of draft 2020-12: the keyword "{keyword}" takes {expected}.',
    zh: 'schema 不符合 2020-12 草案：关键字“{keyword}”的取值应为{expected}。',
  },
  'schema/not-a-schema:dialect': {
    en: 'The schema is none of draft 2020-12: it is of the dialect "{dialect}".',
    zh: 'schema 不符合 2020-12 草案：其版本为“{dialect}”。',
  },
  'schema/not-a-schema:pattern': {
    en: 'The pattern "{pattern}" is no regular expression.',
    zh: '“{pattern}”不是正则表达式。',
  },
  'schema/too-deep': { en: 'The schema is nested too deeply.', zh: 'schema 嵌套过深。' },
  'schema/reference-outside:nowhere': {
    en: 'The reference "{reference}" leads nowhere.',
    zh: '引用“{reference}”没有指向任何内容。',
  },
  'schema/pattern-refused': {
    en: 'The pattern "{pattern}" has no bounded way to run.',
    zh: '正则表达式“{pattern}”没有可控的执行方式。',
  },
  'schema/pattern-refused:help': {
    en: 'Repetition together with a backreference takes exponential time; write it without the backreference.',
    zh: '重复与反向引用并用会耗时呈指数增长；请去掉反向引用。',
  },
  'usage/argument:pointer': { en: 'The place is no JSON Pointer.', zh: '该位置不是 JSON Pointer。' },
  'usage/argument:pointer-help': {
    en: 'Write "" for the whole, "/properties/a" for a part.',
    zh: '整体写作 ""，部分写作 "/properties/a"。',
  },
  'usage/argument:options': { en: 'The options are no object.', zh: '选项不是对象。' },
  'usage/argument:options-help': { en: 'Write { formats, budget }.', zh: '请写作 { formats, budget }。' },
  'usage/argument:budget': {
    en: 'The option "budget" is no number from 0.',
    zh: '选项“budget”不是不小于 0 的数字。',
  },
  'usage/argument:budget-help': { en: 'Leave it out for the usual one.', zh: '不写则取默认值。' },
  'usage/argument:format-table': {
    en: 'The option "formats" is no table of formats.',
    zh: '选项“formats”不是格式表。',
  },
  'usage/argument:format-table-help': {
    en: 'createFormatTable and defaultFormats make one.',
    zh: '请用 createFormatTable 或 defaultFormats。',
  },
  'usage/argument:contributions': {
    en: 'The contributions are no list of { schema, source }.',
    zh: '各方约束不是 { schema, source } 的列表。',
  },
  'usage/argument:contributions-help': {
    en: 'Write [{ schema: a }, { schema: b }]; intersect takes plain schemas.',
    zh: '请写作 [{ schema: a }, { schema: b }]；intersect 直接接受 schema。',
  },
  'usage/argument:schemas': { en: 'The schemas are no list.', zh: '这些 schema 不是列表。' },
  'usage/argument:schemas-help': { en: 'Write [a, b].', zh: '请写 [a, b]。' },
  'usage/argument:no-function': { en: 'The argument "{name}" is no function.', zh: '参数“{name}”不是函数。' },
  'usage/argument:no-function-help': { en: 'Leave it out.', zh: '请省略它。' },
  'usage/argument:instance': {
    en: 'The instance is no JSON at "{pointer}".',
    zh: '实例在“{pointer}”处不是 JSON。',
  },
  'usage/argument:instance-help': {
    en: 'JSON knows neither functions, dates nor NaN.',
    zh: 'JSON 中没有函数、日期对象或 NaN。',
  },
  'usage/argument:shape': {
    en: 'The value of a keyword has no such shape.',
    zh: '关键字的取值没有这种形式。',
  },
  'usage/argument:pattern': { en: 'The pattern is no text.', zh: '正则表达式不是文本。' },
  'usage/argument:pattern-help': {
    en: 'Write the regular expression as a text.',
    zh: '请把正则表达式写成文本。',
  },
  'usage/argument:formats': {
    en: 'The formats are no list of { name, source, pattern, samples }.',
    zh: '格式不是 { name, source, pattern, samples } 的列表。',
  },
  'usage/argument:formats-help': {
    en: 'A pattern is a regular expression in Unicode mode, samples a function.',
    zh: 'pattern 为 Unicode 模式的正则表达式，samples 为函数。',
  },
});

/** Makes a message about schemas. */
export const tell = messenger(schemaMessages);
