import { defineMessages } from '../../../messages/index.js';

/** The help of `init`. */
export const initHelp = defineMessages({
  'help.init.summary': {
    en: 'a small working catalogue, with editor settings and a CI file',
    zh: '生成可用的小型目录，含编辑器设置和持续集成文件',
  },
  'help.init.description': {
    en: 'Makes a small working catalogue: documents to replace by your own, golden cases, settings by which an editor completes every key, a CI workflow and a hook. Nothing that is there is overwritten.',
    zh: '生成一个可用的小型目录：可替换为自有内容的文档、用例、供编辑器补全各键的设置、持续集成流程和提交钩子。已有文件一律不覆盖。',
  },
  'help.init.argument.dir': { en: 'the folder; made where it is not there', zh: '文件夹；不存在时新建' },
  'help.init.example-1': { en: 'in a new folder', zh: '在新文件夹中' },
  'help.init.example-2': { en: 'in this one', zh: '在当前文件夹中' },
});
