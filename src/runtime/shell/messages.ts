import { defineMessages, messenger } from '../../messages/index.js';

/** What shells say: of handlers that fail, of what a host hands over, of stores and of trouble. */
export const shellMessages = defineMessages({
  // Why an attempt failed
  'attempt.threw': { en: '{error}', zh: '{error}' },
  'attempt.threw-no-error': {
    en: 'The handler threw something that is no error.',
    zh: '处理程序抛出的不是错误对象。',
  },
  'attempt.too-long': { en: 'The attempt took too long.', zh: '该次尝试超时。' },
  'attempt.not-called': { en: 'The handler could not be called.', zh: '无法调用处理程序。' },
  'attempt.not-taken-in': { en: 'The answer could not be taken in.', zh: '无法处理该答复。' },
  'attempt.no-answer': { en: 'The handler gave no answer.', zh: '处理程序没有答复。' },
  'attempt.no-object': { en: 'The registry gave no object.', zh: '数据源返回的不是对象。' },
  'attempt.no-handler': { en: 'There is no handler for {handler}.', zh: '没有{handler}的处理程序。' },
  'attempt.no-undo': {
    en: 'There is no undo handler for block "{block}".',
    zh: '没有撤销事项“{block}”的处理程序。',
  },
  'attempt.no-derivation': { en: 'There is no derivation "{name}".', zh: '没有推导“{name}”。' },
  'attempt.derivation-fails': {
    en: 'The derivation "{name}" fails for {inputs}: {error}',
    zh: '推导“{name}”对{inputs}失败：{error}',
  },
  'attempt.refused': { en: '{code}: {refusal}', zh: '{code}：{refusal}' },

  // What a handler is for
  'handler.block': { en: 'block "{id}"', zh: '事项“{id}”' },
  'handler.undo': { en: 'undo of block "{id}"', zh: '事项“{id}”的撤销' },
  'handler.transfer': { en: 'transfer "{id}"', zh: '流转“{id}”' },
  'handler.check': { en: 'check of block "{id}"', zh: '事项“{id}”的核查' },
  'handler.derivation': { en: 'derivation "{id}"', zh: '推导“{id}”' },
  'handler.registry': { en: 'registry "{id}"', zh: '数据源“{id}”' },

  // What a host hands over
  'usage/case-id': {
    en: 'The id of a case has 1 to {most} characters.',
    zh: '办件编号须为 1 至 {most} 个字符。',
  },
  'argument.position': { en: 'a position: a whole number from 0 on', zh: '位置：从 0 起的整数' },
  'argument.outcome': {
    en: 'what an event came to: a refusal, what does not count, or nothing',
    zh: '事件的结果：拒绝、不计入的内容，或空',
  },
  'argument.iterable': { en: 'a list, or something else to iterate over', zh: '列表或其他可迭代的值' },
  'argument.instance': { en: 'an instance of {name}', zh: '{name}的实例' },
  'argument.handler-command': {
    en: 'a command of this case for a handler',
    zh: '该办件交给处理程序的指令',
  },
  'argument.consent': {
    en: '"given", "refused" or "withdrawn"',
    zh: '“given”（同意）、“refused”（拒绝）或“withdrawn”（撤回）',
  },
  'argument.patience': { en: 'milliseconds, or Infinity', zh: '毫秒数，或 Infinity' },
  'argument.flag': { en: 'true, or left out', zh: 'true，或不填' },
  'argument.reference': { en: 'a text of 1 to {most} characters', zh: '1 至 {most} 个字符的文本' },
  'usage/no-backup': {
    en: 'The store is in memory: there is nothing to back up.',
    zh: '存储在内存中，没有可备份的内容。',
  },
  'usage/case-status': { en: 'No case has the status "{status}".', zh: '没有办件会处于状态“{status}”。' },
  'usage/missing-handler': {
    en: 'The plan "{plan}" needs handlers that are not there: {handlers}.',
    zh: '方案“{plan}”缺少处理程序：{handlers}。',
  },
  'usage/missing-handler:help': {
    en: 'Hand them over with the others; `onething types` generates the type that lists them.',
    zh: '请一并提供；“onething types”可生成列出全部处理程序的类型。',
  },
  'usage/offset': {
    en: 'The offset of a clock is written as in "+08:00".',
    zh: '时钟的时区偏移须写作“+08:00”的形式。',
  },
  'usage/plan': { en: 'What is to be run is no plan.', zh: '要运行的不是办理方案。' },
  'usage/plan:at': {
    en: 'What is to be run is no plan at "{pointer}".',
    zh: '要运行的办理方案在“{pointer}”处不符合规范。',
  },
  'usage/plan:format': {
    en: 'The plan has the format {found}; this version runs plans of the format {known}.',
    zh: '办理方案的格式为 {found}；当前版本运行格式 {known} 的方案。',
  },
  'usage/plan:hash': { en: 'The plan is not what its hash says.', zh: '办理方案与其哈希不符。' },
  'usage/plan:compose': { en: 'Compose it anew.', zh: '请重新组合。' },
  'usage/secret': {
    en: 'The secret that signs tokens has less than 32 characters.',
    zh: '签发令牌的密钥少于 32 个字符。',
  },
  'runtime/closed': { en: 'The runner is stopping.', zh: '运行器正在停止。' },
  'runtime/conflict': {
    en: 'The case "{id}" has gone on in the meantime.',
    zh: '办件“{id}”在此期间已有进展。',
  },
  'runtime/store-corrupt:no-plan': {
    en: 'The plan of the case "{id}" is not in the store.',
    zh: '办件“{id}”的办理方案不在存储中。',
  },
  'runtime/store-corrupt:restore': {
    en: 'Restore it from a backup; the others are not touched by it.',
    zh: '请从备份恢复；其余内容不受影响。',
  },
  'runtime/case-format': {
    en: 'The case "{id}" has the format {found}; this version reads the format {known}.',
    zh: '办件“{id}”的格式为 {found}；当前版本读取格式 {known}。',
  },
  'runtime/case-format:help': {
    en: 'Run it to its end with the version that started it; it was not changed.',
    zh: '请用启动该办件的版本办完；该办件未被改动。',
  },

  // Stores and trouble
  'runtime/store-failed': {
    en: 'The store fails at "{method}": {text}.',
    zh: '存储在“{method}”处失败：{text}。',
  },
  'runtime/bug': { en: 'A {error}. This is a bug in onething.', zh: '{error}。这是 onething 自身的缺陷。' },
  'runtime/bug:invariant': { en: '{text}', zh: '{text}' },
  'trouble.store-fails': { en: 'The store fails: {error}.', zh: '存储失败：{error}。' },
  'trouble.retried': { en: 'It is tried again.', zh: '将重试。' },
  'trouble.set-aside': { en: 'It is set aside.', zh: '已搁置。' },
  'trouble.not-told': {
    en: 'onething: telling of trouble failed ({error}).',
    zh: 'onething：未能告知故障（{error}）。',
  },
  'trouble.unknown-error': { en: 'something unknown', zh: '未知错误' },
});

/** Makes a message of a shell. */
export const tell = messenger(shellMessages);
