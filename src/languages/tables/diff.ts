import { defineMessages } from '../../messages/index.js';

/** What `diff` says: one sentence for each kind of change, and what the changes come to for applicants. */
export const diffMessages = defineMessages({
  'diff.nothing': { en: 'Nothing has changed.', zh: '没有变化。' },
  'diff.counts': {
    en: '{breaking} breaking, {compatible} compatible, {unknown} unknown',
    zh: '不兼容 {breaking} 处，兼容 {compatible} 处，无法判定 {unknown} 处',
  },
  'diff.grade.breaking': { en: 'breaking', zh: '不兼容' },
  'diff.grade.compatible': { en: 'compatible', zh: '兼容' },
  'diff.grade.unknown': { en: 'unknown', zh: '无法判定' },
  'diff.kind': { en: 'kind', zh: '类型' },
  'diff.change': { en: 'change', zh: '变更' },
  'diff.place': { en: 'where', zh: '位置' },
  'diff.bundle': { en: 'bundle {name}', zh: '一件事 {name}' },
  'diff.block': { en: 'block {name}', zh: '事项 {name}' },
  'diff.catalogue': { en: 'the catalogue', zh: '目录' },
  'diff.answers': {
    en: 'valid before, refused now: {value}',
    zh: '原来有效、现在被拒绝的填报：{value}',
  },
  'diff.situation': { en: 'for example: {value}', zh: '例如：{value}' },
  'diff.payload': { en: 'taken before, refused now: {value}', zh: '原来可接受、现在被拒绝的数据：{value}' },
  'diff.payload.output': {
    en: 'may be answered now, refused by their plan: {value}',
    zh: '现在可能给出、但原方案不接受的结果：{value}',
  },
  'diff.noStep': { en: 'no step takes place', zh: '没有任何环节' },
  'diff.limit.statutory': { en: 'statutory', zh: '法定' },
  'diff.limit.promised': { en: 'promised', zh: '承诺' },
  'diff.limit.target': { en: 'target', zh: '目标' },
  'diff.limit.collect': { en: 'passing on what was collected', zh: '收件后转送' },
  'diff.limit.accept': { en: 'passing on what was accepted', zh: '受理后转送' },
  'diff.limit.issue': { en: 'sending the result', zh: '结果送达' },
  'diff.within': { en: 'within {within} of {day}', zh: '{day} 起 {within} 内' },
  'diff.act': { en: '{act} {who}', zh: '{who}{act}' },
  'diff.act.itself': { en: 'by whoever decides', zh: '由审批部门' },
  'diff.act.and': { en: ' ', zh: '、' },
  'diff.transfer.collect': { en: 'what is collected is passed on ({way})', zh: '收件后转送受理地（{way}）' },
  'diff.transfer.accept': { en: 'what is accepted is passed on ({way})', zh: '受理后转交审批地（{way}）' },
  'diff.transfer.issue': { en: 'the result is sent ({way})', zh: '结果送达申请人（{way}）' },
  'diff.transfer.time': { en: ', {time}', zh: '，{time}' },
  'diff.value': { en: 'fine before, not any more: {value}', zh: '原来可用、现在不可用的值：{value}' },
  'diff.because': { en: 'not decided: {because}', zh: '未能判定：{because}' },
  'diff.version': {
    en: 'The least version that says so is {least}.',
    zh: '体现上述变更的最低版本号为 {least}。',
  },
  'diff.if': { en: ' if {condition}', zh: '（条件：{condition}）' },
  'diff.comparing': { en: 'comparing {bundle}', zh: '正在比较 {bundle}' },

  'diff.applicant': { en: 'For applicants:', zh: '对申请人而言：' },
  'diff.applicant.none': {
    en: 'nothing to fill in, give, pay or wait for differs',
    zh: '需填写、提交、缴纳和等待的内容没有变化',
  },
  'diff.inAll': { en: '{told}, in every situation', zh: '所有情形：{told}' },
  'diff.inSome': {
    en: '{told}, in {count} of {total} situations',
    zh: '{total} 种情形中的 {count} 种：{told}',
  },
  'diff.inSomeChanged': {
    en: '{told}, in {count} of the {total} situations that the changes tell apart',
    zh: '在变更所区分的 {total} 种情形中的 {count} 种：{told}',
  },
  'diff.noneSeen': {
    en: 'In the {compared} situations that were compared nothing changes for applicants; there are {total}, or more, and of the others nothing is known',
    zh: '已比较的 {compared} 种情形中，申请人没有变化；共至少 {total} 种情形，其余未知',
  },
  'diff.inSeen': {
    en: '{told}, in {count} of the {compared} situations that were compared; there are {total}, or more',
    zh: '共至少 {total} 种情形，已比较 {compared} 种，其中 {count} 种：{told}',
  },
  'diff.more.fieldsToFill': {
    en: { one: '{count} more field to fill in', other: '{count} more fields to fill in' },
    zh: '多填 {count} 项',
  },
  'diff.fewer.fieldsToFill': {
    en: { one: '{count} field fewer to fill in', other: '{count} fields fewer to fill in' },
    zh: '少填 {count} 项',
  },
  'diff.more.materialsLeft': {
    en: { one: '{count} more material', other: '{count} more materials' },
    zh: '多交 {count} 份材料',
  },
  'diff.fewer.materialsLeft': {
    en: { one: '{count} material fewer', other: '{count} materials fewer' },
    zh: '少交 {count} 份材料',
  },
  'diff.more.forms': { en: { one: '{count} more form', other: '{count} more forms' }, zh: '多 {count} 张表' },
  'diff.fewer.forms': {
    en: { one: '{count} form fewer', other: '{count} forms fewer' },
    zh: '少 {count} 张表',
  },
  'diff.more.trips': { en: { one: '{count} more trip', other: '{count} more trips' }, zh: '多跑 {count} 次' },
  'diff.fewer.trips': {
    en: { one: '{count} trip fewer', other: '{count} trips fewer' },
    zh: '少跑 {count} 次',
  },
  'diff.more.authorities': {
    en: { one: '{count} more authority', other: '{count} more authorities' },
    zh: '多涉及 {count} 个部门',
  },
  'diff.fewer.authorities': {
    en: { one: '{count} authority fewer', other: '{count} authorities fewer' },
    zh: '少涉及 {count} 个部门',
  },
  'diff.more.workingDays': {
    en: { one: '{count} working day longer', other: '{count} working days longer' },
    zh: '多等 {count} 个工作日',
  },
  'diff.fewer.workingDays': {
    en: { one: '{count} working day shorter', other: '{count} working days shorter' },
    zh: '少等 {count} 个工作日',
  },
  'diff.more.fees': { en: '{count} {currency} dearer', zh: '多缴 {count} {currency}' },
  'diff.fewer.fees': { en: '{count} {currency} cheaper', zh: '少缴 {count} {currency}' },
  'diff.same.fieldsToFill': { en: 'other fields to fill in', zh: '填写内容有变' },
  'diff.same.materialsLeft': { en: 'other materials', zh: '材料有变' },
  'diff.same.forms': { en: 'other forms', zh: '表单有变' },
  'diff.same.trips': { en: 'trips for other matters', zh: '需跑动的事项有变' },
  'diff.same.authorities': { en: 'other authorities', zh: '涉及部门有变' },
  'diff.upTo': { en: 'up to {told}', zh: '至多{told}' },
  'diff.quiet': {
    en: {
      one: '{count} further bundle has another plan, and nothing else differs; cases under way may continue: {names}',
      other:
        '{count} further bundles have other plans, and nothing else differs; cases under way may continue: {names}',
    },
    zh: '另有 {count} 个一件事仅方案有变，其他内容均无变化，办理中的案件可继续：{names}',
  },
  'diff.items.more': { en: 'new: {names}', zh: '新增：{names}' },
  'diff.items.fewer': { en: 'gone: {names}', zh: '取消：{names}' },
});
