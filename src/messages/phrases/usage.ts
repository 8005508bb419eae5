import type { Phrase } from './phrase.js';

/** What mistakes of the caller are told with. */
export const usagePhrases: readonly Phrase[] = [
  ['There is no file or folder "{path}".', '没有文件或文件夹“{path}”。'],
  ['There is no folder "{path}".', '没有文件夹“{path}”。'],
  ['There is no file "{path}".', '没有文件“{path}”。'],
  [
    'The file "{path}" is no packed catalogue; it is not overwritten.',
    '文件“{path}”不是打包目录，未予覆盖。',
  ],
  ['Name another file with --output, or remove this one.', '请用 --output 指定其他文件，或先删除此文件。'],
  ['The file "{path}" cannot be written: {reason}.', '无法写入文件“{path}”：{reason}。'],
  ['The catalogue has errors, and a packed catalogue has none.', '目录中有错误，打包目录不能有错误。'],
  ['Its diagnostics name them.', '错误见其诊断信息。'],
  ['a part of the path is a file', '路径中的某一段是文件'],
  ['it is a folder', '这是一个文件夹'],
  ['there is no permission to', '没有写入权限'],
  ['the disk is read-only', '磁盘为只读'],
  ['the disk is full', '磁盘已满'],
  ['"{locale}" is no language tag.', '“{locale}”不是语言标签。'],
  ['Write one as in "zh" or "en-GB".', '请写成 "zh" 或 "en-GB" 的形式。'],
  ['Name one bundle, or all of them with --all.', '请指定一个一件事，或用 --all 表示全部。'],
  ['Files are in the way, and nothing is overwritten: {files}.', '以下文件已存在，未予覆盖：{files}。'],
  ['Name an empty folder, or move them away.', '请指定空文件夹，或先移走这些文件。'],
  ['The files cannot be made in "{folder}": {reason}.', '无法在“{folder}”中生成文件：{reason}。'],
];
