import { defineMessages } from '../../../messages/index.js';

/** The help of `types`. */
export const typesHelp = defineMessages({
  'help.types.summary': {
    en: 'TypeScript of form, inputs, outputs and handlers',
    zh: '表单、输入、输出和处理程序的 TypeScript 类型',
  },
  'help.types.description': {
    en: 'Writes the TypeScript of a bundle: its form, what each block is given and yields, and a Handlers type that does not compile where a handler is missing.',
    zh: '生成一件事的 TypeScript 类型：表单、各事项的输入和产出，以及缺少处理程序即无法编译的 Handlers 类型。',
  },
  'help.types.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.types.example-1': { en: 'types for a host application', zh: '供宿主应用使用的类型' },
  'help.types.example-2': { en: 'the same text in a JSON document', zh: '同样的文本，置于 JSON 文档中' },
});
