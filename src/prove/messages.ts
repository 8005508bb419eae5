import { defineMessages, messenger } from '../messages/index.js';

/** What proofs say beside the messages of their codes. */
export const proveMessages = defineMessages({
  'never.no-value': { en: 'no value meets it', zh: '没有任何取值满足它' },
  'never.no-value-of': { en: 'no value of {fields} meets it', zh: '{fields}没有任何取值满足它' },
  'never.two': { en: '{one} excludes {other}', zh: '{one} 与 {other} 互斥' },
  'never.several': { en: '{parts} exclude each other', zh: '{parts}：这些条件互斥' },
  'always.what-it-tests': { en: 'what it tests', zh: '其所涉内容' },
  'undecided.condition': { en: 'the condition can hold', zh: '条件能否成立' },
  'undecided.eligibility': {
    en: 'anybody can meet the eligibility of "{step}"',
    zh: '是否有人符合“{step}”的受理条件',
  },
  'undecided.value': { en: '"{field}" always has a value', zh: '“{field}”是否总有取值' },
  'undecided.alternative': { en: '"{step}" always has an alternative', zh: '“{step}”是否总有可用的备选' },
  'undecided.use': { en: '"{use}" ever takes part', zh: '“{use}”是否会适用' },
  'undecided.input': { en: '"{step}" ever takes "{input}"', zh: '“{step}”是否会需要“{input}”' },
  'undecided.part': {
    en: 'the condition on {what} of "{step}" ever holds',
    zh: '“{step}”对{what}的条件是否会成立',
  },
  'undecided.exclusion': { en: '"{one}" and "{other}" exclude each other', zh: '“{one}”与“{other}”是否互斥' },
  'undecided.one-of': {
    en: 'one of {uses} takes part in every situation',
    zh: '是否在每种情形下都恰有 {uses} 之一适用',
  },
  'undecided.too-many-blocks': { en: 'too many blocks speak of it', zh: '涉及它的事项过多' },
  'undecided.too-many-conditions': { en: 'too many conditions test it', zh: '涉及它的条件过多' },
  'situations.values': {
    en: 'conditions tell too many values of "{field}" apart',
    zh: '条件所区分的“{field}”取值过多',
  },
  'situations.undecided': { en: 'the values of "{field}" cannot be decided', zh: '“{field}”的取值无法判定' },
  'situations.too-many': { en: 'there are too many combinations to list', zh: '组合过多，无法逐一列出' },
  'situations.followed-in-part': {
    en: 'there are too many combinations, and after {ended} of {count} fields only some were followed',
    zh: '组合过多，在 {count} 个字段中的第 {ended} 个之后只考察了一部分',
  },
  'alternative.none': {
    en: 'each of them has a member that nothing supplies or whose constraints contradict each other',
    zh: '每一备选都含有没有来源或约束互相矛盾的内容',
  },
  'alternative.part': { en: 'part of alternative {number}', zh: '第 {number} 个备选的一部分' },
  'deadlock.asked-after': {
    en: '"{to}" is asked only if "{from}" has been answered',
    zh: '只有回答了“{from}”才询问“{to}”',
  },
  'one-of.takes-part': { en: '"{use}" takes part', zh: '“{use}”适用' },
  'one-of.takes-part-as-well': { en: '"{use}" takes part as well', zh: '“{use}”同样适用' },
  'one-of.takes-no-part': { en: '"{use}" does not take part', zh: '“{use}”不适用' },
  'target.step': { en: '"{step}" ({limit})', zh: '“{step}”（{limit}）' },
  'target.law': { en: 'the law gives "{use}" {limit}', zh: '“{use}”的法定时限为 {limit}' },
  'witness.derived': {
    en: '{fields} is derived and taken as free here: see whether it can have that value.',
    zh: '{fields}由推导得出，此处视为可任意取值：请核实其能否取得该值。',
  },
});

/** Makes a message of a proof. */
export const tell = messenger(proveMessages);
