import { defineMessages, messenger } from '../messages/index.js';

/** What js-yaml says of a text, which gives no codes: the sentence itself tells which it is. */
export const yamlMessages = defineMessages({
  'yaml.tag-directive-accepts-exactly-two-arguments': {
    en: 'TAG directive accepts exactly two arguments',
    zh: 'TAG 指令须有两个参数',
  },
  'yaml.yaml-directive-accepts-exactly-one-argument': {
    en: 'YAML directive accepts exactly one argument',
    zh: 'YAML 指令须有一个参数',
  },
  'yaml.line-break-expected': { en: 'a line break is expected', zh: '此处应换行' },
  'yaml.whitespace-character-expected-after-key-value': {
    en: 'a whitespace character is expected after the key-value separator within a block mapping',
    zh: '映射中键的冒号之后应有空格',
  },
  'yaml.alias-node-not-have-any-properties': {
    en: 'alias node should not have any properties',
    zh: '别名不能带有其他属性',
  },
  'yaml.bad-explicit-indentation-width-block-scalar': {
    en: 'bad explicit indentation width of a block scalar; it cannot be less than one',
    zh: '块文本的缩进宽度不能小于一',
  },
  'yaml.bad-indentation-mapping-entry': {
    en: 'bad indentation of a mapping entry',
    zh: '映射条目的缩进有误',
  },
  'yaml.bad-indentation-sequence-entry': {
    en: 'bad indentation of a sequence entry',
    zh: '列表条目的缩进有误',
  },
  'yaml.can-not-read-block-mapping-entry': {
    en: 'can not read a block mapping entry; a multiline key may not be an implicit key',
    zh: '无法读取映射条目：跨行的键须以问号标明',
  },
  'yaml.can-not-read-implicit-mapping-pair': {
    en: 'can not read an implicit mapping pair; a colon is missed',
    zh: '无法读取映射条目：缺少冒号',
  },
  'yaml.can-not-read-document': { en: 'can not read a document', zh: '无法读取文档' },
  'yaml.deficient-indentation': { en: 'deficient indentation', zh: '缩进不足' },
  'yaml.directive-name-not-less-than-one': {
    en: 'directive name must not be less than one character in length',
    zh: '指令缺少名称',
  },
  'yaml.directives-end-mark-expected': { en: 'directives end mark is expected', zh: '指令之后应有结束标记' },
  'yaml.duplication-yaml-directive': { en: 'duplication of %YAML directive', zh: 'YAML 指令重复' },
  'yaml.duplication-tag-property': { en: 'duplication of a tag property', zh: '标签重复' },
  'yaml.duplication-anchor-property': { en: 'duplication of an anchor property', zh: '锚点重复' },
  'yaml.end-stream-or-document-separator-expected': {
    en: 'end of the stream or a document separator is expected',
    zh: '此处应为文本结尾或文档分隔符',
  },
  'yaml.expected-after-mapping-key': { en: "expected ':' after a mapping key", zh: '键之后应有冒号' },
  'yaml.expected-hexadecimal-character': { en: 'expected hexadecimal character', zh: '应为十六进制字符' },
  'yaml.expected-node-content-but-found': {
    en: "expected the node content, but found ','",
    zh: '此处应有内容，而不是逗号',
  },
  'yaml.expected-valid-json-character': { en: 'expected valid JSON character', zh: '此处的字符不能使用' },
  'yaml.ill-formed-argument-yaml-directive': {
    en: 'ill-formed argument of the YAML directive',
    zh: 'YAML 指令的参数不规范',
  },
  'yaml.ill-formed-tag-handle-first-argument': {
    en: 'ill-formed tag handle (first argument) of the TAG directive',
    zh: 'TAG 指令的首个参数不规范',
  },
  'yaml.ill-formed-tag-prefix-second-argument': {
    en: 'ill-formed tag prefix (second argument) of the TAG directive',
    zh: 'TAG 指令的第二个参数不规范',
  },
  'yaml.missed-comma-between-flow-collection-entries': {
    en: 'missed comma between flow collection entries',
    zh: '各项之间缺少逗号',
  },
  'yaml.name-alias-node-contain-least-one': {
    en: 'name of an alias node must contain at least one character',
    zh: '别名缺少名称',
  },
  'yaml.name-anchor-node-contain-least-one': {
    en: 'name of an anchor node must contain at least one character',
    zh: '锚点缺少名称',
  },
  'yaml.named-tag-handle-cannot-contain-such': {
    en: 'named tag handle cannot contain such characters',
    zh: '标签前缀含有不允许的字符',
  },
  'yaml.repeat-chomping-mode-identifier': {
    en: 'repeat of a chomping mode identifier',
    zh: '换行处理标记重复',
  },
  'yaml.repeat-indentation-width-identifier': {
    en: 'repeat of an indentation width identifier',
    zh: '缩进宽度标记重复',
  },
  'yaml.tab-characters-not-used-indentation': {
    en: 'tab characters must not be used in indentation',
    zh: '缩进不能使用制表符',
  },
  'yaml.tag-suffix-cannot-contain-exclamation-marks': {
    en: 'tag suffix cannot contain exclamation marks',
    zh: '标签后缀不能含感叹号',
  },
  'yaml.tag-suffix-cannot-contain-flow-indicator': {
    en: 'tag suffix cannot contain flow indicator characters',
    zh: '标签后缀不能含括号或逗号',
  },
  'yaml.stream-contains-non-printable-characters': {
    en: 'the stream contains non-printable characters',
    zh: '文本含有不可见字符',
  },
  'yaml.unacceptable-yaml-version-document': {
    en: 'unacceptable YAML version of the document',
    zh: '不支持该文档的 YAML 版本',
  },
  'yaml.unexpected-end-document-within-double-quoted': {
    en: 'unexpected end of the document within a double quoted scalar',
    zh: '双引号文本尚未结束，文档已结束',
  },
  'yaml.unexpected-end-document-within-single-quoted': {
    en: 'unexpected end of the document within a single quoted scalar',
    zh: '单引号文本尚未结束，文档已结束',
  },
  'yaml.unexpected-end-stream-within-double-quoted': {
    en: 'unexpected end of the stream within a double quoted scalar',
    zh: '双引号没有闭合',
  },
  'yaml.unexpected-end-stream-within-flow-collection': {
    en: 'unexpected end of the stream within a flow collection',
    zh: '括号没有闭合',
  },
  'yaml.unexpected-end-stream-within-single-quoted': {
    en: 'unexpected end of the stream within a single quoted scalar',
    zh: '单引号没有闭合',
  },
  'yaml.unexpected-end-stream-within-verbatim-tag': {
    en: 'unexpected end of the stream within a verbatim tag',
    zh: '标签没有闭合',
  },
  'yaml.unknown-escape-sequence': { en: 'unknown escape sequence', zh: '未知的转义写法' },
});

