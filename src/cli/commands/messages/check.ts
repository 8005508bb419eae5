import { defineMessages } from '../../../messages/index.js';

/** The help of `check`. */
export const checkHelp = defineMessages({
  'help.check.summary': {
    en: 'documents, references, every bundle composed and proven',
    zh: '检查文档和引用，组合并验证每个一件事',
  },
  'help.check.description': {
    en: 'Checks the documents of a catalogue and how they refer to each other; composes every bundle, and proves that no situation leads into a dead end.',
    zh: '检查目录中的文档及其相互引用；组合每个一件事，并证明任何情形都不会无路可走。',
  },
  'help.check.argument.path': {
    en: 'folders or files: only findings that touch them are shown',
    zh: '文件夹或文件：只显示与其有关的问题',
  },
  'help.check.error': {
    en: 'findings of this code are errors here; may be repeated',
    zh: '将此代码的问题视为错误；可重复',
  },
  'help.check.baseline': {
    en: 'findings that are accepted (default: onething.baseline.yaml beside catalogue.yaml)',
    zh: '已接受的问题（默认为 catalogue.yaml 旁的 onething.baseline.yaml）',
  },
  'help.check.no-baseline': { en: 'nothing is accepted', zh: '不接受任何问题' },
  'help.check.update-baseline': {
    en: 'accepts the warnings of today, and drops what is not found any more',
    zh: '接受现有警告，并删去不再出现的条目',
  },
  'help.check.fix': {
    en: 'mends what has one right answer, keeping comments and layout',
    zh: '修改只有唯一正确写法的问题，保留注释和排版',
  },
  'help.check.dry-run': {
    en: 'with --fix: shows what would change, and writes nothing',
    zh: '与 --fix 同用：只显示将作的修改，不写入',
  },
  'help.check.watch': {
    en: 'checks again what an edit touches, until it is ended',
    zh: '持续监视，修改后重新检查所涉部分，直至结束',
  },
  'help.check.example-1': { en: 'the catalogue here or above', zh: '当前或上级文件夹中的目录' },
  'help.check.example-2': { en: 'another one', zh: '另一个目录' },
  'help.check.example-3': { en: 'only what touches this folder', zh: '只看与此文件夹有关的问题' },
  'help.check.example-4': { en: 'for a CI job', zh: '用于持续集成' },
  'help.check.example-5': { en: 'what could be mended, as a difference', zh: '以差异形式查看可作的修改' },
});
