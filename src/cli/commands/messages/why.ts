import { defineMessages } from '../../../messages/index.js';

/** The help of `why`. */
export const whyHelp = defineMessages({
  'help.why.summary': { en: 'why a field, a material or a step is there', zh: '字段、材料或环节的由来' },
  'help.why.description': {
    en: 'Explains a field, a material or a step: where it comes from, who takes it and when, each constraint, the legal basis, file and line.',
    zh: '说明字段、材料或环节：来源、使用方及适用情形、各项约束、设定依据、所在文件和行。',
  },
  'help.why.argument.bundle': { en: 'the id of a bundle', zh: '一件事的标识' },
  'help.why.argument.name': {
    en: 'role.element, "material of role", or the id of a step',
    zh: '角色.数据元（role.element）、“材料 of 角色”，或环节的标识',
  },
  'help.why.example-1': { en: 'a field', zh: '字段' },
  'help.why.example-2': { en: 'a material', zh: '材料' },
  'help.why.example-3': { en: 'a step', zh: '环节' },
});
