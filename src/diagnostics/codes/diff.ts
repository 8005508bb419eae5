import { defineCodes } from '../code.js';

/** Findings about two versions of a catalogue. */
export const diffCodes = defineCodes({
  'diff/version-too-low': {
    severity: 'error',
    message:
      'The version {version} does not say what has changed since {old}: it has to be at least {least}.',
    zh: '版本号{version}未体现自{old}以来的变更：至少应为{least}。',
    help: 'Write version: {least} into the catalogue document.',
    helpZh: '请在目录文档中写 version: {least}。',
    why: 'Whoever pins a catalogue by its version range relies on it: what breaks comes with a new major version, what is added with a minor one (before 1.0.0: minor and patch).',
    whyZh:
      '按版本范围引用目录的人依赖版本号：不兼容的变更须升主版本，新增内容须升次版本（1.0.0 之前为次版本和修订号）。',
    wrong: 'version: 1.2.1      # and a field is newly required since 1.2.0',
    right: 'version: 2.0.0',
  },
  'diff/no-version': {
    severity: 'error',
    message: '"{version}" is no version by which a change could be told.',
    zh: '“{version}”不是可用于判断变更的版本号。',
    help: 'Write three numbers, as in 1.4.0 (Semantic Versioning 2.0.0).',
    helpZh: '请写三段数字，例如 1.4.0（语义化版本 2.0.0）。',
    why: 'A check of the version compares numbers; a date or a name has none that say whether something breaks.',
    whyZh: '核对版本要比较数字；日期或名称无法说明是否有不兼容的变更。',
    wrong: 'version: spring',
    right: 'version: 1.4.0',
  },
  'diff/unsound': {
    severity: 'warning',
    message: 'The version {version} has errors ({count}): what they touch is compared as far as it is sound.',
    zh: '版本{version}存在错误（{count}处）：受影响的部分仅在可用范围内比较。',
    help: 'Run check on that version first.',
    helpZh: '请先对该版本运行 check。',
    why: 'A broken document is left out or repaired in loading, so a change in it may look like something removed.',
    whyZh: '有问题的文档在载入时会被略去或修补，其变更可能看似删除。',
    wrong: 'kind: block\nid: a\ninputs: [ { field: child.nam } ]     # no such element',
    right: 'kind: block\nid: a\ninputs: [ { field: child.name } ]',
  },
});
