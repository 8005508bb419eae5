import { defineMessages, messenger } from '../messages/index.js';

/** Why a change is not graded, and what a caller is told who compares what cannot be compared. */
export const changeMessages = defineMessages({
  'ungraded.stopped': { en: '"{keyword}": {reason}', zh: '“{keyword}”：{reason}' },
  'ungraded.condition': { en: 'a condition is not decided', zh: '有条件无法判定' },
  'ungraded.no-answers': {
    en: 'no complete answers were found that are refused',
    zh: '没有找到会被拒绝的完整填报',
  },
  'ungraded.no-answers-with-value': {
    en: 'no complete answers were found that hold the value which is refused',
    zh: '没有找到含有被拒绝取值的完整填报',
  },
  'ungraded.other-content': { en: 'what it says there is not compared', zh: '此处内容不作比较' },
  'ungraded.order-of-keys': { en: 'its keys stand in another order', zh: '其各键的次序不同' },
  'ungraded.derivation': { en: 'what a derivation comes to is not compared', zh: '推导的结果不作比较' },
  'ungraded.pauses': { en: 'pauses are not compared one by one', zh: '不计时的时段不逐一比较' },
  'ungraded.chain': {
    en: 'whether some situation walks through the whole chain is not decided',
    zh: '是否有情形经过整条链条无法判定',
  },
  'ungraded.days': {
    en: 'whether "{one}" or "{other}" is longer depends on the days that they fall on',
    zh: '“{one}”与“{other}”何者更长取决于具体日期',
  },
  'ungraded.zone': {
    en: 'days begin and end at other moments in another time zone',
    zh: '时区不同，每天的起止时刻不同',
  },
  'ungraded.hours': {
    en: 'with other office hours some limits begin later and some end earlier',
    zh: '办公时间不同，有的时限开始更晚，有的届满更早',
  },
  'ungraded.working-days': {
    en: 'some days become working days and some are none any more',
    zh: '有的日子成为工作日，有的不再是工作日',
  },
  'ungraded.law-gone': {
    en: 'the law is not stated any more, and the promise is as it was',
    zh: '不再写明法定时限，承诺时限未变',
  },
  'usage/unknown-bundle:neither': {
    en: 'Neither catalogue has a bundle "{bundle}".',
    zh: '两个目录中都没有一件事“{bundle}”。',
  },
  'usage/unknown-bundle:neither-help': { en: 'They have: {names}.', zh: '现有：{names}。' },
});

/** Makes a message of a comparison. */
export const tell = messenger(changeMessages);
