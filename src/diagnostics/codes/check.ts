import { defineCodes } from '../code.js';

/** Findings about the baseline: what is accepted that cannot be, or is not there. */
export const checkCodes = defineCodes({
  'check/baseline-malformed': {
    severity: 'error',
    message: 'The baseline cannot be read here: {reason}',
    zh: '基线在此处无法读取：{reason}',
    help: 'Write code, file, pointer and reason for each finding that is accepted, and until where it ends.',
    helpZh: '请为每条已接受的问题写明 code、file、pointer 和 reason；有期限的再写 until。',
    why: 'An entry that cannot be read accepts nothing; the sound ones count.',
    whyZh: '无法读取的条目不起接受作用；其余条目仍然有效。',
    wrong:
      'formatVersion: 1\naccepted:\n  - { code: compose/titles-differ, file: a.yaml, pointer: /inputs/0 }',
    right:
      'formatVersion: 1\naccepted:\n  - { code: compose/titles-differ, file: a.yaml, pointer: /inputs/0, reason: Both names are in use. }',
  },
  'check/error-accepted': {
    severity: 'error',
    message: 'The baseline accepts "{code}", which is an error here.',
    zh: '基线接受了“{code}”，而它在此是错误。',
    help: 'Mend the error, and take the entry out.',
    helpZh: '请修正该错误并删除此条。',
    why: 'With an error the form or the plan is wrong for somebody; only what works can be accepted.',
    whyZh: '存在错误时，表单或办理方案对某些人是错的；只有可用的内容才能接受。',
    wrong:
      'accepted:\n  - { code: compose/conflict, file: a.yaml, pointer: /inputs/0/schema, reason: Later. }',
    right: 'accepted: []',
  },
  'check/acceptance-unused': {
    severity: 'warning',
    message: 'The baseline accepts "{code}" in "{file}", which is not found there any more.',
    zh: '基线接受了“{file}”中的“{code}”，但该处已没有这条问题。',
    help: 'Take the entry out; --update-baseline does.',
    helpZh: '请删除此条；可使用 --update-baseline。',
    why: 'An acceptance that outlives its finding would hide the next one in the same place.',
    whyZh: '所接受的问题已不存在，条目若保留，会掩盖同一位置的下一个问题。',
    wrong:
      'accepted:\n  - { code: order/target-below-critical-path, file: mended.yaml, pointer: /target/within, reason: Spring. }',
    right: 'accepted: []',
  },
});
