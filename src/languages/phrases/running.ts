import type { Phrase } from './phrase.js';

/** What is said of stores, cases and runners. */
export const runningPhrases: readonly Phrase[] = [
  ['The step "{key}" has not been handed over yet.', '环节“{key}”尚未提交。'],
  ['A step is returned for something: --needs names it.', '退回补正须说明所需内容：请用 --needs 指定。'],
  ['The step "{key}" has no input "{name}".', '环节“{key}”没有输入“{name}”。'],
  ['Its inputs are: {names}.', '其输入为：{names}。'],
  ['The store has no case "{id}".', '存储文件中没有办件“{id}”。'],
  ['onething case list shows what it has.', '可用“onething case list”查看已有办件。'],
  ['The case "{id}" was started with other answers.', '办件“{id}”启动时的填报内容与此不同。'],
  ['The bundle has no block or registry "{id}".', '该“一件事”中没有事项或数据源“{id}”。'],
  ['{option} "{text}" has no "=".', '{option} “{text}”缺少“=”。'],
  ['Write {option} block=value.', '请写作 {option} 事项=值。'],
  ['{option} "{text}" is no whole number.', '{option} “{text}”不是整数。'],
  ['"{text}" is no duration.', '“{text}”不是时长。'],
  ['Write 5wd, 30d, 4h or 1mo.', '请写作 5wd、30d、4h 或 1mo。'],
  ['"{text}" is no moment.', '“{text}”不是时刻。'],
  ['Write 2026-09-30T09:00:00+08:00.', '请写作 2026-09-30T09:00:00+08:00。'],
  ['The case has no step "{step}".', '办件中没有环节“{step}”。'],
];
