import { defineMessages } from '../../../messages/index.js';

/** The help of `matrix`. */
export const matrixHelp = defineMessages({
  'help.matrix.summary': {
    en: 'which authority receives what, on which legal basis',
    zh: '各部门获得哪些信息及其设定依据',
  },
  'help.matrix.description': {
    en: 'Lists each field and material of a bundle with the authorities that receive it and the legal basis of each (data minimisation). What goes to an authority without a basis is a warning.',
    zh: '列出一件事的各字段和材料、获得它的部门及相应的设定依据（数据最小化）。没有依据而流向部门的内容给出警告。',
  },
  'help.matrix.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.matrix.all': { en: 'every bundle of the catalogue', zh: '目录中的每个一件事' },
  'help.matrix.format': {
    en: 'left out: what the name of the file says, else markdown',
    zh: '未指定时按文件名判断，否则为 markdown',
  },
  'help.matrix.output': {
    en: 'where to write it; the standard output when left out',
    zh: '写入何处；未指定时写到标准输出',
  },
  'help.matrix.example-1': { en: 'Markdown', zh: 'Markdown 格式' },
  'help.matrix.example-2': { en: 'a spreadsheet of the whole catalogue', zh: '整个目录的电子表格' },
  'help.matrix.example-3': {
    en: 'for a CI job: every field needs a basis',
    zh: '用于持续集成：每个字段都须有依据',
  },
});
