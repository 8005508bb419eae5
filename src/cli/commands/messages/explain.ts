import { defineMessages } from '../../../messages/index.js';

/** The help of `explain`. */
export const explainHelp = defineMessages({
  'help.explain.summary': { en: 'what the code of a finding means', zh: '问题代码的含义' },
  'help.explain.description': {
    en: 'Explains the code of a finding: why it matters, a wrong document and the right one.',
    zh: '说明问题代码：其影响、错误写法和正确写法。',
  },
  'help.explain.argument.code': { en: 'the code, as in compose/conflict', zh: '代码，如 compose/conflict' },
  'help.explain.example-1': { en: 'blocks that contradict each other', zh: '互相矛盾的事项' },
});
