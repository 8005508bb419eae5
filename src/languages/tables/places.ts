import { defineMessages } from '../../messages/index.js';

/** Who handles a matter where several places share in it. */
export const placeMessages = defineMessages({
  'places.heading': { en: 'Who handles it', zh: '办理地点' },
  'places.collect': { en: 'collected', zh: '收件' },
  'places.accept': { en: 'accepted', zh: '受理' },
  'places.decide': { en: 'decided', zh: '审批' },
  'places.issue': { en: 'issued', zh: '发证' },
  'places.by': { en: 'by {who}', zh: '由{who}' },
  'places.at': { en: 'where {field} tells', zh: '按 {field} 所在地' },
  'places.online': { en: 'applied for online', zh: '全程网办' },
  'places.collected': { en: 'collected at another place', zh: '异地代收代办' },
  'places.joint': { en: 'handled by several places together', zh: '多地联办' },
  'places.limit': {
    en: 'Its limit counts from the acceptance: {step}.',
    zh: '办理时限自受理之日起算：{step}。',
  },
  'transfer.electronic': { en: 'electronic', zh: '网上' },
  'transfer.mail': { en: 'by mail', zh: '邮寄' },
  'transfer.counter': { en: 'at a counter', zh: '窗口' },
  'transfer.what': { en: '{what} {way}; {counted}', zh: '{what}：{way}；{counted}' },
  'transfer.application': { en: 'the application for {step}', zh: '{step} 的申请材料' },
  'transfer.result': { en: 'the result of {step}', zh: '{step} 的办理结果' },
  'transfer.within': { en: 'within the limit of {step}', zh: '计入 {step} 的办理时限' },
  'transfer.beside': { en: 'no part of the limit of {step}', zh: '不计入 {step} 的办理时限' },
});
