import type { Phrase } from './phrase.js';

/** What mistakes of the caller are told with. */
export const usagePhrases: readonly Phrase[] = [
  ['There is no file or folder "{path}".', '没有文件或文件夹“{path}”。'],
  ['There is no folder "{path}".', '没有文件夹“{path}”。'],
  ['There is no file "{path}".', '没有文件“{path}”。'],
];