/** Slips of typing by which a text cannot be read. */
export const repairMessages = defineMessages({
  'yaml.chinese-colon': {
    en: 'a key ends in ":" and a space, not in the Chinese colon',
    zh: '键后应为英文冒号“:”加空格，而非中文冒号',
  },
  'yaml.wide-sign': { en: 'brackets are "{" and "[" of the plain keyboard', zh: '括号应为半角的“{”和“[”' },
  'yaml.wide-comma': { en: 'a comma is "," of the plain keyboard', zh: '逗号应为半角的“,”' },
  'yaml.wide-space': { en: 'an indent is made of plain spaces', zh: '缩进应使用半角空格' },
  'yaml.tab': { en: 'an indent is made of spaces, not of tabs', zh: '缩进应使用空格，而非制表符' },
  'yaml.dash': { en: 'an item of a list begins with "-" and a space', zh: '列表项应以“-”加空格开头' },
  'yaml.no-space-after-dash': {
    en: 'a space is missing behind the "-" of an item',
    zh: '列表项的“-”之后缺少空格',
  },
  'yaml.no-space-after-colon': {
    en: 'a space is missing behind the ":" of a key',
    zh: '键的“:”之后缺少空格',
  },
  'yaml.curly-quotes': { en: 'quotation marks are straight', zh: '引号应为半角直引号' },
  'yaml.quote-open': { en: 'a quotation mark is not closed', zh: '引号没有闭合' },
  'yaml.bracket-open': { en: 'a bracket is not closed', zh: '括号没有闭合' },
  'yaml.needs-quotes': { en: 'this text needs quotes', zh: '该文本须加引号' },
  'yaml.indent': { en: 'the line is not indented as its neighbours are', zh: '该行缩进与相邻行不一致' },
});

/** What findings about a text say beside the messages of their codes. */
export const documentMessages = defineMessages({
  'yaml.tag-name': {
    en: 'tag name cannot contain such characters: {name}',
    zh: '标签名含有不允许的字符：{name}',
  },
  'yaml.suffix-declared-before': {
    en: 'there is a previously declared suffix for "{handle}" tag handle',
    zh: '标签前缀“{handle}”已有声明',
  },
  'yaml.undeclared-tag-handle': { en: 'undeclared tag handle "{handle}"', zh: '标签前缀“{handle}”没有声明' },
  'json.more-follows': { en: 'something follows the value', zh: '值之后还有其他内容' },
  'json.ends-too-early': { en: 'the text ends too early', zh: '文本过早结束' },
  'json.key-expected': { en: 'a key in double quotes is expected', zh: '此处应为双引号中的键' },
  'json.colon-expected': { en: 'a colon is expected after the key', zh: '键之后应有冒号' },
  'json.comma-expected': { en: 'a comma or "{bracket}" is expected', zh: '此处应为逗号或“{bracket}”' },
  'json.unknown-escape': { en: 'the string has an unknown escape', zh: '字符串中有未知的转义写法' },
  'json.string-open': { en: 'the string is not closed', zh: '字符串没有闭合' },
  'json.control-character': { en: 'the string holds a control character', zh: '字符串中有控制字符' },
  'json.value-expected': { en: 'a value is expected', zh: '此处应有值' },
  'key.first': { en: 'The first "{key}".', zh: '第一个“{key}”。' },
});

/** Makes a message about a text. */
export const tell = messenger(documentMessages);

/** Makes a message of what js-yaml says. */
export const tellYaml = messenger(yamlMessages);

/** Makes a message of a slip of typing. */
export const tellRepair = messenger(repairMessages);
