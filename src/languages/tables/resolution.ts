import { defineMessages } from '../../messages/index.js';

/** What `resolve` and `project` say. */
export const resolutionMessages = defineMessages({
  'resolve.included': { en: 'Takes place', zh: '需要办理' },
  'resolve.excluded': { en: 'Does not take place', zh: '无需办理' },
  'resolve.open': { en: 'Depends on an answer', zh: '视填报内容而定' },
  'resolve.late': { en: 'Depends on what another step yields', zh: '视其他环节的结果而定' },
  'resolve.materials': { en: 'Materials to give in any case', zh: '任何情形下均需提交的材料' },
  'resolve.choice': { en: 'One of these is enough for: {step}', zh: '以下之一即可：{step}' },
  'resolve.demands': {
    en: 'Who may apply; whoever does not meet it hears this',
    zh: '受理条件（不符合者将被告知）',
  },
  'resolve.titleOf': { en: '{title} ({of})', zh: '{title}（{of}）' },
  'resolve.answer': { en: '{label} ({value})', zh: '{label}（{value}）' },
  'resolve.answers': { en: 'answers: {answers}', zh: '可选回答：{answers}' },
  'resolve.decidesSteps': { en: 'decides whether this takes place: {what}', zh: '决定是否办理：{what}' },
  'resolve.decidesParts': {
    en: 'decides what is asked or holds for: {what}',
    zh: '影响填报内容或条件：{what}',
  },
  'resolve.andMore': { en: '{what} and {count} more', zh: '{what}及另外{count}项' },
  'resolve.nothingOpen': { en: 'No question is open.', zh: '没有待回答的问题。' },
  'resolve.questions': { en: 'Questions, the most decisive first', zh: '待回答的问题（影响最大者在前）' },
  'decides.of': { en: '{step}: {part}', zh: '{step}：{part}' },
  'decides.eligibility': { en: 'eligibility', zh: '受理条件' },
  'decides.pause': { en: 'pause', zh: '不计时的时段' },
  'decides.variant': { en: 'variant', zh: '时限和渠道' },
  'decides.collect': { en: 'collect', zh: '收件' },
  'decides.accept': { en: 'accept', zh: '受理' },
  'decides.decide': { en: 'decide', zh: '审批' },
  'decides.issue': { en: 'issue', zh: '发证' },
  'resolve.separator': { en: '; ', zh: '；' },

  'unmet.heading': { en: 'Not eligible', zh: '不符合条件' },
  'unmet.of': { en: '{step}: {text}', zh: '{step}：{text}' },

  'project.none': { en: 'No step takes place.', zh: '没有需要办理的环节。' },
  'project.excluded': { en: 'Left out in this situation', zh: '本情形无需办理' },
  'project.open': { en: 'Still open', zh: '尚未确定' },
  'project.list': { en: '{heading}: {steps}', zh: '{heading}：{steps}' },
  'project.from': { en: '{input}: from {source}', zh: '{input}：来自 {source}' },
  'project.missing': { en: 'missing', zh: '缺少' },
  'project.misfit': { en: 'does not fit', zh: '不符合' },
  'project.misfitAt': { en: '{place}: {message}', zh: '{place}：{message}' },
});
