import { defineMessages } from '../../../messages/index.js';

/** The help of `resolve`. */
export const resolveHelp = defineMessages({
  'help.resolve.summary': {
    en: 'what a situation settles, and the questions still open',
    zh: '某一情形已确定的内容和待回答的问题',
  },
  'help.resolve.description': {
    en: 'Says which steps a situation settles, and which questions are still open, the most decisive first.',
    zh: '说明某一情形已确定哪些环节、还有哪些问题待回答，影响最大者在前。',
  },
  'help.resolve.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.resolve.example-1': { en: 'with nothing known', zh: '一无所知时' },
  'help.resolve.example-2': { en: 'with what a file tells', zh: '按文件所载情况' },
  'help.resolve.example-3': { en: 'fact by fact', zh: '逐项给出' },
});
