import { defineMessages } from '../../../messages/index.js';

/** The help of `run`. */
export const runHelp = defineMessages({
  'help.run.summary': { en: 'run a case with simulated authorities', zh: '以模拟的部门运行办件' },
  'help.run.description': {
    en: 'Runs a case of a bundle on the embedded runner. Authorities, registries and, without --answers, the applicant are simulated; time goes as fast as it can.',
    zh: '用内置运行器办理一件事。部门、数据源，以及未给出 --answers 时的申请人均为模拟；时间尽快推进。',
  },
  'help.run.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.run.answers': {
    en: 'the answers to the form: a YAML or JSON file, or "-"; made up otherwise',
    zh: '表单的填报内容：YAML 或 JSON 文件，或“-”；未指定时自动编造',
  },
  'help.run.known': {
    en: 'what signing in tells, shaped like the form; made up otherwise',
    zh: '登录时已获取的信息，结构同表单；未指定时自动编造',
  },
  'help.run.fail': {
    en: 'rejected, returned, withdrawn, or down for a registry, by any name that the plan and the log print; may be repeated',
    zh: '按方案或日志中的任一名称：rejected（不予）、returned（补正）、withdrawn（撤回），数据源可为 down（不可用）；可重复',
  },
  'help.run.delay': {
    en: 'how long its authority takes, as in 5wd; may be repeated',
    zh: '该部门所用时间，如 5wd；可重复',
  },
  'help.run.world': {
    en: 'what is true, what registries hold, what authorities decide and yield: a world, or a golden case; made up otherwise',
    zh: '真实情况、数据源所存、部门的决定与产出：“世界”文件或用例；未指定时自动编造',
  },
  'help.run.commit': {
    en: 'the applicant makes a commitment instead of giving this material (repeatable)',
    zh: '申请人以告知承诺代替该材料（可重复）',
  },
  'help.run.untrue': {
    en: 'the same, and what is declared is not so: a later check finds it out (repeatable)',
    zh: '同上，且承诺不实：事后核查将予发现（可重复）',
  },
  'help.run.defer': {
    en: 'a material that the applicant lets follow, as in "lease of owner"; may be repeated',
    zh: '申请人容缺后补的材料，如“lease of owner”；可重复',
  },
  'help.run.yield': {
    en: 'what a step yields, as in assessment.person.grade=2; may be repeated',
    zh: '环节产生的内容，如 assessment.person.grade=2；可重复',
  },
  'help.run.lie': {
    en: 'what the applicant says that is not so; may be repeated',
    zh: '申请人的不实填报；可重复',
  },
  'help.run.seed': {
    en: 'authorities take any time up to what they promise, the same for the same number',
    zh: '各部门用时在承诺时限内随机，相同数字结果相同',
  },
  'help.run.start': {
    en: 'when the case starts, as in 2026-09-30T09:00:00+08:00; now otherwise',
    zh: '办件开始的时刻，如 2026-09-30T09:00:00+08:00；未指定时为现在',
  },
  'help.run.pace': {
    en: 'milliseconds to wait before each answer, so that one can watch',
    zh: '每次答复前等待的毫秒数，便于观看',
  },
  'help.run.store': { en: 'keeps the case in a file', zh: '将办件保存在文件中' },
  'help.run.id': {
    en: 'the id of the case; one that is in the store already is resumed',
    zh: '办件的标识；存储文件中已有的将继续办理',
  },
  'help.run.example-1': { en: 'every authority takes as long as it promises', zh: '各部门均用满承诺时限' },
  'help.run.example-2': { en: 'what a rejection stops', zh: '不予批准会使哪些环节终止' },
  'help.run.example-3': { en: 'slowly, to watch the table of steps', zh: '放慢速度，便于观看环节表' },
  'help.run.example-5': { en: 'what becomes of a golden case', zh: '某个用例会怎样办理' },
  'help.run.example-4': {
    en: 'a case that "onething case" can look at',
    zh: '可用 onething case 查看的办件',
  },
});
