import { defineMessages } from '../../messages/index.js';

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
  'golden.cases': { en: { one: '{count} case', other: '{count} cases' }, zh: '{count} 个用例' },
  'golden.notUpdated': {
    en: 'not updated: {file}: it cannot be rewritten without changing more than what it expects; edit it by hand',
    zh: '未更新：{file}：无法只改写其预期而不改动其他内容，请手工修改',
  },
  'golden.failed': { en: 'failed', zh: '未通过' },
  'golden.difference': { en: '{part}: {message}', zh: '{part}：{message}' },
  'golden.summary': {
    en: '{catalogue} {version}: {cases}: {passed} passed, {failed} failed',
    zh: '{catalogue} {version}：{cases}：通过 {passed} 个，未通过 {failed} 个',
  },
  'golden.updated': {
    en: '{catalogue} {version}: {cases}: {passed} passed, {failed} failed, {updated} updated',
    zh: '{catalogue} {version}：{cases}：通过 {passed} 个，未通过 {failed} 个，已更新 {updated} 个',
  },
  'golden.thin': { en: 'thin', zh: '覆盖不足' },
  'golden.tooLittle': {
    en: '{bundle}: {percent} % is less than {least} %',
    zh: '{bundle}：{percent} %，低于 {least} %',
  },
  'golden.reach': { en: '{percent} %, {cases}', zh: '{percent} %，{cases}' },
  'golden.conditions': { en: 'conditions', zh: '条件' },
  'golden.situations': { en: 'situations', zh: '情形' },
  'golden.uses': { en: 'uses', zh: '引用' },
  'golden.fields': { en: 'fields', zh: '字段' },
  'golden.alternatives': { en: 'alternatives', zh: '备选' },
  'golden.without': { en: 'without {names}', zh: '未覆盖 {names}' },
  'golden.withoutMore': { en: 'without {names} and {count} more', zh: '未覆盖 {names}，另有 {count} 项' },
  'golden.of': { en: 'of {fields}', zh: '涉及 {fields}' },
});
