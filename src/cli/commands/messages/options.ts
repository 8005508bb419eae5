import { defineMessages } from '../../../messages/index.js';

/** The help of options that several commands have. */
export const optionsHelp = defineMessages({
  'help.option.catalogue': {
    en: 'the catalogue: the folder with catalogue.yaml, one below it, or a packed file',
    zh: '目录：含 catalogue.yaml 的文件夹、其下的文件夹，或打包文件',
  },
  'help.option.facts': {
    en: 'what is known: a YAML or JSON file, or "-" for the standard input',
    zh: '已知情况：YAML 或 JSON 文件，“-”表示标准输入',
  },
  'help.option.fact': {
    en: 'one fact, as in mother.insurance=employee; may be repeated',
    zh: '一项已知情况，如 mother.insurance=employee；可重复',
  },
  'help.option.choose': { en: 'what the applicant chose; may be repeated', zh: '申请人的选择；可重复' },
  'help.option.locale': {
    en: 'the language of titles, as in "zh"; text follows LANG otherwise',
    zh: '标题的语言，如“zh”；未指定时文本随环境变量 LANG',
  },
  'help.option.format': {
    en: 'text for people, or a document for machines',
    zh: '供人阅读的文本，或供程序读取的文档',
  },
  'help.option.fail-on': { en: 'from which severity on the exit code is 1', zh: '达到何种级别时退出码为 1' },
  'help.option.output': {
    en: 'also writes a file, as in sarif=findings.sarif; may be repeated (formats: {formats})',
    zh: '另写入文件，如 sarif=findings.sarif；可重复（格式：{formats}）',
  },

  // What stands for a value
  'placeholder.answer': { en: 'answer', zh: '答复' },
  'placeholder.bundle': { en: 'bundle', zh: '一件事' },
  'placeholder.choice': { en: 'use=yes|no', zh: '引用=yes|no' },
  'placeholder.code': { en: 'code', zh: '代码' },
  'placeholder.cut': { en: 'from:to', zh: '前:后' },
  'placeholder.dir': { en: 'dir', zh: '文件夹' },
  'placeholder.duration': { en: 'block=time', zh: '事项=时长' },
  'placeholder.fact': { en: 'field=value', zh: '字段=值' },
  'placeholder.fate': { en: 'block=fate', zh: '事项=结果' },
  'placeholder.file': { en: 'file', zh: '文件' },
  'placeholder.folder': { en: 'folder', zh: '文件夹' },
  'placeholder.format': { en: 'format', zh: '格式' },
  'placeholder.grade': { en: 'grade', zh: '级别' },
  'placeholder.id': { en: 'id', zh: '标识' },
  'placeholder.input': { en: 'input', zh: '内容' },
  'placeholder.lie': { en: 'field=value', zh: '字段=值' },
  'placeholder.material': { en: 'material', zh: '材料' },
  'placeholder.yield': { en: 'step.field=value', zh: '环节.字段=值' },
  'placeholder.limit': { en: 'figure=value', zh: '指标=值' },
  'placeholder.moment': { en: 'moment', zh: '时刻' },
  'placeholder.ms': { en: 'ms', zh: '毫秒' },
  'placeholder.name': { en: 'name', zh: '名称' },
  'placeholder.new': { en: 'new', zh: '新版' },
  'placeholder.number': { en: 'number', zh: '数字' },
  'placeholder.old': { en: 'old', zh: '旧版' },
  'placeholder.part': { en: 'part', zh: '部分' },
  'placeholder.path': { en: 'path', zh: '路径' },
  'placeholder.percent': { en: 'percent', zh: '百分比' },
  'placeholder.severity': { en: 'severity', zh: '级别' },
  'placeholder.status': { en: 'status', zh: '状态' },
  'placeholder.tag': { en: 'tag', zh: '语言标签' },
  'placeholder.text': { en: 'text', zh: '说明' },
  'placeholder.command': { en: 'command', zh: '命令' },
  'placeholder.language': { en: 'language', zh: '语言' },
  'placeholder.options': { en: 'options', zh: '选项' },
  'placeholder.output': { en: 'format=file', zh: '格式=文件' },
  'placeholder.step': { en: 'step', zh: '环节' },

  // The parts of every page of help
  'help.usage': { en: 'Usage:', zh: '用法：' },
  'help.arguments': { en: 'Arguments:', zh: '参数：' },
  'help.options': { en: 'Options:', zh: '选项：' },
  'help.global-options': { en: 'Global Options:', zh: '全局选项：' },
  'help.commands': { en: 'Commands:', zh: '命令：' },
  'help.examples': { en: 'Examples:', zh: '示例：' },
  'help.help': { en: 'display help for command', zh: '显示帮助' },
  'help.version': { en: 'output the version number', zh: '显示版本号' },
  'help.onething': {
    en: 'One thing, done in one go (一件事一次办): one form, one set of materials, one plan.',
    zh: '一件事一次办：一张表单、一套材料、一个办理方案。',
  },
  'help.language': {
    en: 'the language of messages; follows the environment otherwise',
    zh: '提示信息的语言；未指定时随系统环境',
  },
  'help.exit-codes': {
    en: 'Exit codes: 0 fine, 1 findings, 2 usage, 70 a bug in onething.',
    zh: '退出码：0 正常，1 发现问题，2 用法有误，70 onething 自身的缺陷。',
  },
  'help.after-mistake': {
    en: '(onething --help lists the commands; onething <command> --help shows examples)',
    zh: '（onething --help 列出全部命令；onething <命令> --help 查看示例）',
  },
});
