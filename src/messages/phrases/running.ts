import type { Phrase } from './phrase.js';

/** What is said of stores, cases and runners. */
export const runningPhrases: readonly Phrase[] = [
  ['The store "{path}" is in use by another process.', '存储文件“{path}”正被另一进程使用。'],
  [
    'One runner works on a store at a time: stop the other, or ask it for its cases.',
    '同一存储文件同时只能由一个进程使用：请停止另一进程，或向其查询办件。',
  ],
  ['The store "{path}" is damaged or no store.', '存储文件“{path}”已损坏，或不是存储文件。'],
  ['Restore it from a backup; the file itself was not changed.', '请从备份恢复；文件本身未被改动。'],
  ['There is no room left to write "{path}".', '磁盘空间不足，无法写入“{path}”。'],
  ['Free some space; what was accepted before is safe.', '请释放空间；此前已接受的内容安全。'],
  ['The store "{path}" cannot be used: {reason}.', '无法使用存储文件“{path}”：{reason}。'],
  [
    'The store "{path}" was written by a newer version ({version}; this one knows {known}).',
    '存储文件“{path}”由更新的版本写入（{version}；当前版本支持到 {known}）。',
  ],
  ['Use that version, or a store of its own.', '请使用该版本，或另用存储文件。'],
  ['The file "{path}" belongs to another program.', '文件“{path}”属于其他程序。'],
  ['The store has no case "{id}".', '存储文件中没有办件“{id}”。'],
  ['onething case list shows what it has.', '用 onething case list 查看已有办件。'],
  ['The case "{id}" was started with other answers.', '办件“{id}”启动时的填报内容与此不同。'],
  ['The bundle has no block or registry "{id}".', '该“一件事”中没有事项或登记库“{id}”。'],
  ['{option} "{text}" has no "=".', '{option} “{text}”缺少“=”。'],
  ['Write {option} block=value.', '请写作 {option} 事项=值。'],
  ['{option} "{text}" is no whole number.', '{option} “{text}”不是整数。'],
  ['"{text}" is no duration.', '“{text}”不是时长。'],
  ['Write 5wd, 30d, 4h or 1mo.', '请写作 5wd、30d、4h 或 1mo。'],
  ['"{text}" is no moment.', '“{text}”不是时刻。'],
  ['Write 2026-09-30T09:00:00+08:00.', '请写作 2026-09-30T09:00:00+08:00。'],
  ['The case has no step "{step}".', '办件中没有步骤“{step}”。'],
  ['The step "{step}" is already {status}.', '步骤“{step}”已是 {status}。'],
  ['The answers do not meet the form of the plan.', '填报内容不符合表单要求。'],
  ['The applicant does not meet the conditions of the bundle.', '申请人不符合该“一件事”的条件。'],
];
