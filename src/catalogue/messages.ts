import { defineMessages, messenger } from '../messages/index.js';

/** What findings about a catalogue say beside the messages of their codes. */
export const catalogueMessages = defineMessages({
  'expected.name': {
    en: 'a name (letters, digits, "-" and "_")',
    zh: '名称（文字、数字、“-”和“_”）',
  },
  'expected.field': { en: 'a field such as "{example}"', zh: '字段，如“{example}”' },
  'expected.duration': { en: 'a duration such as {examples}', zh: '时限，如{examples}' },
  'expected.date': { en: 'a date such as "{example}"', zh: '日期，如“{example}”' },
  'expected.version': { en: 'a version (semver) such as "{example}"', zh: '版本号（semver），如“{example}”' },
  'expected.import': {
    en: 'a file or folder below the catalogue, such as "{example}"',
    zh: '目录下的文件或文件夹，如“{example}”',
  },
  'expected.currency': {
    en: 'a currency (ISO 4217) such as "{example}"',
    zh: '货币（ISO 4217），如“{example}”',
  },
  'expected.form': { en: 'of the expected form', zh: '所要求的形式' },
  'expected.some-text': { en: 'some text', zh: '非空文本' },
  'expected.first-of': { en: '{values}, … ({count})', zh: '{values}……（共 {count} 个）' },
  'found.empty-text': { en: 'an empty text', zh: '空文本' },
  'found.the-text': { en: 'the text', zh: '该文本' },
  'bound.characters': { en: 'at most {count} characters', zh: '至多 {count} 个字符' },
  'bound.least': { en: 'at least {limit}', zh: '至少 {limit}' },
  'bound.most': { en: 'at most {limit}', zh: '至多 {limit}' },
  'bound.entries': {
    en: { one: 'at least {count} entry', other: 'at least {count} entries' },
    zh: '至少 {count} 项',
  },
  'bound.most-of-max': { en: 'at most the max of {max}', zh: '不大于 max 的值 {max}' },
  'help.true-or-false': { en: 'Write true or false, without quotes.', zh: '请写 true 或 false，不加引号。' },
  'help.nothing': {
    en: 'Write a value behind the colon, or leave the key out.',
    zh: '请在冒号后写上值，或删去该键。',
  },
  'help.always': {
    en: 'What always holds needs no condition: leave the key out.',
    zh: '始终成立的无需条件：请删去该键。',
  },
  'help.one-alternative': {
    en: 'One alternative is none: add another, or write its inputs without "anyOf".',
    zh: '只有一项便不是备选：请再加一项，或不用 “anyOf” 直接写其输入。',
  },
  'help.unquoted': { en: 'Write it without quotes: {text}', zh: '请不加引号：{text}' },
  'help.locales': {
    en: 'The locales of the catalogue are {names}.',
    zh: '目录的语言有{names}。',
  },
  'help.decimal': { en: 'Write a decimal point: {text}', zh: '小数点请写成“.”：{text}' },
  'help.optional': {
    en: 'Every input is required; write "optional: true" where it may be left out.',
    zh: '输入默认必填；可以不填的请写“optional: true”。',
  },
  'help.keys': { en: 'The keys that may stand here are {names}.', zh: '此处可用的键有{names}。' },
  'help.roles': { en: 'The roles here are {names}.', zh: '此处的角色有{names}。' },
  'help.other-kind': {
    en: '"{id}" is a document of kind {kind}.',
    zh: '“{id}”是种类为{kind}的文档。',
  },
  'help.ids': { en: 'There are {names}.', zh: '已有{names}。' },
  'help.none': {
    en: 'Write a document with "kind: {kind}" and "id: {id}".',
    zh: '请写一个 “kind: {kind}”、“id: {id}” 的文档。',
  },
  'help.folder': { en: 'The catalogue has a folder "{name}".', zh: '目录中有文件夹“{name}”。' },
  'place.unknown-too': { en: 'Not one of them, either.', zh: '也不是其取值。' },
  'place.first': { en: 'The first one.', zh: '第一个。' },
  'place.unconditional': { en: 'It has no condition.', zh: '该项没有条件。' },
  'place.statutory': { en: 'The statutory limit.', zh: '法定时限。' },
  'packed.no-json': { en: 'it is no JSON', zh: '不是 JSON' },
  'packed.no-utf-8': { en: 'it is no UTF-8', zh: '不是 UTF-8 编码' },
  'packed.no-object': { en: 'it holds no object', zh: '内容不是对象' },
  'packed.other-kind': { en: 'its "kind" is not "packed-catalogue"', zh: '其 kind 不是“packed-catalogue”' },
  'packed.too-deep': { en: 'it nests deeper than {limit}', zh: '嵌套超过 {limit} 层' },
  'packed.misfit': { en: 'at "{pointer}": {issue}', zh: '“{pointer}”处：{issue}' },
  'packed.file-twice': { en: 'two documents have the file "{file}"', zh: '有两个文档的文件名均为“{file}”' },
  'packed.no-manifest': { en: '"manifest" names no file of it', zh: 'manifest 未指向其中的文件' },
  'packed.list': { en: 'the list of its documents', zh: '其文档清单' },
  'usage/pack-errors': {
    en: 'The catalogue has errors, and a packed catalogue has none.',
    zh: '目录中有错误，打包目录不能有错误。',
  },
  'usage/pack-errors:help': { en: 'Its diagnostics name them.', zh: '错误见其诊断信息。' },
});

/** Makes a message about a catalogue. */
export const tell = messenger(catalogueMessages);
