import { defineMessages } from '../../messages/index.js';

/** What each kind of change reads like: `{what}` is its subject, `{before}` and `{after}` what the versions say. */
export const diffKindMessages = defineMessages({
  'diff.bundle-added': { en: '{what} is new', zh: '新增{what}' },
  'diff.bundle-removed': { en: '{what} is gone', zh: '取消{what}' },
  'diff.bundle-renamed': { en: '"{before}" is now called "{after}"', zh: '“{before}”更名为“{after}”' },
  'diff.block-added': { en: '{what} is new', zh: '新增{what}' },
  'diff.block-removed': { en: '{what} is gone', zh: '取消{what}' },
  'diff.block-renamed': { en: '"{before}" is now called "{after}"', zh: '“{before}”更名为“{after}”' },
  'diff.document-added': { en: '{what} is new', zh: '新增{what}' },
  'diff.document-removed': { en: '{what} is gone', zh: '取消{what}' },
  'diff.document-changed': { en: '{what} says something else: {after}', zh: '{what}内容有变：{after}' },
  'diff.element-added': { en: '{what} is a new element', zh: '新增数据元{what}' },
  'diff.element-removed': { en: 'the element {what} is gone', zh: '取消数据元{what}' },
  'diff.element-narrowed': {
    en: 'the element {what} takes fewer values: {before} → {after}',
    zh: '数据元{what}的取值收窄：{before} → {after}',
  },
  'diff.default-changed': {
    en: 'another value is suggested for {what}: {before} → {after}',
    zh: '{what}的默认值不同：{before} → {after}',
  },
  'diff.element-widened': {
    en: 'the element {what} takes more values: {before} → {after}',
    zh: '数据元{what}的取值放宽：{before} → {after}',
  },
  'diff.registry-narrowed': { en: '{what} no longer gives {before}', zh: '{what}不再提供{before}' },
  'diff.registry-widened': { en: '{what} also gives {after}', zh: '{what}还提供{after}' },
  'diff.registry-keys-changed': {
    en: '{what} is asked with {after}, no longer with {before}',
    zh: '{what}的查询条件由{before}改为{after}',
  },
  'diff.derivation-changed': {
    en: '{what} computes otherwise: {before} → {after}',
    zh: '{what}的计算方式有变：{before} → {after}',
  },
  'diff.calendar-changed': { en: 'other days are working days', zh: '工作日安排有变' },
  'diff.text-changed': { en: '{what} is worded otherwise', zh: '{what}的文字表述有变' },

  'diff.field-asked': { en: '{what} is asked{when}', zh: '需填写{what}{when}' },
  'diff.field-required': {
    en: '{what} has to be filled in, it could be left blank',
    zh: '{what}由选填改为必填',
  },
  'diff.field-optional': { en: '{what} may be left blank', zh: '{what}由必填改为选填' },
  'diff.field-narrowed': {
    en: '{what} takes fewer answers: {before} → {after}',
    zh: '{what}的填写要求收紧：{before} → {after}',
  },
  'diff.field-widened': {
    en: '{what} takes more answers: {before} → {after}',
    zh: '{what}的填写要求放宽：{before} → {after}',
  },
  'diff.field-shown': { en: '{what} has to be fetched for the form', zh: '表单须预先调取{what}' },
  'diff.material-asked': { en: '{what} is to be given{when}', zh: '需提交{what}{when}' },
  'diff.field-not-asked': { en: '{what} is no longer asked', zh: '不再填写{what}' },
  'diff.field-not-asked.only': {
    en: '{what} is asked in fewer situations, only if {condition}',
    zh: '仅在以下条件下填写{what}：{condition}',
  },
  'diff.field-asked.choice': { en: 'it is asked whether {what} is wanted', zh: '需选择是否办理{what}' },
  'diff.material-not-asked': { en: '{what} is no longer to be given', zh: '不再提交{what}' },
  'diff.material-not-asked.only': {
    en: '{what} is to be given in fewer situations, only if {condition}',
    zh: '仅在以下条件下提交{what}：{condition}',
  },
  'diff.material-required': {
    en: '{what} has to be given, it could be left out',
    zh: '{what}由可选改为必交',
  },
  'diff.material-optional': { en: '{what} may be left out', zh: '{what}由必交改为可选' },
  'diff.material-narrowed': {
    en: '{what} may be given in fewer ways: {before} → {after}',
    zh: '{what}的提交方式减少：{before} → {after}',
  },
  'diff.material-widened': {
    en: '{what} may be given in more ways: {before} → {after}',
    zh: '{what}的提交方式增加：{before} → {after}',
  },
  'diff.material-form-changed': {
    en: '{what} is wanted as {after}, no longer as {before}',
    zh: '{what}的形式由{before}改为{after}',
  },
  'diff.alternatives-asked': { en: 'one of these has to be given: {after}', zh: '需提交以下之一：{after}' },
  'diff.alternatives-not-asked': {
    en: 'none of these has to be given any more: {before}',
    zh: '不再要求提交以下之一：{before}',
  },
  'diff.alternatives-narrowed': {
    en: 'something is no longer enough: {before} → {after}',
    zh: '可替代的材料减少：{before} → {after}',
  },
  'diff.alternatives-widened': {
    en: 'something else is enough: {before} → {after}',
    zh: '可替代的材料增加：{before} → {after}',
  },
  'diff.asked-earlier': { en: '{what} is asked in the first form', zh: '{what}改为在首次填报时填写' },
  'diff.asked-later': { en: '{what} is asked after a step has ended', zh: '{what}改为在后续环节填写' },
  'diff.role-added': { en: 'the role {what} is new', zh: '新增角色{what}' },
  'diff.role-removed': { en: 'the role {what} is gone', zh: '取消角色{what}' },
  'diff.role-retyped': {
    en: 'the role {what} is a {after}, no longer a {before}',
    zh: '角色{what}由{before}改为{after}',
  },
  'diff.role-repeats': {
    en: 'the role {what} is taken by {after}, no longer by {before}',
    zh: '角色{what}的数量由{before}改为{after}',
  },
  'diff.role-count-narrowed': {
    en: 'the role {what} is taken by {after}, no longer by {before}',
    zh: '角色{what}的数量由{before}收窄为{after}',
  },
  'diff.role-count-widened': {
    en: 'the role {what} may be taken by {after}, no longer only by {before}',
    zh: '角色{what}的数量由{before}放宽为{after}',
  },
  'diff.applicant-changed': { en: '{after} applies, no longer {before}', zh: '申请人由{before}改为{after}' },

  'diff.output-added': { en: '{what} is yielded{when}', zh: '新增产出{what}{when}' },
  'diff.output-removed': { en: '{what} is no longer yielded', zh: '不再产出{what}' },
  'diff.output-removed.only': {
    en: '{what} is yielded in fewer situations, only if {condition}',
    zh: '仅在以下条件下产出{what}：{condition}',
  },
  'diff.output-narrowed': {
    en: 'what is yielded as {what} takes fewer values: {before} → {after}',
    zh: '产出{what}的取值收窄：{before} → {after}',
  },
  'diff.output-widened': {
    en: 'what is yielded as {what} takes more values: {before} → {after}',
    zh: '产出{what}的取值放宽：{before} → {after}',
  },
  'diff.result-added': { en: 'a new result: {what}{when}', zh: '新增办理结果：{what}{when}' },
  'diff.result-removed': { en: 'no longer a result: {what}', zh: '取消办理结果：{what}' },
  'diff.result-removed.only': {
    en: 'a result only if {condition}: "{what}"',
    zh: '办理结果“{what}”仅限以下情形：{condition}',
  },
  'diff.result-ways-changed': {
    en: 'a result reaches the applicant otherwise: "{what}", {before} → {after}',
    zh: '办理结果“{what}”的送达方式有变：{before} → {after}',
  },
  'diff.codes-added': {
    en: 'the code list of {what} has further codes: {after}',
    zh: '{what}的代码表增加：{after}',
  },
  'diff.codes-changed': {
    en: 'the code list of {what} is another one: {before} → {after}',
    zh: '{what}的代码表有变：{before} → {after}',
  },
  'diff.situation-not-served': {
    en: 'a situation had a path and has none: {after}',
    zh: '有情形原可办理、现无法办理：{after}',
  },
  'diff.situation-served': {
    en: 'a situation had no path and has one: {before}',
    zh: '有情形原无法办理、现可办理：{before}',
  },

  'diff.step-added': { en: 'the step {what} is new', zh: '新增环节{what}' },
  'diff.step-removed': { en: 'the step {what} is gone', zh: '取消环节{what}' },
  'diff.step-renamed': { en: 'the step {what} was called {before}', zh: '环节{what}原名{before}' },
  'diff.step-replaced': {
    en: 'the step {what} does {after}, no longer {before}',
    zh: '环节{what}由{before}改为{after}',
  },
  'diff.step-narrowed': {
    en: 'the step {what} takes place in fewer situations: {after}',
    zh: '环节{what}的适用情形减少：{after}',
  },
  'diff.step-widened': {
    en: 'the step {what} takes place in more situations: {after}',
    zh: '环节{what}的适用情形增加：{after}',
  },
  'diff.step-repeats': {
    en: 'the step {what} is done for each of {after}, no longer of {before}',
    zh: '环节{what}的逐一办理对象由{before}改为{after}',
  },
  'diff.choice-added': { en: 'the step {what} may be left out', zh: '环节{what}改为可选' },
  'diff.choice-removed': { en: 'the step {what} may no longer be left out', zh: '环节{what}不再可选' },
  'diff.prerequisite-added': { en: '{after} has to be approved before', zh: '新增前置事项{after}' },
  'diff.prerequisite-removed': { en: '{before} need not be approved before', zh: '取消前置事项{before}' },
  'diff.order-added': { en: '{what} waits for {after}', zh: '{what}改为在{after}之后' },
  'diff.order-removed': { en: '{what} no longer waits for {before}', zh: '{what}不再等待{before}' },
  'diff.stages-changed': { en: 'other steps run at the same time', zh: '并联办理的环节有变' },
  'diff.rejection-stops-more': { en: 'a rejection stops everything', zh: '不予批准时全部终止' },
  'diff.rejection-stops-less': {
    en: 'a rejection stops only what depends on it',
    zh: '不予批准时仅终止依赖它的环节',
  },
  'diff.compensation-added': { en: 'the handler has to be able to undo it', zh: '办理程序须支持撤销' },
  'diff.compensation-removed': { en: 'it is no longer undone', zh: '不再撤销' },
  'diff.origin-changed': {
    en: '{what} comes from {after}, no longer from {before}',
    zh: '{what}的来源由{before}改为{after}',
  },

  'diff.time-longer': {
    en: 'it takes longer: {before} → {after}{when}',
    zh: '时限延长：{before} → {after}{when}',
  },
  'diff.time-longer.step': {
    en: '{what} takes longer: {before} → {after}{when}',
    zh: '{what}的时限延长：{before} → {after}{when}',
  },
  'diff.time-shorter.step': {
    en: '{what} takes less time: {before} → {after}{when}',
    zh: '{what}的时限缩短：{before} → {after}{when}',
  },
  'diff.time-changed.step': {
    en: 'the time of {what} is counted otherwise: {before} → {after}{when}',
    zh: '{what}的时限计算方式有变：{before} → {after}{when}',
  },
  'diff.time-shorter': {
    en: 'it takes less time: {before} → {after}{when}',
    zh: '时限缩短：{before} → {after}{when}',
  },
  'diff.time-changed': {
    en: 'the time is counted otherwise: {before} → {after}{when}',
    zh: '时限的计算方式有变：{before} → {after}{when}',
  },
  'diff.apply-sooner': {
    en: 'there is less time to apply: {before} → {after}{when}',
    zh: '申请时限缩短：{before} → {after}{when}',
  },
  'diff.apply-later': {
    en: 'there is more time to apply: {before} → {after}{when}',
    zh: '申请时限放宽：{before} → {after}{when}',
  },
  'diff.path-longer': {
    en: 'the longest chain takes longer: {before} → {after}',
    zh: '最长链条变长：{before} → {after}',
  },
  'diff.path-shorter': {
    en: 'the longest chain takes less time: {before} → {after}',
    zh: '最长链条缩短：{before} → {after}',
  },
  'diff.fee-raised': { en: 'it costs more: {before} → {after}', zh: '收费提高：{before} → {after}' },
  'diff.fee-lowered': { en: 'it costs less: {before} → {after}', zh: '收费降低：{before} → {after}' },
  'diff.fee-changed': {
    en: 'the fee is another one: {before} → {after}',
    zh: '收费方式有变：{before} → {after}',
  },
  'diff.eligibility-narrowed': {
    en: 'fewer may apply: {before} → {after}',
    zh: '可申请的范围收窄：{before} → {after}',
  },
  'diff.eligibility-widened': {
    en: 'more may apply: {before} → {after}',
    zh: '可申请的范围放宽：{before} → {after}',
  },
  'diff.authority-changed': {
    en: '{after} decides, no longer {before}',
    zh: '办理部门由{before}改为{after}',
  },
  'diff.basis-changed': { en: 'the legal basis of {what} is stated otherwise', zh: '{what}的依据有变' },
  'diff.channels-added': {
    en: 'there is a further way to apply: {before} → {after}{when}',
    zh: '办理渠道增加：{before} → {after}{when}',
  },
  'diff.channels-removed': {
    en: 'a way to apply is gone: {before} → {after}{when}',
    zh: '办理渠道减少：{before} → {after}{when}',
  },
  'diff.place-changed': {
    en: '{what} is handled elsewhere: {before} → {after}{when}',
    zh: '{what}的办理地点有变：{before} → {after}{when}',
  },
  'diff.transfer-added': { en: 'new for {what}: {after}{when}', zh: '{what}新增：{after}{when}' },
  'diff.transfer-removed': { en: 'gone for {what}: {before}{when}', zh: '{what}取消：{before}{when}' },
  'diff.transfer-changed': {
    en: 'another way for {what}: {before} → {after}{when}',
    zh: '{what}的传递方式有变：{before} → {after}{when}',
  },
  'diff.alone-changed': { en: 'what it costs alone is stated otherwise', zh: '单独办理的成本表述有变' },

  'diff.cases-continue': {
    en: 'the plan is another one; cases under way may continue on the one that they have pinned',
    zh: '方案有变；办理中的案件可按其锁定的方案继续',
  },
  'diff.cases-stop.gone': {
    en: 'cases under way stop at {what}: nothing carries it out any more',
    zh: '办理中的案件将停在{what}：已无办理程序',
  },
  'diff.cases-stop.renamed': {
    en: 'cases under way stop at {what}, unless its handler also answers to the name "{before}"',
    zh: '办理中的案件将停在{what}，除非其办理程序仍以原名“{before}”可用',
  },
  'diff.cases-stop.input': {
    en: 'cases under way stop at {what}: what their plan hands over is refused',
    zh: '办理中的案件将停在{what}：其方案提交的数据会被拒绝',
  },
  'diff.cases-stop.output': {
    en: 'cases under way stop at {what}: it may answer what their plan does not take',
    zh: '办理中的案件将停在{what}：其结果可能不被原方案接受',
  },
});
