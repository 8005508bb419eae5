import { defineMessages, messenger } from '../../messages/index.js';

/** What ends a search for an answer. */
export const stopMessages = defineMessages({
  'stop.array': { en: 'An array of {count} items is not made up.', zh: '不构造含 {count} 项的数组。' },
  'stop.no-array': { en: 'No array was found.', zh: '没有找到数组。' },
  'stop.item': { en: 'An item could not be decided.', zh: '有一项无法判定。' },
  'stop.different-items': {
    en: '{count} different items are not made up.',
    zh: '不构造 {count} 个互不相同的项。',
  },
  'stop.no-different-items': { en: 'No different items were found.', zh: '没有找到互不相同的项。' },
  'stop.pairs': { en: 'There are too many pairs of items.', zh: '项的组合过多。' },
  'stop.counts': { en: 'There are too many counts to arrange.', zh: '数量的组合过多。' },
  'stop.positions': { en: 'There are too many positions to arrange.', zh: '位置的组合过多。' },
  'stop.not-positive': { en: 'It is no positive number.', zh: '不是正数。' },
  'stop.multiples': { en: 'There are too many multiples.', zh: '倍数过多。' },
  'stop.no-object': { en: 'No object was found.', zh: '没有找到对象。' },
  'stop.object': {
    en: 'An object of {count} properties is not made up.',
    zh: '不构造含 {count} 个属性的对象。',
  },
  'stop.text-of-kind': { en: 'No text of this kind is made up.', zh: '不构造此类文本。' },
  'stop.no-text': { en: 'No text was found.', zh: '没有找到文本。' },
  'stop.automaton': {
    en: 'No bounded automaton stands for "{pattern}".',
    zh: '“{pattern}”没有规模可控的自动机。',
  },
  'stop.text': { en: 'A text of {count} characters is not made up.', zh: '不构造含 {count} 个字符的文本。' },
  'stop.schemas': { en: 'There are too many schemas.', zh: 'schema 过多。' },
  'stop.nested': { en: 'The schema is nested too deep.', zh: 'schema 嵌套过深。' },
  'stop.budget': { en: 'The budget is spent.', zh: '计算限额已用尽。' },
  'stop.not-followed': {
    en: 'A reference or a pattern could not be followed.',
    zh: '有引用或正则表达式无法处理。',
  },
  'stop.no-instance': { en: 'No instance was found.', zh: '没有找到实例。' },
  'stop.reference': { en: 'The reference leaves the document.', zh: '引用超出了文档。' },
  'stop.evaluated': {
    en: 'What has been evaluated is searched for in part only.',
    zh: '已求值的部分只作了部分查找。',
  },
});

/** Makes a message about the end of a search. */
export const tell = messenger(stopMessages);
