import { defineMessages } from '../../messages/index.js';

/** What `init` says. */
export const initMessages = defineMessages({
  'init.made': {
    en: { one: '{count} file made in {folder}', other: '{count} files made in {folder}' },
    zh: '已在 {folder} 中生成 {count} 个文件',
  },
  'init.next': { en: 'Next:', zh: '接下来：' },
  'init.check': { en: 'finds mistakes', zh: '查错' },
  'init.compose': { en: 'shows the one form and the plan', zh: '查看一张表单和办理方案' },
  'init.guide': { en: 'shows what applicants need to know', zh: '查看办事指南' },
  'init.hook': { en: 'checks before each commit', zh: '每次提交前自动检查' },
  'init.workflow': {
    en: 'GitHub reads workflows at the top of a repository alone: move .github there, and give its job the working directory {folder}.',
    zh: 'GitHub 只读取仓库根目录下的工作流：请将 .github 移到根目录，并把其 job 的工作目录设为 {folder}。',
  },
  'init.install': {
    en: 'brings onething and the schemas for the editor',
    zh: '安装 onething 及编辑器所用的模式文件',
  },
});
