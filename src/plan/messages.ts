import { defineMessages, messenger } from '../messages/index.js';

/** What plans call the steps that a composition adds, and what is asked of a plan in vain. */
export const planMessages = defineMessages({
  'transfer.to-accept': { en: 'to the accepting place', zh: '送达受理地' },
  'transfer.to-decide': { en: 'to the deciding place', zh: '转交审批地' },
  'transfer.to-applicant': { en: 'to the applicant', zh: '送达申请人' },
  'transfer.titled': { en: '{matter}: {to}', zh: '{matter}：{to}' },
  'usage/unknown-bundle': {
    en: 'The catalogue has no bundle "{bundle}".',
    zh: '目录中没有一件事“{bundle}”。',
  },
  'usage/unknown-bundle:none': { en: 'It has no bundle at all.', zh: '目录中没有任何一件事。' },
  'usage/unknown-bundle:has': { en: 'It has: {names}.', zh: '现有：{names}。' },
  'usage/unknown-name': {
    en: '"{name}" is neither field, nor material, nor step of the bundle "{bundle}".',
    zh: '“{name}”不是一件事“{bundle}”的字段、材料或环节。',
  },
  'usage/unknown-name:several': {
    en: '"{name}" stands for several parts of the bundle "{bundle}".',
    zh: '“{name}”对应一件事“{bundle}”的多个部分。',
  },
  'usage/unknown-name:kinds': {
    en: 'Name a field as "role.element", a material as "material of role", or a step by its id.',
    zh: '字段请写作“角色.数据元”，材料写作“材料 of 角色”，环节写其标识。',
  },
  'usage/facts': {
    en: 'The role "{role}" is given as a list and the field "{field}" apart from it.',
    zh: '角色“{role}”以列表给出，字段“{field}”又单独给出。',
  },
  'schedule.moment': { en: 'a moment such as "{example}"', zh: '时刻，如“{example}”' },
  'usage/facts:no-json': { en: 'The fact "{field}" is not a JSON value.', zh: '“{field}”的值不是 JSON 值。' },
  'usage/facts:key-no-text': {
    en: 'The "$key" at "{at}" is no text.',
    zh: '“{at}”处的“$key”不是文本。',
  },
  'usage/facts:key-twice': {
    en: 'The item at "{at}" has the key "{key}", which an item before it has.',
    zh: '“{at}”处的项以“{key}”为键，前面已有一项使用该键。',
  },
  'items/key-no-text': { en: 'The key of an item is no text.', zh: '项的键不是文本。' },
  'items/key-twice': {
    en: 'The key "{key}" is that of an item before it.',
    zh: '键“{key}”已被前面的项使用。',
  },
  'usage/facts:role-and-item': {
    en: 'The role "{role}" is given as a whole and "{field}" as a field of one item of it.',
    zh: '角色“{role}”已作为整体给出，又以“{field}”给出其中一项的字段。',
  },
  'usage/facts:unknown-item': {
    en: 'The facts have no item of "{role}" with the key "{key}".',
    zh: '已知情况中，“{role}”没有键为“{key}”的项。',
  },
  'usage/facts:by-key': {
    en: 'An item is named by its key, not by its position. The keys are {keys}.',
    zh: '项以键指称，不以序号指称。现有的键：{keys}。',
  },
  'usage/facts:items': { en: 'The keys are {keys}.', zh: '现有的键：{keys}。' },
  'usage/facts:no-items': {
    en: 'The facts say that there is none: {list}.',
    zh: '已知情况说明没有任何项：{list}。',
  },
});

/** Makes a message of plans. */
export const tell = messenger(planMessages);
