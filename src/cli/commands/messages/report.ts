import { defineMessages } from '../../../messages/index.js';

/** The help of `report`. */
export const reportHelp = defineMessages({
  'help.report.summary': {
    en: 'forms, fields, materials, days: before and after, and the worst case',
    zh: '表单、字段、材料、时间：联办前后对比和最大值',
  },
  'help.report.description': {
    en: 'Counts what the blocks cost alone and in the bundle, and the most that any situation comes to.',
    zh: '统计各事项单独办理与联办的成本，以及各情形下的最大值。',
  },
  'help.report.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.report.max': {
    en: 'fails where some situation has more; may be repeated',
    zh: '任一情形超出时返回失败；可重复',
  },
  'help.report.situations': { en: 'the figures of every situation, in JSON', zh: '每种情形的指标（JSON）' },
  'help.report.example-1': { en: 'before and after', zh: '联办前后对比' },
  'help.report.example-2': { en: 'for a CI job', zh: '用于持续集成' },
  'help.report.example-3': {
    en: 'for a page: each figure opens into its list',
    zh: '供页面使用：各项指标可展开为清单',
  },
});
