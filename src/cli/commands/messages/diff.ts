import { defineMessages } from '../../../messages/index.js';

/** The help of `diff`. */
export const diffHelp = defineMessages({
  'help.diff.summary': {
    en: 'what has changed between two versions, graded, and what it means for applicants',
    zh: '两个版本之间的变更、其级别及对申请人的影响',
  },
  'help.diff.description': {
    en: 'Compares two versions of a catalogue: folders, single documents, packed catalogues, or revisions of git (HEAD~1 is this catalogue at that revision, HEAD~1:path what stands at a path from the top of the repository).',
    zh: '比较目录的两个版本：文件夹、单个文档、打包目录或 git 版本（HEAD~1 为本目录在该版本的内容，HEAD~1:路径 为自仓库根起该路径下的内容）。',
  },
  'help.diff.argument.old': { en: 'a file, a folder or a revision', zh: '文件、文件夹或版本' },
  'help.diff.argument.new': {
    en: 'a file, a folder or a revision; left out: the catalogue as it is now',
    zh: '文件、文件夹或版本；未指定时为目录现状',
  },
  'help.diff.bundle': {
    en: 'only this bundle and the blocks that it uses; may be repeated',
    zh: '只看此一件事及其引用的事项；可重复',
  },
  'help.diff.fail-on': { en: 'which changes make the exit code 1', zh: '出现何种变更时退出码为 1' },
  'help.diff.check-version': {
    en: 'the version of the new catalogue has to say what has changed',
    zh: '要求新目录的版本号与变更相符',
  },
  'help.diff.example-1': { en: 'what the last commit has changed', zh: '最近一次提交的变更' },
  'help.diff.example-2': { en: 'before a release', zh: '发布之前' },
  'help.diff.example-3': { en: 'two folders, one bundle', zh: '两个文件夹，一个一件事' },
  'help.diff.example-4': { en: 'two documents', zh: '两个文档' },
  'help.diff.example-5': { en: 'for a change request', zh: '用于变更申请' },
});
