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

/** What kinds of documents are called within a sentence. */
export const documentKindMessages = defineMessages({
  'document.catalogue': { en: 'catalogue', zh: '目录' },
  'document.subject': { en: 'subject', zh: '主体' },
  'document.material': { en: 'material', zh: '材料' },
  'document.authority': { en: 'authority', zh: '部门' },
  'document.registry': { en: 'registry', zh: '数据源' },
  'document.calendar': { en: 'calendar', zh: '日历' },
  'document.block': { en: 'block', zh: '事项' },
  'document.bundle': { en: 'bundle', zh: '一件事' },
  'document.case': { en: 'case', zh: '用例' },
});

/** Makes a message that names a kind of document. */
export const tellDocumentKind = messenger(documentKindMessages);

/** Makes a message about the value of a keyword. */
export const tell = messenger(keywordMessages);
