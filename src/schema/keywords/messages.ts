import { defineMessages, messenger } from '../../messages/index.js';

/** What the value of a keyword should be. */
export const keywordMessages = defineMessages({
  'keyword.pattern': { en: 'a regular expression', zh: '正则表达式' },
  'keyword.reference': { en: 'a reference such as "{example}"', zh: '引用，如“{example}”' },
  'keyword.schema': { en: 'a JSON Schema', zh: 'JSON Schema' },
  'keyword.schema-list': { en: 'a list of at least one JSON Schema', zh: '至少含一个 JSON Schema 的列表' },
  'keyword.schema-map': { en: 'a map from name to JSON Schema', zh: '由名称到 JSON Schema 的映射' },
  'keyword.text-list': { en: 'a list of different texts', zh: '互不相同的文本列表' },
  'keyword.text-list-map': {
    en: 'a map from name to a list of different texts',
    zh: '由名称到互不相同的文本列表的映射',
  },
  'keyword.type': {
    en: 'null, boolean, integer, number, string, array, object, or a list of these',
    zh: 'null、boolean、integer、number、string、array、object，或由它们组成的列表',
  },
});

/** Makes a message about the value of a keyword. */
export const tell = messenger(keywordMessages);
