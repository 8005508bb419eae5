import { defineCodes } from '../code.js';

/** Findings about the order of steps and about time. */
export const orderCodes = defineCodes({
  'order/cycle': {
    severity: 'error',
    message: 'Steps wait for each other: {chain}.',
    zh: '事项互为前置：{chain}。',
    help: 'Let one of these waits go: defer the material, accept a commitment, or drop an order wish.',
    helpZh: '请去掉其中一条：允许容缺、接受承诺，或去掉先后顺序。',
    why: 'None of these steps can begin before the others have ended, so an applicant in this situation never gets through (互为前置).',
    whyZh: '各环节都要等其他环节办结才能开始，处于该情形的申请人永远办不成（互为前置）。',
    wrong: 'kind: block\nid: a\nafter: [ b ]          # and b has after: [ a ]',
    right: 'kind: block\nid: a\nafter: [ b ]          # and b waits for nothing',
  },
  'order/deferral-taken': {
    severity: 'hint',
    message: '"{step}" goes on without waiting for "{producer}": "{material}" may follow.',
    zh: '“{step}”不等待“{producer}”：“{material}”可后补。',
    why: 'The input accepts a deferral (容缺受理, 甩项后置), so the plan does not wait for the step that yields the material.',
    whyZh: '该输入允许容缺受理或甩项后置，因此办理方案不等待产生该材料的环节。',
    wrong: 'accept: [upload, { deferral: { within: 10wd } }]',
    right: 'accept: [upload]              # where the step has to wait',
  },
  'order/target-below-critical-path': {
    severity: 'warning',
    message: 'The bundle promises {target} working days, but its longest chain takes {days}: {chain}.',
    zh: '一件事承诺{target}个工作日，但最长链条需要{days}个工作日：{chain}。',
    help: 'Raise the target, shorten a step of the chain, or let a step go on without waiting.',
    helpZh: '请提高承诺时限、缩短链条中的环节，或允许容缺受理。',
    why: 'The promise cannot be kept when every step takes the time that its own authority promises.',
    whyZh: '即使各部门都按自己的承诺时限办结，该承诺也无法兑现。',
    wrong: 'target: { within: 3wd }        # a chain of 5wd and 1wd',
    right: 'target: { within: 6wd }',
  },
  'order/promised-above-statutory': {
    severity: 'error',
    message: 'The block promises {promised}, longer than the statutory {statutory}.',
    zh: '承诺时限{promised}长于法定时限{statutory}。',
    why: 'A promise cannot extend a limit that the law sets.',
    whyZh: '承诺时限不能超过法定时限。',
    wrong: 'time: { statutory: 10d, promised: 30wd }',
    right: 'time: { statutory: 30d, promised: 10wd }',
  },
});
