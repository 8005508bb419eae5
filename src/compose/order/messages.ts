import { defineMessages, messenger } from '../../messages/index.js';

/** Why steps wait for each other, how that could end, and which waits cannot be left out. */
export const orderMessages = defineMessages({
  'order.waits': { en: '"{to}" waits for "{from}": {reason}', zh: '“{to}”等待“{from}”：{reason}' },
  'order.waits-because': {
    en: '"{to}" waits for "{from}": {reason}: {because}',
    zh: '“{to}”等待“{from}”：{reason}：{because}',
  },
  'order.takes': { en: 'it takes "{of}"', zh: '它需要“{of}”' },
  'order.prerequisite': { en: '"{of}" is its prerequisite', zh: '“{of}”是其前置事项' },
  'order.wish': { en: 'an order wish about "{of}"', zh: '对“{of}”的先后要求' },
  'order.condition': { en: 'its condition tests "{of}"', zh: '其条件涉及“{of}”' },
  'order.registry': { en: 'a registry gives "{of}"', zh: '由数据源提供“{of}”' },
  'order.transfer': { en: '"{of}" passes it on', zh: '由“{of}”转交' },
  'order.check': { en: 'the commitment in place of "{of}" is checked', zh: '核查代替“{of}”的告知承诺' },
  'order.step-limit': { en: '"{step}" ({limit})', zh: '“{step}”（{limit}）' },
  'order.limit': { en: '"{step}" takes {limit}', zh: '“{step}”需要 {limit}' },
  'order.together': {
    en: '{steps} wait for each other in some situation',
    zh: '{steps}在某种情形下是否互相等待',
  },
  'order.chain-together': {
    en: 'the steps of {chain} wait for each other in some situation',
    zh: '{chain} 各步骤在某种情形下是否互相等待',
  },
  'order.too-many-rings': { en: 'there are too many rings', zh: '环路过多' },
  'order.taken-apart': { en: 'its conditions were taken apart', zh: '其条件已被拆分' },
  'order.no-way-out': {
    en: 'The documents permit no way out of {chain}: let a material of it accept commitment or a deferral, or drop a prerequisite.',
    zh: '文档不允许解开 {chain}：请允许其中某项材料承诺或容缺，或去掉一个前置事项。',
  },
  'order.cheapest-first': { en: 'Cheapest first: {ways}.', zh: '代价最小者在前：{ways}。' },
  'order.possible': { en: 'Possible: {ways}.', zh: '可行做法：{ways}。' },
  'order.or-way': { en: 'or {way}', zh: '或{way}' },
  'order.by-commitment': {
    en: 'let "{to}" take "{of}" by commitment instead of waiting for "{from}" ({place})',
    zh: '允许“{to}”以承诺方式取得“{of}”，不必等待“{from}”（{place}）',
  },
  'order.let-follow': {
    en: 'let "{of}" follow after "{to}" ({place})',
    zh: '允许“{of}”在“{to}”之后补交（{place}）',
  },
  'order.drop-wish': {
    en: 'drop the wish that "{from}" comes before "{to}" ({place})',
    zh: '去掉“{from}”先于“{to}”的要求（{place}）',
  },
  'usage/cut:no-wait': { en: '"{to}" does not wait for "{from}".', zh: '“{to}”不等待“{from}”。' },
  'usage/cut:firm': {
    en: '"{to}" has to wait for "{from}": {reason}.',
    zh: '“{to}”必须等待“{from}”：{reason}。',
  },
  'usage/cut:help': {
    en: 'What can be left out is an order wish, or a material that accepts commitment.',
    zh: '可去掉的是先后约定，或接受告知承诺的材料。',
  },
});

/** Makes a message about steps that wait. */
export const tell = messenger(orderMessages);
