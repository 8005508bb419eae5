import { defineCodes } from '../code.js';

/** Findings of what is written for people and other tools. */
export const exportCodes = defineCodes({
  'export/no-basis': {
    severity: 'warning',
    message:
      'The authority "{authority}" receives {count} of the inputs of "{block}" without a legal basis: {inputs}.',
    zh: '部门“{authority}”在没有设定依据的情况下接收“{block}”的 {count} 项输入：{inputs}。',
    help: 'Write "basis" for the block, or for an input that has one of its own; leave out what has none.',
    helpZh: '请为事项（或单项输入）填写 basis；没有依据的输入应予删除。',
    why: 'An authority may collect only what a law or rule lets it collect (data minimisation). The matrix shows it; check does not, because a catalogue can be right before its bases are all written down.',
    whyZh:
      '部门只能收集法律法规允许收集的信息（数据最小化）。此项由 matrix 显示；check 不显示，因为目录可以先于依据补全而成立。',
    wrong:
      'kind: block\nid: parking\nauthority: traffic\nroles: { owner: person }\ninputs: [ { field: owner.phone } ]',
    right:
      'kind: block\nid: parking\nauthority: traffic\nbasis: [ { title: Parking ordinance, article: "4" } ]\nroles: { owner: person }\ninputs: [ { field: owner.phone } ]',
  },
});
