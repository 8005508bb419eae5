import { defineMessages } from '../../messages/index.js';

/** The figures before and after, what most of any situation is, and what would make a bundle faster. */
export const figureMessages = defineMessages({
  'figure.authorities': { en: 'authorities', zh: '部门（个）' },
  'figure.forms': { en: 'forms', zh: '表单（张）' },
  'figure.fields': { en: 'fields', zh: '字段（项）' },
  'figure.fieldsToFill': { en: 'fields to fill', zh: '需填写（项）' },
  'figure.materials': { en: 'materials', zh: '材料（份）' },
  'figure.materialsLeft': { en: 'materials to give', zh: '需提交材料（份）' },
  'figure.steps': { en: 'submissions', zh: '申请次数（次）' },
  'figure.trips': { en: 'trips', zh: '跑动（次）' },
  'figure.workingDays': { en: 'working days', zh: '办理时间（工作日）' },
  // What no document states is not known, and not counted.
  'figure.fees': { en: 'stated fees in {currency}', zh: '已注明的收费（{currency}）' },
  'figure.unknown': {
    en: {
      one: '? {figure}: {count} matter does not state its channels.',
      other: '? {figure}: {count} matters do not state their channels.',
    },
    zh: '？{figure}：有{count}个事项未注明办理渠道。',
  },
  'figure.alone': { en: 'alone', zh: '单独办理' },
  'figure.bundle': { en: 'bundle', zh: '联办' },

  'report.atMost': { en: 'At most, in any situation: {figures}', zh: '各情形下的最大值：{figures}' },
  'report.figure': { en: '{name} {value}', zh: '{name} {value}' },
  'report.figureUpTo': { en: '{name} ≤ {value}', zh: '{name} ≤ {value}' },
  'report.figureOpen': { en: '{name} {value} or more', zh: '{name} {value}以上（部分未注明）' },
  'report.mayExceed': {
    en: '{figure} may be more than {limit}: {steps} do not state their channels.',
    zh: '{figure} 可能超过 {limit}：{steps} 未注明办理渠道。',
  },
  'report.tooMany': { en: 'too many', zh: '超出限额' },
  'report.exceeds': {
    en: '{figure} is {value}, more than {limit}: {facts}',
    zh: '{figure} 为 {value}，超过 {limit}：{facts}',
  },
  'report.head.alone': { en: 'Alone', zh: '单独办理' },
  'report.head.bundle': { en: 'Bundle', zh: '联办' },
  'report.head.most': { en: 'Bundle, at most', zh: '联办最大值' },
  'report.upTo': { en: 'at most {value}', zh: '不超过 {value}' },
  'report.listAlone': { en: '{figure}, alone: {value}', zh: '{figure}，单独办理：{value}' },
  'report.listBundle': { en: '{figure}, bundle: {value}', zh: '{figure}，联办：{value}' },
  'report.listMost': { en: '{figure}, at most: {value}', zh: '{figure}，最大值：{value}' },
  'report.where': { en: 'Where {facts}:', zh: '情形：{facts}' },

  'advice.head': { en: '{bundle}: {days} working days', zh: '{bundle}：{days} 个工作日' },
  'advice.takes': { en: 'takes', zh: '用时' },
  'advice.slack': { en: 'slack', zh: '余量' },
  'advice.days': { en: '{days} d', zh: '{days} 天' },
  'advice.noSlack': { en: 'none', zh: '无' },
  'advice.saves': { en: 'saves {days} d', zh: '已省 {days} 天' },
  'advice.wouldSave': { en: '-{days} d', zh: '-{days} 天' },
  'advice.nothing': {
    en: 'Nothing that the documents know of makes it faster.',
    zh: '就文档所载，没有办法使其更快。',
  },
  'advice.more': {
    en: 'And {count} further ways that gain less: "--format json" lists all of them.',
    zh: '另有 {count} 种提速较少的办法：“--format json”会全部列出。',
  },
  'advice.untried': {
    en: 'Not tried, as there are too many: {count} further ways that may make it faster.',
    zh: '因数量过多，另有 {count} 种可能提速的办法未作尝试。',
  },
  'advice.detail': {
    en: '{status}; {days} working days with it; {place}',
    zh: '{status}；采用后为 {days} 个工作日；{place}',
  },
  'advice.permitted': { en: 'the documents permit it', zh: '文档允许' },
  'advice.taken': { en: 'the plan does it already', zh: '方案已采用' },
  'advice.proposed': { en: 'a document would have to permit it', zh: '须修改文档予以允许' },
  'advice.order': {
    en: 'drop the wish that {step} comes after {others}',
    zh: '去掉 {step} 在 {others} 之后的约定',
  },
  'advice.commitment': {
    en: 'let {step} take "{of}" by commitment, without waiting for {others}',
    zh: '允许 {step} 以承诺方式取得“{of}”，不必等待 {others}',
  },
  'advice.registry': {
    en: 'let {step} fetch "{of}" from the registry, without waiting for {others}',
    zh: '允许 {step} 从数据源调取“{of}”，不必等待 {others}',
  },
  'advice.deferral': {
    en: 'let "{of}" follow, so that {step} does not wait for {others}',
    zh: '允许“{of}”后补，使 {step} 不必等待 {others}',
  },
});
