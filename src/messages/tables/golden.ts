import { defineMessages } from '../message.js';

/** What is said while golden cases are written. */
export const goldenMessages = defineMessages({
  'golden.lostComment': {
    en: 'A comment went with what it stood on in {file}: {comment}',
    zh: '{file} 中的注释随所在内容一并删除：{comment}',
  },
  'golden.saved': {
    en: {
      one: '{count} finding saved as a case in {folder}',
      other: '{count} findings saved as cases in {folder}',
    },
    zh: '已将 {count} 个问题存为用例：{folder}',
  },
  'golden.nothingToSave': {
    en: 'No finding has a witness that is not saved as a case already.',
    zh: '没有尚未存为用例的问题见证。',
  },
});
