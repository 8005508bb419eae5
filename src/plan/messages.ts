import { defineMessages } from '../messages/index.js';

/** What plans call the steps that a composition adds, and what is asked of a plan in vain. */
export const planMessages = defineMessages({
  'transfer.to-accept': { en: 'to the accepting place', zh: '送达受理地' },
  'transfer.to-decide': { en: 'to the deciding place', zh: '转交审批地' },
  'transfer.to-applicant': { en: 'to the applicant', zh: '送达申请人' },
  'transfer.titled': { en: '{matter}: {to}', zh: '{matter}：{to}' },
});
