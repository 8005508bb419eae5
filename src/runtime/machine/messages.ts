import { defineMessages, messenger } from '../../messages/index.js';

/** What the machine says: why it refuses an event, and why a step or a case stands where it stands. */
export const machineMessages = defineMessages({
  // Refusals
  malformed: { en: 'The event lacks something that its type needs.', zh: '该事件缺少其类型所需的内容。' },
  'malformed:moment': { en: 'The event has no moment in time.', zh: '该事件没有时刻。' },
  'malformed:plan': { en: 'The case is pinned to another plan.', zh: '办件所用的是另一方案。' },
  'malformed:retry': { en: 'The retry policy has numbers out of range.', zh: '重试设置的数字超出范围。' },
  'malformed:format': {
    en: 'The state of the case has the format {found}; this version reads the format {known}.',
    zh: '办件状态的格式为 {found}；当前版本读取格式 {known}。',
  },
  'too-large': {
    en: 'The event is too large, too deep or no JSON.',
    zh: '该事件过大、嵌套过深或不是 JSON。',
  },
  'case-open': {
    en: 'The case is not over: it runs, or materials are owed. To forget it all the same, say so: force.',
    zh: '办件尚未结束：仍在办理，或有材料待补交。仍要删除的，请注明“force”。',
  },
  'already-started': { en: 'The case has already been started.', zh: '办件已经开始。' },
  'not-started': { en: 'The case has not been started.', zh: '办件尚未开始。' },
  'already-started:draft': {
    en: 'The case is a draft: hand it in, or open another one.',
    zh: '该办件为草稿：请提交该草稿，或另行开始。',
  },
  'not-started:no-draft': {
    en: 'The case is no draft.',
    zh: '该办件不是草稿。',
  },
  'facts-changed': {
    en: 'What is known has changed since it was shown. Look at the form again; the answers are kept.',
    zh: '已知信息在展示之后有变动。请重新核对表单；已填内容保留。',
  },
  'consent-unknown': {
    en: 'No look-up of the plan needs the consent of "{role}".',
    zh: '方案中没有须经“{role}”同意的查询。',
  },
  'not-eligible': {
    en: 'The applicant does not meet the conditions of the bundle.',
    zh: '申请人不符合该“一件事”的条件。',
  },
  'answers-refused': {
    en: 'The answers do not meet the form of the plan.',
    zh: '填报内容不符合表单要求。',
  },
  'answers-refused:later': {
    en: 'The answers do not meet the form of "{step}".',
    zh: '填报内容不符合“{step}”的表单要求。',
  },
  'answers-refused:supplied': {
    en: 'What is supplied does not meet the input of "{step}".',
    zh: '补正内容不符合“{step}”的要求。',
  },
  'answers-refused:file': {
    en: 'The answer at "{place}" holds a file itself. Keep the file, and answer with a reference to it: { id, name, type, size, sha256 }.',
    zh: '“{place}”处的填报内容包含文件本身。请保存文件，并填写其引用：{ id, name, type, size, sha256 }。',
  },
  'dispute-refused': {
    en: 'Nothing in this case is called "{field}". Name a field as "role.element", a material as "material of role", and what belongs to an item by its place.',
    zh: '办件中没有“{field}”。字段请写作“角色.数据元”，材料写作“材料 of 角色”，多项中的一项请写其位置。',
  },
  'dispute-refused:own': {
    en: '"{field}" is answered by the applicant: answer it, and do not dispute it.',
    zh: '“{field}”由申请人填报：请直接填写，无须提出异议。',
  },
  'output-refused': {
    en: 'The output of "{step}" does not meet the plan.',
    zh: '“{step}”的产出不符合方案。',
  },
  'output-refused:no-object': { en: 'The output of "{step}" is no object.', zh: '“{step}”的产出不是对象。' },
  'duplicate-key': {
    en: 'Items of the role "{role}" have the same key.',
    zh: '角色“{role}”的多项键值相同。',
  },
  'unknown-step': { en: 'The case has no step "{step}".', zh: '办件中没有环节“{step}”。' },
  'unknown-step:not-given-up': {
    en: 'The step "{step}" is no matter of the applicant\'s.',
    zh: '环节“{step}”不由申请人处理。',
  },
  'unknown-input': {
    en: 'The step "{step}" has no such input to supply.',
    zh: '环节“{step}”没有可补正的该项内容。',
  },
  'not-asked': { en: 'The step "{step}" asks nothing now.', zh: '环节“{step}”目前无需填写。' },
  'not-asked:needs-nothing': { en: 'The step "{step}" needs nothing now.', zh: '环节“{step}”目前无需补正。' },
  'not-asked:other-need': { en: 'The step "{step}" does not need that.', zh: '环节“{step}”不需要该内容。' },
  'not-asked:not-owed': { en: 'Nothing is owed there.', zh: '该处没有待补交的材料。' },
  'changes-situation': {
    en: 'The value would change which steps are needed; that takes a new case.',
    zh: '该值会改变所需办理的环节，须另行开始办件。',
  },
  'stale:submission': {
    en: 'The event is about an earlier submission of the step.',
    zh: '该事件针对的是该环节较早的一次提交。',
  },
  'stale:undo': {
    en: 'The event is about an earlier attempt to undo the step.',
    zh: '该事件针对的是该环节较早的一次撤销。',
  },
  'stale:return': { en: 'The supplement answers an earlier return.', zh: '该补正针对的是较早的一次退回。' },
  'stale:supplied': {
    en: 'The same was supplied for an earlier return. To supply it anew, name the return.',
    zh: '较早的一次退回已补正过相同内容；如需再次提交，请指明所针对的退回。',
  },
  'stale:no-clock': { en: 'The step "{step}" has no clock that runs.', zh: '环节“{step}”没有正在计时。' },
  'stale:not-next-pause': { en: 'The pause is not the next one.', zh: '该暂停不是下一次暂停。' },
  'stale:pause-over': {
    en: 'That pause is over. A further one needs an id, or a reason, of its own.',
    zh: '该暂停已结束。再次暂停须另有编号或理由。',
  },
  'stale:other-pause': { en: 'That pause is not the one under way.', zh: '该暂停不是正在进行的暂停。' },
  settled: { en: 'The step "{step}" is already {status}.', zh: '环节“{step}”已{status}。' },
  'case-over:checks': {
    en: 'Everything that was applied for is decided. What is left is the check of a commitment, which nobody can call off.',
    zh: '所申请的事项均已办结；尚在进行的是对承诺的核查，不能撤销。',
  },
  'case-over': { en: 'The case is {status}.', zh: '办件{status}。' },
  'unknown-case': { en: 'There is no such case.', zh: '没有该办件。' },
  'unknown-token': { en: 'The token was not issued here.', zh: '该令牌不由此处签发。' },
  'id-taken': {
    en: 'Another case has that id: its plan or its answers are not the same.',
    zh: '已有办件使用该编号：其方案或填报内容与此不同。',
  },

  // Where a case or a step stands, within a sentence
  'status.new': { en: 'new', zh: '尚未开始' },
  'status.draft': { en: 'a draft', zh: '草稿' },
  'status.expired': { en: 'expired', zh: '过期作废' },
  'status.starting': { en: 'starting', zh: '正在核验' },
  'status.refused': { en: 'refused', zh: '不予受理' },
  'status.running': { en: 'running', zh: '正在办理' },
  'status.undoing': { en: 'undoing', zh: '正在撤销' },
  'status.done': { en: 'done', zh: '已办结' },
  'status.cancelled': { en: 'cancelled', zh: '撤销' },
  'status.stopped': { en: 'stopped', zh: '终止' },
  'status.approved': { en: 'approved', zh: '准予' },
  'status.rejected': { en: 'rejected', zh: '不予批准' },
  'status.withdrawn': { en: 'withdrawn', zh: '撤回' },
  'status.ineligible': { en: 'ineligible', zh: '因不符合条件而结束' },
  'status.unavailable': { en: 'unavailable', zh: '因无法核验而结束' },
  'status.skipped': { en: 'skipped', zh: '跳过' },

  // What a caller hands over
  'argument.state': { en: 'the state of a case', zh: '办件的状态数据' },

  // Why a step or a case stands where it stands
  'because.choice': { en: 'left out by the applicant', zh: '申请人未选择' },
  'because.condition': { en: 'not needed in this situation', zh: '本情形无需办理' },
  'because.no-items': { en: 'there is nobody that it is about', zh: '没有对应的对象' },
  'because.open': { en: 'it stayed open whether it is needed', zh: '是否需要无从确定' },
  'because.never-known': { en: 'it stayed open whether it is needed', zh: '是否需要无从确定' },
  'because.eligibility': { en: '{words}', zh: '{words}' },
  'because.no-consent': { en: 'there is no consent to look it up', zh: '未获同意查询' },
  'because.expired': { en: 'the draft has expired', zh: '草稿已过期' },
  'because.missing': { en: 'something is missing', zh: '缺少所需内容' },
  'because.input': { en: 'what it is given does not meet its demands', zh: '提交内容不符合要求' },
  'because.called-off': { en: 'the case was called off', zh: '办件已撤销' },
  'because.deadlock': { en: 'it waits for steps that wait for it', zh: '相互等待' },
  'because.held': { en: 'what was declared holds', zh: '承诺属实' },
  'because.untrue': { en: 'what was declared is not so: {consequence}', zh: '承诺不实：{consequence}' },
  'because.nothing-declared': { en: 'there is no commitment to check', zh: '没有须核查的承诺' },
  'because.step-untrue': {
    en: 'what was declared for "{step}" is not so',
    zh: '“{step}”所作的承诺不实',
  },
  'because.step': { en: '"{step}" did not come through', zh: '“{step}”未能通过' },
  'because.words': { en: '{words}', zh: '{words}' },
});

/** Makes a message of the machine. */
export const tell = messenger(machineMessages);
