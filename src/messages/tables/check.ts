import { defineMessages } from '../message.js';

/** What `check` says besides its findings. */
export const checkMessages = defineMessages({
  'check.reading': { en: 'reading {folder}', zh: '读取 {folder}' },
  'check.proving': { en: 'proving {number}/{count}: {bundle}', zh: '验证 {number}/{count}：{bundle}' },
  'check.bundles': { en: { one: '{count} bundle', other: '{count} bundles' }, zh: '{count} 个一件事' },
  'check.blocks': { en: { one: '{count} block', other: '{count} blocks' }, zh: '{count} 个事项' },
  'check.summary': {
    en: '{catalogue} {version}: {bundles}, {blocks}: {counts}',
    zh: '{catalogue} {version}：{bundles}，{blocks}：{counts}',
  },
});
