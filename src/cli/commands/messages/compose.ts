import { defineMessages } from '../../../messages/index.js';

/** The help of `compose`. */
export const composeHelp = defineMessages({
  'help.compose.summary': {
    en: 'one form, one set of materials, one plan',
    zh: '一张表单、一套材料、一个办理方案',
  },
  'help.compose.description': {
    en: 'Composes a bundle: the form, the materials, the plan, and the figures before and after.',
    zh: '组合一件事：表单、材料、办理方案，以及联办前后的指标。',
  },
  'help.compose.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.compose.part': { en: 'only one part', zh: '只输出一个部分' },
  'help.compose.example-1': {
    en: 'for people: sections, materials, stages, figures',
    zh: '供人阅读：分区、材料、阶段、指标',
  },
  'help.compose.example-2': { en: 'the whole composition as one document', zh: '完整的组合结果' },
  'help.compose.example-3': { en: 'the JSON Schema of the form', zh: '表单的 JSON Schema' },
  'help.compose.example-5': {
    en: 'the form as it is drawn for these answers',
    zh: '按已填内容呈现的表单',
  },
  'help.compose.example-4': { en: 'what is left in this situation', zh: '此情形下还需办理的内容' },
});
