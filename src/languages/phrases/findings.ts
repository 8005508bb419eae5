import type { Phrase } from './phrase.js';

/** What findings say beside the messages of the catalogue of codes: help, contributors, and parts of messages. */
export const findingPhrases: readonly Phrase[] = [
  // What was perhaps meant
  ['Did you mean {names}?', '是否指 {names}？'],
  ['The roles here are {names}.', '此处的角色有 {names}。'],
  ['The keys that may stand here are {names}.', '此处可用的键有 {names}。'],
  ['The catalogue has a folder "{name}".', '目录中有文件夹“{name}”。'],
  ['Write "{name}".', '请写“{name}”。'],
  ['Write it in quotes to make it a text.', '请加引号使其成为文本。'],
  // What stands somewhere and what is expected
  ['a text', '文本'],
  ['some text', '非空文本'],
  ['an empty text', '空文本'],
  ['the text', '该文本'],
  ['a number', '数字'],
  ['a whole number', '整数'],
  ['true or false', 'true 或 false'],
  ['a list', '列表'],
  ['a map', '映射'],
  ['nothing', '空值'],
  ['any value', '任意值'],
  ['a regular expression', '正则表达式'],
  ['a JSON Schema', 'JSON Schema'],
  ['a list of {count}', '{count} 项的列表'],
  ['at least {count} entry', '至少 {count} 项'],
  ['at least {count} entries', '至少 {count} 项'],
  ['at least {count}', '至少 {count}'],
  ['at most {count}', '至多 {count}'],
  ['at most {count} characters', '至多 {count} 个字符'],
  ['a file or folder below the catalogue, such as "answers"', '目录下的文件或文件夹，例如 "answers"'],
  ['a name (letters, digits, "-" and "_")', '名称（文字、数字、"-" 和 "_"）'],
  ['a field such as "child.name"', '字段，如 "child.name"'],
  ['a duration such as "30d", "5wd", "4h" or "1mo"', '时限，如 "30d"、"5wd"、"4h" 或 "1mo"'],
  ['a date such as "2026-10-01"', '日期，如 "2026-10-01"'],
  ['the version (semver)', '版本号（semver）'],
  ['of the expected form', '所要求的形式'],
  // Contributors
  ['The first one.', '第一个。'],
  ['The statutory limit.', '法定时限。'],
  // Reasons
  ['{one}; or {others}', '{one}；或{others}'],
  ['{one}; {others}', '{one}；{others}'],
  // Kinds of documents, where a sentence names one
  ['catalogue', '目录'],
  ['subject', '主体'],
  ['material', '材料'],
  ['authority', '部门'],
  ['registry', '数据源'],
  ['calendar', '日历'],
  ['block', '事项'],
  ['bundle', '一件事'],
  ['role', '角色'],
  ['use', '引用'],
  // Who says what
  ['{one} or {other}', '{one}或{other}'],
  ['"{who}" stands here.', '“{who}”在此。'],
  ['The first "{who}".', '第一个“{who}”。'],
  ['It has no condition.', '该项没有条件。'],
  ['{one} and {other}', '{one}，并{other}'],
  // Why a change is not graded
  ['no step takes place', '没有任何环节'],
];
