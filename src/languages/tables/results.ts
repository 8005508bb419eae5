import { defineMessages } from '../../messages/index.js';

/** What comes of a matter besides fields and documents, and the time to apply. */
export const resultMessages = defineMessages({
  'results.payment': { en: 'payment', zh: '资金' },
  'results.service': { en: 'service', zh: '服务' },
  'results.goods': { en: 'goods', zh: '物品' },
  'results.status': { en: 'standing', zh: '资格' },
  'results.electronic': { en: 'electronic', zh: '网上' },
  'results.mail': { en: 'by mail', zh: '邮寄' },
  'results.counter': { en: 'at a counter', zh: '窗口' },
  'results.bank': { en: 'to a bank account', zh: '转账' },
  'results.how': { en: '{result} ({ways})', zh: '{result}（{ways}）' },
  'results.apply': {
    en: 'the applicant applies within {within} of {field}',
    zh: '申请人应在 {field} 起{within}内申请',
  },
});
