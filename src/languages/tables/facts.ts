import { defineMessages, messenger } from '../../messages/index.js';

/** What the options of the command line say about facts of items. */
export const factMessages = defineMessages({
  'usage/facts:which': {
    en: 'The role "{role}" repeats, so "{name}" does not say which one is meant.',
    zh: '角色“{role}”有多项，“{name}”没有说明是哪一项。',
  },
  'usage/facts:write-item': {
    en: 'Name the item by its key, as in {field}, or give all of them as a list: {list}',
    zh: '请以键指明是哪一项，如 {field}，或以列表给出全部：{list}',
  },
  'usage/facts:no-items-here': {
    en: 'The role "{role}" does not repeat, so there is no item of it to name.',
    zh: '角色“{role}”不重复，没有可以指明的项。',
  },
  'usage/facts:how-many': {
    en: 'The role "{role}" has {min} to {max} items; the facts list {count}.',
    zh: '角色“{role}”应有 {min} 至 {max} 项；已知情况列出 {count} 项。',
  },
  'usage/facts:write': { en: 'Write {what}', zh: '请写 {what}' },
  'usage/facts:no-item': {
    en: '"{name}" names no field of an item.',
    zh: '“{name}”没有指明某一项的字段。',
  },
  'usage/facts:item-help': {
    en: 'Write the key of the item in brackets and the field behind a dot: {example}',
    zh: '请把项的键写在方括号中，点号之后写字段：{example}',
  },
});

/** Makes a message about facts of items. */
export const tell = messenger(factMessages);
