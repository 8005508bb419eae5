import { defineMessages, messenger } from '../messages/index.js';

/** In what a golden case differs from what comes out, and what no case reaches. */
export const testingMessages = defineMessages({
  'differs.no-step': { en: '"{name}" is not a step of the plan.', zh: '“{name}”不是方案中的环节。' },
  'differs.step': { en: '"{name}" is a step as well.', zh: '“{name}”也是方案中的环节。' },
  'differs.not-asked': { en: '"{name}" is not asked.', zh: '未询问“{name}”。' },
  'differs.asked': { en: '"{name}" is asked.', zh: '询问了“{name}”。' },
  'differs.not-given': { en: '"{name}" is not given by the applicant.', zh: '“{name}”不由申请人提交。' },
  'differs.given': { en: '"{name}" is given by the applicant.', zh: '“{name}”由申请人提交。' },
  'differs.questions': {
    en: 'The open questions are {names}, in this order.',
    zh: '待回答的问题依次为{names}。',
  },
  'differs.none': { en: 'none', zh: '无' },
  'differs.no-stage': { en: 'There is no stage {number}.', zh: '没有第 {number} 阶段。' },
  'differs.stage': { en: 'Stage {number} is {names}.', zh: '第 {number} 阶段为{names}。' },
  'differs.no-payload': {
    en: '"{step}" is not among the steps that are given anything.',
    zh: '“{step}”不在获得数据的环节之中。',
  },
  'differs.no-figure': { en: 'There is no figure "{name}".', zh: '没有指标“{name}”。' },
  'differs.no-figure-meant': { en: 'There is no figure "{name}". {meant}', zh: '没有指标“{name}”。{meant}' },
  'differs.value': {
    en: '"{name}" is {actual}, not {wanted}.',
    zh: '“{name}”为 {actual}，而不是 {wanted}。',
  },
  'differs.no-value': { en: '"{name}" is not given.', zh: '没有给出“{name}”。' },
  'differs.more-value': {
    en: '"{name}" is {actual}, which is not expected.',
    zh: '“{name}”为 {actual}，不在预期之内。',
  },
  'differs.may-apply': { en: 'The applicant may apply.', zh: '申请人符合受理条件。' },
  'differs.may-not-apply': { en: 'The applicant may not apply.', zh: '申请人不符合受理条件。' },
  'differs.valid': { en: 'The answers are valid.', zh: '填报内容有效。' },
  'differs.invalid': { en: 'The answers are not valid.', zh: '填报内容无效。' },
  'differs.invalid-because': { en: 'The answers are not valid: {issues}.', zh: '填报内容无效：{issues}。' },
  'differs.issue': { en: '{place} {issue}', zh: '{place} {issue}' },
  'differs.open': { en: 'Whether it is so is open: {reason}.', zh: '无从确定：{reason}。' },
  'differs.open-facts': {
    en: 'it rests on facts that the case does not give',
    zh: '所依据的情况在用例中没有给出',
  },
  'differs.open-answers': { en: 'the case has no answers', zh: '用例没有填报内容' },
  'differs.finding': { en: 'The case leads to {code}: {finding}', zh: '用例引出 {code}：{finding}' },
  'differs.no-finding': { en: 'There is no finding {code}.', zh: '没有出现问题 {code}。' },
  'differs.more-finding': { en: 'There is {code} as well: {finding}', zh: '另有 {code}：{finding}' },

  'reach.holds': { en: '{name}: holds', zh: '{name}：成立' },
  'reach.holds-not': { en: '{name}: does not', zh: '{name}：不成立' },
  'reach.taken': { en: '{name}: taken', zh: '{name}：选择办理' },
  'reach.left': { en: '{name}: left', zh: '{name}：不办理' },
  'reach.name': { en: '{name}', zh: '{name}' },
});

/** Makes a message of golden cases. */
export const tell = messenger(testingMessages);
