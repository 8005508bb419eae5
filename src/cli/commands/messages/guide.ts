import { defineMessages } from '../../../messages/index.js';

/** The help of `guide`. */
export const guideHelp = defineMessages({
  'help.guide.summary': { en: 'what applicants need to know (办事指南)', zh: '办事指南' },
  'help.guide.description': {
    en: 'Writes the guide of a bundle, or of a situation: who may apply, what it takes, the steps with times, fees and legal basis, and what is not needed any more and why. As Markdown, or as one HTML page that needs no network and prints on A4.',
    zh: '生成一件事或某一情形的办事指南：受理条件、申请材料、办理流程及时限、收费和设定依据，以及无需提交的内容及理由。输出为 Markdown，或无需联网、可按 A4 打印的单个 HTML 页面。',
  },
  'help.guide.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.guide.format': {
    en: 'left out: what the name of the file says, else markdown',
    zh: '未指定时按文件名判断，否则为 markdown',
  },
  'help.guide.output': {
    en: 'where to write it; the standard output when left out',
    zh: '写入何处；未指定时写到标准输出',
  },
  'help.guide.example-1': { en: 'Markdown', zh: 'Markdown 格式' },
  'help.guide.example-2': { en: 'one page for the web and for paper', zh: '网页与打印通用的单个页面' },
  'help.guide.example-3': { en: 'the guide of one situation', zh: '某一情形的办事指南' },
});
