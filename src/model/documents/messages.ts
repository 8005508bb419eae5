import { defineMessages, messenger } from '../../messages/index.js';

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
