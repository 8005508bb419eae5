import { defineMessages } from '../../../messages/index.js';

/** The help of `case`. */
export const caseHelp = defineMessages({
  'help.case.summary': { en: 'look at cases in a store', zh: '查看存储文件中的办件' },
  'help.case.description': {
    en: 'Looks at the cases of a store file, or answers a step as its authority.',
    zh: '查看存储文件中的办件，或以部门身份答复某一环节。',
  },
  'help.case.store': {
    en: 'the store, as "onething run --store" or a host makes it',
    zh: '存储文件，由“onething run --store”或宿主应用生成',
  },
  'help.case.status': {
    en: 'only those: running, done, cancelled, stopped',
    zh: '只列出：running（办理中）、done（办结）、cancelled（撤销）、stopped（终止）',
  },
  'help.case.as': {
    en: 'approved, rejected, returned or withdrawn',
    zh: 'approved（准予）、rejected（不予）、returned（补正）或 withdrawn（撤回）',
  },
  'help.case.output': {
    en: 'what an approved step yields: a YAML or JSON file',
    zh: '准予环节的产出：YAML 或 JSON 文件',
  },
  'help.case.needs': { en: 'what a returned step wants anew; may be repeated', zh: '退回补正的内容；可重复' },
  'help.case.reason': { en: 'why', zh: '理由' },
  'help.case.example-1': { en: 'all of them', zh: '全部' },
  'help.case.example-2': { en: 'one of them', zh: '其中之一' },
  'help.case.example-3': { en: 'a refusal', zh: '不予批准' },
  'help.case.list': { en: 'Lists cases.', zh: '列出办件。' },
  'help.case.show': { en: 'Shows where a case stands, and its log.', zh: '显示办件进度及其记录。' },
  'help.case.complete': { en: 'Answers a step as its authority.', zh: '以部门身份答复某一环节。' },
});
