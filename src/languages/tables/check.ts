import { defineMessages } from '../../messages/index.js';

/** What `check` says besides its findings. */
export const checkMessages = defineMessages({
  'check.reading': { en: 'reading {folder}', zh: '读取 {folder}' },
  'check.proving': { en: 'proving {number}/{count}: {bundle}', zh: '验证 {number}/{count}：{bundle}' },
  'check.bundles': { en: { one: '{count} bundle', other: '{count} bundles' }, zh: '{count} 个一件事' },
  'check.blocks': { en: { one: '{count} block', other: '{count} blocks' }, zh: '{count} 个事项' },
  'check.fixable': {
    en: { one: '--fix mends {count} of them.', other: '--fix mends {count} of them.' },
    zh: '其中 {count} 个可用 --fix 修改。',
  },
  'check.accepted': {
    en: { one: '{count} finding is accepted by {file}.', other: '{count} findings are accepted by {file}.' },
    zh: '{file} 已接受 {count} 条问题。',
  },
  'check.baselineWritten': {
    en: {
      one: '{file} accepts {count} finding, {fresh} of them new: say why.',
      other: '{file} accepts {count} findings, {fresh} of them new: say why.',
    },
    zh: '{file} 接受 {count} 条问题，其中新增 {fresh} 条：请写明理由。',
  },
  'check.baselineReason': { en: 'Taken over on {day}; say why.', zh: '{day} 自动写入；请写明理由。' },
  'check.mended': {
    en: { one: 'Mended {count} finding in {files}.', other: 'Mended {count} findings in {files}.' },
    zh: '已在{files}中修改 {count} 条问题。',
  },
  'check.wouldMend': {
    en: {
      one: '--fix would mend {count} finding in {files}.',
      other: '--fix would mend {count} findings in {files}.',
    },
    zh: '--fix 会在{files}中修改 {count} 条问题。',
  },
  'check.files': { en: { one: '{count} file', other: '{count} files' }, zh: ' {count} 个文件' },
  'check.nothingToMend': { en: 'There is nothing that --fix mends.', zh: '没有 --fix 可修改的问题。' },
  'check.watching': { en: 'Watching {folder}; end with Ctrl-C.', zh: '正在监视 {folder}；按 Ctrl-C 结束。' },
  'check.again': {
    en: '{time}  {composed} of {bundles} composed again',
    zh: '{time}  重新组合 {composed}，共 {bundles}',
  },
  'check.gone': { en: '{folder} is not there; waiting for it.', zh: '{folder} 不存在；正在等待。' },
  'check.summary': {
    en: '{catalogue} {version}: {bundles}, {blocks}: {counts}',
    zh: '{catalogue} {version}：{bundles}，{blocks}：{counts}',
  },
});
