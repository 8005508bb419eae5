import { defineMessages } from '../../../messages/index.js';

/** The help of `build`. */
export const buildHelp = defineMessages({
  'help.build.summary': {
    en: 'the catalogue packed into one file that can be verified',
    zh: '将目录打包为一个可校验的文件',
  },
  'help.build.description': {
    en: 'Checks a catalogue and packs it, with everything that it imports, into one JSON file with content hashes. Every command, and the library, reads the file in place of the folder; an npm package may hold it.',
    zh: '检查目录，并连同其导入的内容打包为一个含内容哈希的 JSON 文件。各命令和程序库均可用该文件代替文件夹；也可放入 npm 包。',
  },
  'help.build.argument.dir': {
    en: 'the folder with catalogue.yaml, or one below it',
    zh: '含 catalogue.yaml 的文件夹，或其下的文件夹',
  },
  'help.build.output': {
    en: 'where to write it; "-" for the standard output',
    zh: '写入何处；“-”表示标准输出',
  },
  'help.build.example-1': { en: 'writes catalogue.json', zh: '写入 catalogue.json' },
  'help.build.example-2': { en: 'for a package or a host', zh: '用于 npm 包或宿主应用' },
  'help.build.example-3': { en: 'reads it in place of the folder', zh: '以其代替文件夹' },
});
