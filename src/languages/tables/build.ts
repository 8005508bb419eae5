import { defineMessages } from '../../messages/index.js';

/** What `build` says besides its findings. */
export const buildMessages = defineMessages({
  'build.packed': {
    en: {
      one: '{catalogue} {version}: {count} document packed into {file} ({size})',
      other: '{catalogue} {version}: {count} documents packed into {file} ({size})',
    },
    zh: '{catalogue} {version}：{count} 个文档已打包为 {file}（{size}）',
  },
  'build.refused': {
    en: 'Nothing was written: a packed catalogue has no errors.',
    zh: '未写入任何文件：打包目录不能有错误。',
  },
});
