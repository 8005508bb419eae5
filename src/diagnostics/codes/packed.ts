import { defineCodes } from '../code.js';

/** Findings about packed catalogues: one file that holds a catalogue and can be verified. */
export const packedCodes = defineCodes({
  'catalogue/packed-unreadable': {
    severity: 'error',
    message: 'The file is no packed catalogue that can be read: {reason}.',
    zh: '该文件不是可读取的打包目录：{reason}。',
    help: 'Write it anew: onething build <folder> --output <file>.',
    helpZh: '请重新生成：onething build <文件夹> --output <文件>。',
    why: 'A packed catalogue has one form, so that a host can load it at start without parsing YAML.',
    whyZh: '打包目录格式固定，宿主应用启动时无需解析 YAML 即可载入。',
    wrong: '{ "kind": "packed-catalogue", "formatVersion": 1 }',
    right: '$ onething build . --output catalogue.json',
  },
  'catalogue/packed-version': {
    severity: 'error',
    message: 'The packed catalogue has the format {version}; this onething reads format 1.',
    zh: '打包目录的格式为 {version}；此版本的 onething 只读取格式 1。',
    help: 'Use the onething that wrote it, or a newer one.',
    helpZh: '请使用生成该文件的 onething 版本或更新版本。',
    why: 'A format that is not known could mean something else than it seems to.',
    whyZh: '未知的格式可能另有含义。',
    wrong: '{ "kind": "packed-catalogue", "formatVersion": 2, … }',
    right: '{ "kind": "packed-catalogue", "formatVersion": 1, … }',
  },
  'catalogue/packed-changed': {
    severity: 'error',
    message: 'The packed catalogue was changed after it was packed: {what} does not fit its hash.',
    zh: '打包目录在打包之后被改动：{what}与其哈希值不符。',
    help: 'Get the file again, or build it anew from its documents; nothing of it is loaded.',
    helpZh: '请重新获取该文件，或由原文档重新打包；此文件的内容一概不加载。',
    why: 'A file that was cut off or edited by hand could compose into another plan than the one that was checked.',
    whyZh: '被截断或手工改动的文件，组合出的办理方案可能与检查时不同。',
    wrong: '# one byte of catalogue.json changed by hand',
    right: '$ onething build . --output catalogue.json',
  },
});
