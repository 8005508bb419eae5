import { createContext, useContext } from 'react';
import type { Text } from 'onething';

const table = {
  title: ['一件事一次办', 'One thing, done in one go'],
  signIn: ['登录', 'Sign in'],
  signInNote: ['演示登录：选择一个人或一个部门。', 'A simulated sign-in: choose a person or an authority.'],
  person: ['办事人', 'Applicant'],
  authority: ['部门', 'Authority'],
  signOut: ['退出', 'Sign out'],
  services: ['可以办理的事项', 'What can be done here'],
  begin: ['开始办理', 'Begin'],
  mine: ['我的申请', 'My applications'],
  draft: ['草稿', 'Draft'],
  number: ['受理编号', 'Number'],
  open: ['打开', 'Open'],
  saved: ['草稿已保存', 'The draft is saved.'],
  check: ['核对填写内容', 'Check your answers'],
  change: ['返回修改', 'Change'],
  submit: ['提交', 'Submit'],
  receipt: ['回执', 'Receipt'],
  receiptNote: ['申请已受理，请保存受理编号。', 'Your application has been received. Keep its number.'],
  print: ['打印', 'Print'],
  progress: ['办理进度', 'Progress'],
  missing: ['请先补全表单', 'Complete the form first'],
  refused: ['未能提交', 'This was not accepted'],
  notTaken: ['以下内容未被采用：', 'These answers do not count: '],
  next: ['需要您补充', 'We need something from you'],
  send: ['发送', 'Send'],
  owed: ['待补交的材料', 'Materials that you still owe'],
  due: ['期限', 'Due'],
  overdue: ['已超期', 'Overdue'],
  withdraw: ['撤回申请', 'Withdraw the application'],
  discard: ['删除', 'Delete'],
  desk: ['待办件', 'Work list'],
  nothing: ['没有待办件。', 'There is nothing to do.'],
  given: ['申请内容', 'What was handed in'],
  yields: ['办理结果', 'What you decide'],
  approve: ['批准', 'Approve'],
  reject: ['不予批准', 'Reject'],
  giveBack: ['退回补正', 'Return'],
  reason: ['理由', 'Reason'],
  whatToReturn: ['需要补正的内容', 'What is to be supplied anew'],
  results: ['办理结果', 'Results'],
  certificate: ['电子证照', 'Certificate'],
  lost: [
    '连接失败，内容仍保留在本页。',
    'The service cannot be reached. Your answers are still on this page.',
  ],
  'case:starting': ['核验中', 'Being checked'],
  'case:refused': ['不符合条件', 'Not eligible'],
  'case:running': ['办理中', 'In progress'],
  'case:open': ['待补交材料', 'Done, materials owed'],
  'case:done': ['已办结', 'Done'],
  'case:cancelled': ['已撤回', 'Withdrawn'],
  'case:undoing': ['撤回中', 'Being withdrawn'],
  'case:stopped': ['已终止', 'Stopped'],
  'step:waiting': ['等待', 'Waiting'],
  'step:ready': ['准备办理', 'About to start'],
  'step:executing': ['办理中', 'In progress'],
  'step:retrying': ['办理中', 'In progress'],
  'step:pending': ['部门办理中', 'With the authority'],
  'step:returned': ['待您补正', 'Returned to you'],
  'step:asking': ['待您填写', 'Waiting for you'],
  'step:stalled': ['故障处理中', 'Held up by a fault'],
  'step:approved': ['已办结', 'Approved'],
  'step:rejected': ['不予批准', 'Rejected'],
  'step:ineligible': ['不符合条件', 'Not eligible'],
  'step:unavailable': ['无法办理', 'Not available'],
  'step:skipped': ['不需要', 'Not needed'],
  'step:stopped': ['已终止', 'Stopped'],
  'step:withdrawn': ['已撤回', 'Withdrawn'],
  'step:cancelled': ['已撤回', 'Withdrawn'],
} as const;

export type Word = keyof typeof table;

/** The language of the page. */
export const LocaleContext = createContext<'zh' | 'en'>('zh');

/** The words of the page in its language, and a text of the catalogue in it. */
export function useWords(): {
  locale: 'zh' | 'en';
  say: (word: Word) => string;
  textOf: (text: Text | undefined) => string;
} {
  const locale = useContext(LocaleContext);
  return {
    locale,
    say: (word) => table[word][locale === 'zh' ? 0 : 1],
    textOf: (text) =>
      typeof text === 'object' ? (text[locale] ?? Object.values(text)[0] ?? '') : (text ?? ''),
  };
}

/** A status in words: of a case, or of a step. */
export function wordOf(kind: 'case' | 'step', status: string): Word {
  const word = `${kind}:${status}`;
  return word in table ? (word as Word) : 'progress';
}
