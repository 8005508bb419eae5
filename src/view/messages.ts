import { defineMessages } from '../messages/index.js';

/** What a drawn form says where no document words it. */
export const viewMessages = defineMessages({
  'view.materials': { en: 'Materials', zh: '申请材料' },
  'view.choices': { en: 'Choices', zh: '选办事项' },
  'view.yes': { en: 'Yes', zh: '是' },
  'view.no': { en: 'No', zh: '否' },
  'view.way': { en: 'How it is given', zh: '提供方式' },
  'view.way.upload': { en: 'Upload', zh: '上传' },
  'view.way.commitment': { en: 'Commitment', zh: '告知承诺' },
  'view.way.deferral': { en: 'To follow later', zh: '容缺后补' },
  'view.suggestion': { en: 'Suggestion: {value}', zh: '建议：{value}' },
  'view.declared': { en: '{text} If that is untrue: {consequence}', zh: '{text}承诺不实的：{consequence}' },
  'view.files': { en: 'Files', zh: '文件' },
  'view.file': { en: 'File', zh: '文件' },
  'view.file-id': { en: 'Reference', zh: '文件编号' },
  'view.file-name': { en: 'Name of the file', zh: '文件名' },
  'view.file-type': { en: 'Type of the file', zh: '文件类型' },
  'view.file-size': { en: 'Size in bytes', zh: '大小（字节）' },
  'view.alternatives': { en: 'One of these is enough', zh: '以下任选其一' },
  'view.item': { en: 'Entry', zh: '项' },
  'usage/form-view': {
    en: 'The plan "{plan}" has no step "{form}" with a form of its own.',
    zh: '方案“{plan}”没有带表单的环节“{form}”。',
  },
  'usage/form-view:steps': { en: 'Steps with a form: {names}.', zh: '带表单的环节：{names}。' },
  'usage/form-view:none': {
    en: 'Leave "form" out: the plan has one form only.',
    zh: '请省略“form”：该方案只有一张表单。',
  },
  'usage/form-view:content': {
    en: 'The plan "{plan}" does not say what its form consists of. Compose it anew.',
    zh: '方案“{plan}”未载明表单的构成。请重新组合。',
  },
});
