import { defineMessages, messenger } from '../messages/index.js';

/** What composing says beside the messages of its codes. */
export const composeMessages = defineMessages({
  'part.place': { en: 'a place', zh: '办理地点' },
  'part.variant': { en: 'a variant', zh: '变体' },
  'part.pause': { en: 'a pause', zh: '不计时的时段' },
  'part.result': { en: 'a result', zh: '办理结果' },
  'part.time-to-apply': { en: 'the time to apply', zh: '申请期限' },
  'yielded.here': { en: '"{use}" yields it here', zh: '“{use}”在此产生' },
  'registry.listed': { en: 'the bundle "{bundle}" draws on it here', zh: '一件事“{bundle}”在此使用该数据源' },
  'use.first': { en: 'the first use', zh: '第一次引用' },
  'use.here': { en: '"{use}" is used here', zh: '“{use}”在此引用' },
  'use.other-person': { en: '"{use}" is about somebody else', zh: '“{use}”涉及的是其他主体' },
  'use.needs': {
    en: '"{use}" ever needs "{material}" where nothing supplies it',
    zh: '“{use}”是否会在没有来源时需要“{material}”',
  },
  'use.without': { en: '"{use}" is ever used without "{block}"', zh: '“{use}”是否会在没有“{block}”时引用' },
  'source.none': {
    en: 'no block yields it and no registry of the bundle gives it',
    zh: '没有事项产生它，一件事的数据源也不提供',
  },
  'source.sometimes-none': {
    en: 'there are situations in which none of its sources is there',
    zh: '在某些情形下，其各来源均不存在',
  },
  'conflict.together': {
    en: 'the blocks that contradict each other over "{field}" ever take part together',
    zh: '在“{field}”上互相矛盾的事项是否会同时适用',
  },
  'conflict.too-many': { en: 'too many blocks speak of it', zh: '涉及它的事项过多' },
  'statement.element': { en: 'the element itself says {what}', zh: '数据元自身要求 {what}' },
  'statement.use': { en: '"{use}" says {what}', zh: '“{use}”要求 {what}' },
  'statement.applicant': { en: 'the applicant says {what}', zh: '申请人填写 {what}' },
  'statement.condition': { en: 'the condition says {what}', zh: '条件要求 {what}' },
  'statement.unmet-condition': {
    en: 'the condition that does not hold says {what}',
    zh: '不成立的条件要求 {what}',
  },
  'title.of-use': { en: '"{use}" says "{title}"', zh: '“{use}”称“{title}”' },
  'codes.of-use': { en: '"{use}" uses {codes}', zh: '“{use}”使用 {codes}' },
  'choice.of-use': { en: '"{use}" lets the applicant choose', zh: '“{use}”可由申请人选择' },
  'alternative.free': {
    en: 'nothing of it has to be given by the applicant',
    zh: '申请人无需提交其中任何一项',
  },
  'alternative.shared': {
    en: '{materials} is given for another part of the bundle anyway',
    zh: '{materials}本就要为其他事项提交',
  },
  'alternative.adds': { en: 'it adds {materials} and nothing else', zh: '只增加{materials}，别无其他' },
});

/** Makes a message of composing. */
export const tell = messenger(composeMessages);
