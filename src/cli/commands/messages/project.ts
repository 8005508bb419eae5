import { defineMessages } from '../../../messages/index.js';

/** The help of `project`. */
export const projectHelp = defineMessages({
  'help.project.summary': {
    en: 'the answers split into the payload of each step',
    zh: '将填报内容拆分为各环节的数据',
  },
  'help.project.description': {
    en: 'Splits the answers to the form into one payload for each step: its own inputs, and nothing else.',
    zh: '将表单的填报内容拆分给各环节：只含该环节所需，别无其他。',
  },
  'help.project.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.project.answers': {
    en: 'the answers as the form takes them: YAML or JSON, or "-" for the standard input',
    zh: '按表单结构填写的内容：YAML 或 JSON 文件，“-”表示标准输入',
  },
  'help.project.example-1': { en: 'for people', zh: '供人阅读' },
  'help.project.example-2': { en: 'from a pipe, for machines', zh: '来自管道，供程序读取' },
});
