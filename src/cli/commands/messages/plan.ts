import { defineMessages } from '../../../messages/index.js';

/** The help of `plan`. */
export const planHelp = defineMessages({
  'help.plan.summary': {
    en: 'stages, what runs in parallel, the longest chain',
    zh: '各阶段、并联办理的环节、最长链条',
  },
  'help.plan.description': {
    en: 'Shows the plan of a bundle: its stages, what runs in parallel, and the longest chain.',
    zh: '显示一件事的办理方案：各阶段、并联办理的环节和最长链条。',
  },
  'help.plan.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.plan.advise': {
    en: 'what would make it faster: each relaxation with the working days that it gains',
    zh: '如何更快：逐项列出可放宽之处及其节省的工作日',
  },
  'help.plan.cut': {
    en: 'the plan where "to" does not wait for "from"; may be repeated',
    zh: '后者不等待前者时的方案；可重复',
  },
  'help.plan.example-1': { en: 'the stages', zh: '各阶段' },
  'help.plan.example-2': { en: 'the document that a host runs', zh: '供宿主应用运行的文档' },
  'help.plan.example-3': { en: 'a diagram for a page', zh: '供页面使用的流程图' },
  'help.plan.example-4': { en: 'what would make it faster', zh: '如何更快' },
});
