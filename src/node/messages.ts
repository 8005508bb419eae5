import { defineMessages, messenger } from '../messages/index.js';

/** What is said of files, folders, revisions and stores. */
export const nodeMessages = defineMessages({
  'node/no-folder': { en: 'There is no folder "{folder}".', zh: '没有文件夹“{folder}”。' },
  'node/no-folder:catalogue': { en: 'Name the folder of a catalogue.', zh: '请指定目录所在文件夹。' },
  'node/no-folder:existing': { en: 'Name a folder that exists.', zh: '请指定存在的文件夹。' },
  'node/no-folder:revision': {
    en: 'There is no "{path}" at the revision "{revision}".',
    zh: '版本“{revision}”中没有“{path}”。',
  },
  'node/no-folder:from-the-top': {
    en: 'Paths begin at the top of the repository.',
    zh: '路径自仓库根目录算起。',
  },
  'node/no-git': { en: 'The program "git" is not found.', zh: '找不到程序“git”。' },
  'node/no-git:help': { en: 'Install git, or name two folders.', zh: '请安装 git，或指定两个文件夹。' },
  'node/no-revision': {
    en: 'The repository has no revision "{revision}".',
    zh: '仓库中没有版本“{revision}”。',
  },
  'node/no-revision:help': {
    en: 'Name a commit, a branch or a tag, as in HEAD~1; where history was cut off, fetch it first.',
    zh: '请指定提交、分支或标签，如 HEAD~1；历史被截断的，请先获取完整历史。',
  },
  'usage/no-catalogue:revision': {
    en: 'There is no catalogue.yaml in "{path}" or above it at the revision "{revision}".',
    zh: '版本“{revision}”的“{path}”及其上级文件夹中没有 catalogue.yaml。',
  },

  // Stores
  'runtime/store-closed': { en: 'The store is closed.', zh: '存储已关闭。' },
  'runtime/store-corrupt': {
    en: 'The store "{path}" is damaged or no store.',
    zh: '存储文件“{path}”已损坏，或不是存储文件。',
  },
  'runtime/store-corrupt:file': {
    en: 'Restore it from a backup; the file itself was not changed.',
    zh: '请从备份恢复；文件本身未被改动。',
  },
  'runtime/store-corrupt:part': {
    en: 'The {part} in the store "{path}" is damaged.',
    zh: '存储文件“{path}”中的{part}已损坏。',
  },
  'store.plan': { en: 'plan "{hash}"', zh: '方案“{hash}”' },
  'store.case': { en: 'case "{id}"', zh: '办件“{id}”' },
  'store.log': { en: 'log of "{id}"', zh: '“{id}”的记录' },
  'runtime/store-failed:read-only': {
    en: 'The store "{path}" cannot be opened for writing.',
    zh: '无法打开并写入存储文件“{path}”。',
  },
  'runtime/store-failed:folder': {
    en: 'Check that its folder exists, and that both may be written.',
    zh: '请检查所在文件夹是否存在，且二者均可写入。',
  },
  'runtime/store-failed:file': {
    en: 'The store "{path}" cannot be used: {reason}.',
    zh: '无法使用存储文件“{path}”：{reason}。',
  },
  'runtime/store-foreign': {
    en: 'The file "{path}" belongs to another program.',
    zh: '文件“{path}”属于其他程序。',
  },
  'runtime/store-full': {
    en: 'There is no room left to write "{path}".',
    zh: '磁盘空间不足，无法写入“{path}”。',
  },
  'runtime/store-full:help': {
    en: 'Free some space; what was accepted before is safe.',
    zh: '请释放空间；此前已接受的内容安全。',
  },
  'runtime/store-locked': {
    en: 'The store "{path}" is in use by another process.',
    zh: '存储文件“{path}”正被另一进程使用。',
  },
  'runtime/store-locked:help': {
    en: 'One runner works on a store at a time: stop the other, or ask it for its cases.',
    zh: '同一存储文件同时只能由一个进程使用：请停止另一进程，或向其查询办件。',
  },
  'runtime/store-newer': {
    en: 'The store "{path}" was written by a newer version ({version}; this one knows {known}).',
    zh: '存储文件“{path}”由更新的版本写入（{version}；当前版本支持到 {known}）。',
  },
  'runtime/store-older': {
    en: 'The store "{path}" was written by an older version ({version}; this one knows {known}). It was not changed.',
    zh: '存储文件“{path}”由较旧的版本写入（{version}；当前版本为 {known}），未被改动。',
  },
  'store.list': { en: 'list entry of "{id}"', zh: '“{id}”的列表项' },
  'usage/file-exists': {
    en: 'The backup is not written: there is a file "{path}" already.',
    zh: '未写入备份：已有文件“{path}”。',
  },
  'usage/file-exists:help': {
    en: 'Name a file that does not exist yet, or delete it first.',
    zh: '请指定尚不存在的文件，或先将其删除。',
  },
  'runtime/store-newer:help': {
    en: 'Use that version, or a store of its own.',
    zh: '请使用该版本，或另用存储文件。',
  },
});

/** Makes a message of files, folders, revisions and stores. */
export const tell = messenger(nodeMessages);
