import { defineMessages, messenger } from '../messages/index.js';

/** What commands say of how they are called, of what they are given, and of files that they read and write. */
export const cliMessages = defineMessages({
  // Options and what they name
  'usage/option': { en: '{option} is not "{value}".', zh: '{option}不能是“{value}”。' },
  'option.answer': { en: 'The answer', zh: '答复' },
  'option.choice': { en: 'The choice', zh: '选择' },
  'option.fate': { en: 'The fate', zh: '结果' },
  'option.format': { en: 'The format', zh: '格式' },
  'option.status': { en: 'The status', zh: '状态' },
  'usage/option:no-value': { en: '{option} "{text}" has no "=".', zh: '{option} “{text}”缺少“=”。' },
  'usage/option:name-and-value': {
    en: 'Write name and value: {option} a=b',
    zh: '请写明名称和值：{option} a=b',
  },
  'usage/option:block-and-value': { en: 'Write {option} block=value.', zh: '请写作 {option} 事项=值。' },
  'usage/option:no-number': {
    en: '{option} "{text}" is no whole number.',
    zh: '{option} “{text}”不是整数。',
  },
  'usage/option:no-duration': { en: '"{text}" is no duration.', zh: '“{text}”不是时长。' },
  'usage/option:duration': { en: 'Write 5wd, 30d, 4h or 1mo.', zh: '请写作 5wd、30d、4h 或 1mo。' },
  'usage/option:no-moment': { en: '"{text}" is no moment.', zh: '“{text}”不是时刻。' },
  'usage/option:moment': { en: 'Write 2026-09-30T09:00:00+08:00.', zh: '请写作 2026-09-30T09:00:00+08:00。' },
  'usage/option:no-cut': { en: '--cut "{text}" names no two steps.', zh: '--cut “{text}”未指明两个环节。' },
  'usage/option:cut': { en: 'Write both: --cut first:second', zh: '请写全：--cut 前:后' },
  'usage/option:no-limit': { en: '--max "{text}" names no limit.', zh: '--max “{text}”未指明限额。' },
  'usage/option:limit': { en: 'Write --max materials=4', zh: '请写作 --max materials=4' },
  'usage/option:no-figure': { en: 'There is no figure "{name}".', zh: '没有指标“{name}”。' },
  'usage/option:figures': { en: 'There are: {names}.', zh: '可用的有：{names}。' },
  'usage/option:no-percentage': {
    en: '--min-coverage is not "{text}".',
    zh: '--min-coverage 不能是“{text}”。',
  },
  'usage/option:percentage': { en: 'It is a number from 0 to 100.', zh: '应为 0 至 100 的数字。' },
  'usage/option:no-output': {
    en: '--output "{text}" does not name a format and a file.',
    zh: '--output “{text}”未指明格式和文件。',
  },
  'usage/option:output': {
    en: 'Write both: --output sarif=findings.sarif',
    zh: '请写全：--output sarif=findings.sarif',
  },
  'usage/option:output-twice': {
    en: '--output names the file "{path}" twice.',
    zh: '--output 两次指定了文件“{path}”。',
  },
  'usage/option:dry-run': { en: '--dry-run stands without --fix.', zh: '--dry-run 未与 --fix 同用。' },
  'usage/option:fix-dry-run': { en: 'Write --fix --dry-run.', zh: '请写作 --fix --dry-run。' },
  'usage/option:watch-several': { en: '--watch takes one catalogue.', zh: '--watch 只能用于一个目录。' },
  'usage/option:watch-each': { en: 'Watch each in a terminal of its own.', zh: '请在各自的终端中分别监视。' },
  'usage/option:watch-document': {
    en: '--watch prints text, and writes no document of the catalogue.',
    zh: '--watch 只输出文本，不写入目录中的文档。',
  },
  'usage/option:watch-text': {
    en: 'Leave --format, --fix and --update-baseline out; --output writes other formats each time.',
    zh: '请去掉 --format、--fix 和 --update-baseline；其他格式可每次由 --output 写入。',
  },
  'usage/option:one-or-all': {
    en: 'Name one bundle, or all of them with --all.',
    zh: '请指定一个一件事，或用 --all 表示全部。',
  },
  'usage/unknown-code': { en: 'There is no code "{code}".', zh: '没有代码“{code}”。' },
  'usage/unknown-code:example': {
    en: 'Findings name it, as in "compose/conflict".',
    zh: '代码见于问题之中，如“compose/conflict”。',
  },

  // Catalogues, folders and revisions
  'usage/no-catalogue': { en: 'There is no file or folder "{path}".', zh: '没有文件或文件夹“{path}”。' },
  'usage/no-catalogue:above': {
    en: 'There is no catalogue.yaml in "{path}" or above it.',
    zh: '“{path}”及其上级文件夹中没有 catalogue.yaml。',
  },
  'usage/no-catalogue:make': {
    en: 'Name the folder of a catalogue with --catalogue, or make one: catalogue.yaml with kind: catalogue, id and version.',
    zh: '请用 --catalogue 指定目录所在文件夹，或新建 catalogue.yaml，写明 kind: catalogue、id 和 version。',
  },
  'usage/no-version': {
    en: 'There is no file, folder or revision "{word}".',
    zh: '没有名为“{word}”的文件、文件夹或版本。',
  },
  'usage/no-version:no-repository': {
    en: 'Here is no git repository: name two files or folders.',
    zh: '此处不是 git 仓库：请指定两个文件或文件夹。',
  },
  'usage/no-version:revisions': {
    en: 'Name a file or folder, or a revision of git as in HEAD~1 or HEAD~1:path/from/the/top.',
    zh: '请指定文件、文件夹，或 git 版本，例如 HEAD~1 或 HEAD~1:自仓库根起的路径。',
  },
  'usage/outside-repository': { en: '"{path}" is not in the repository.', zh: '“{path}”不在仓库中。' },
  'usage/outside-repository:path': {
    en: 'Name a path of it, as in HEAD~1:path/from/the/top.',
    zh: '请指定其中的路径，如 HEAD~1:自仓库根起的路径。',
  },
  'usage/no-document': {
    en: '"{file}" holds no document that could be compared.',
    zh: '“{file}”中没有可比较的文档。',
  },
  'usage/no-document:kinds': {
    en: 'Name a subject, material, authority, registry, calendar, block or bundle.',
    zh: '请指定主体、材料、部门、数据源、日历、事项或一件事的文档。',
  },
  'usage/packed': { en: 'A packed catalogue cannot be mended.', zh: '打包目录不能修改。' },
  'usage/packed:mend': {
    en: 'Mend the folder that it was packed from, and pack it again.',
    zh: '请修改打包所用的文件夹，然后重新打包。',
  },
  'usage/packed:cases': {
    en: 'The cases of a packed catalogue cannot be updated.',
    zh: '打包目录中的案例无法更新。',
  },
  'usage/packed:update': {
    en: 'Update the folder that it was packed from, and pack it again.',
    zh: '请更新打包前的文件夹，然后重新打包。',
  },
  'usage/no-case': { en: 'There is no case in {paths}.', zh: '{paths}中没有用例。' },
  'usage/folder-gone': { en: 'The folder is gone.', zh: '文件夹已不存在。' },

  // Files that are read and written
  'usage/baseline': {
    en: 'The baseline "{path}" cannot be read: {reason}.',
    zh: '无法读取基线文件“{path}”：{reason}。',
  },
  'usage/baseline:write': { en: '--update-baseline writes one.', zh: '可用 --update-baseline 生成。' },
  'usage/baseline:several': {
    en: 'The paths belong to {count} catalogues, and --baseline names one file.',
    zh: '这些路径属于 {count} 个目录，而 --baseline 只指定了一个文件。',
  },
  'usage/baseline:own': {
    en: 'Leave --baseline out: each catalogue has its own onething.baseline.yaml.',
    zh: '请去掉 --baseline：每个目录使用各自的 onething.baseline.yaml。',
  },
  'usage/baseline:none-and-new': {
    en: '--no-baseline and --update-baseline exclude each other.',
    zh: '--no-baseline 与 --update-baseline 不能同用。',
  },
  'usage/changed': { en: 'The file "{file}" was changed meanwhile.', zh: '文件“{file}”在此期间已被改动。' },
  'usage/changed:again': { en: 'Run the command again.', zh: '请重新运行该命令。' },
  'usage/init': {
    en: 'Files are in the way, and nothing is overwritten: {files}.',
    zh: '以下文件已存在，未予覆盖：{files}。',
  },
  'usage/init:elsewhere': {
    en: 'Name an empty folder, or move them away.',
    zh: '请指定空文件夹，或先移走这些文件。',
  },
  'usage/init:failed': {
    en: 'The files cannot be made in "{folder}": {reason}.',
    zh: '无法在“{folder}”中生成文件：{reason}。',
  },
  'usage/output': {
    en: 'The file "{path}" cannot be written: {reason}.',
    zh: '无法写入文件“{path}”：{reason}。',
  },
  'usage/output:elsewhere': {
    en: 'Name a file in a folder that may be written.',
    zh: '请指定可写文件夹中的文件。',
  },
  'usage/output:stuck': {
    en: '{reason} It could not be taken back either that these were written: {files}.',
    zh: '{reason} 以下文件已写入，且未能撤回：{files}。',
  },
  'usage/output:by-hand': {
    en: 'Put the old files back by hand, or keep the new ones and run the command again.',
    zh: '请手工恢复旧文件，或保留新文件并重新运行该命令。',
  },
  'usage/output:moved': { en: '"{path}" (before: "{old}")', zh: '“{path}”（原为“{old}”）' },
  'usage/output:no-packed': {
    en: 'The file "{path}" is no packed catalogue; it is not overwritten.',
    zh: '文件“{path}”不是打包目录，未予覆盖。',
  },
  'usage/output:other': {
    en: 'Name another file with --output, or remove this one.',
    zh: '请用 --output 指定其他文件，或先删除此文件。',
  },
  'file.missing': { en: 'there is none', zh: '文件不存在' },
  'file.folder': { en: 'it is a folder', zh: '这是一个文件夹' },
  'file.not-allowed': { en: 'it may not be written', zh: '没有写入权限' },
  'file.within-file': { en: 'a part of its path is a file', zh: '路径中的某一段是文件' },
  'file.no-room': { en: 'there is no room left', zh: '磁盘已满' },
  'file.read-only': { en: 'the disk is read-only', zh: '磁盘为只读' },

  // What is known of the applicant
  'usage/facts:unreadable': {
    en: 'The file "{path}" of {option} cannot be read: {reason}.',
    zh: '无法读取 {option} 的文件“{path}”：{reason}。',
  },
  'usage/facts:fault': { en: '{place}: {fault}', zh: '{place}：{fault}' },
  'usage/facts:no-map': {
    en: 'The file of {option} holds {what}, not a map.',
    zh: '{option} 的文件内容是{what}，而不是映射。',
  },
  'usage/facts:single': { en: 'a single value', zh: '单个值' },
  'usage/facts:map': {
    en: 'Write one line for each field: mother.insurance: employee',
    zh: '请每个字段写一行，如“mother.insurance: employee”',
  },
  'usage/facts:empty': {
    en: 'The standard input, which {option} reads, is empty.',
    zh: '{option} 读取的标准输入为空。',
  },
  'usage/facts:pipe': {
    en: 'Pipe YAML or JSON into the command, or name a file.',
    zh: '请将 YAML 或 JSON 传给本命令，或指定文件。',
  },
  'usage/standard-input': {
    en: 'The standard input is read for {option}, so {other} cannot read it as well.',
    zh: '标准输入已用于 {option}，{other} 不能再读取。',
  },
  'usage/standard-input:file': { en: 'Name a file for one of the two.', zh: '请为其中之一指定文件。' },
  'usage/facts:no-role': {
    en: 'The bundle "{bundle}" has no role "{role}".',
    zh: '一件事“{bundle}”没有角色“{role}”。',
  },
  'usage/facts:no-field': { en: 'There is no field "{field}".', zh: '没有字段“{field}”。' },
  'usage/facts:has': { en: 'It has: {names}.', zh: '现有：{names}。' },
  'usage/facts:which': {
    en: 'The role "{role}" repeats, so "{name}" does not say which one is meant.',
    zh: '角色“{role}”有多项，“{name}”没有说明是哪一项。',
  },
  'usage/facts:write-item': {
    en: 'Name the item by its key, as in {field}, or give all of them as a list: {list}',
    zh: '请以键指明是哪一项，如 {field}，或以列表给出全部：{list}',
  },
  'usage/facts:no-items-here': {
    en: 'The role "{role}" does not repeat, so there is no item of it to name.',
    zh: '角色“{role}”不重复，没有可以指明的项。',
  },
  'usage/facts:how-many': {
    en: 'The role "{role}" has {min} to {max} items; the facts list {count}.',
    zh: '角色“{role}”应有 {min} 至 {max} 项；已知情况列出 {count} 项。',
  },
  'usage/facts:no-item': {
    en: '"{name}" names no field of an item.',
    zh: '“{name}”没有指明某一项的字段。',
  },
  'usage/facts:item-help': {
    en: 'Write the key of the item in brackets and the field behind a dot: {example}',
    zh: '请把项的键写在方括号中，点号之后写字段：{example}',
  },
  'usage/facts:shape': {
    en: 'The facts about "{role}" have another shape.',
    zh: '关于“{role}”的情况结构不符。',
  },
  'usage/facts:write': { en: 'Write {example}', zh: '请写作 {example}' },
  'usage/facts:no-value': {
    en: 'The fact "{field}" is no value of its field: {issue}',
    zh: '“{field}”的值不符合该字段：{issue}',
  },
  'usage/unknown-choice': { en: 'The bundle leaves no choice "{use}".', zh: '该一件事没有可选项“{use}”。' },
  'usage/unknown-choice:none': { en: 'It leaves nothing to choose.', zh: '没有可选的内容。' },
  'usage/unknown-choice:these': { en: 'These can be chosen: {uses}.', zh: '可选的有：{uses}。' },

  // Cases
  'usage/case-exists': {
    en: 'The case "{id}" was started with other answers.',
    zh: '办件“{id}”启动时的填报内容与此不同。',
  },
  'usage/unknown-block': {
    en: 'The bundle has no block, registry or step "{id}".',
    zh: '该“一件事”中没有事项、数据源或环节“{id}”。',
  },
  'usage/option:write-pair': { en: 'Write {option} {what}=value.', zh: '请写作 {option} {what}=值。' },
  'usage/option:no-output-name': {
    en: '"{text}" names no step and field.',
    zh: '“{text}”未指明环节和字段。',
  },
  'usage/option:step-and-field': {
    en: 'Write {option} step.field=value, as in {option} assessment.person.grade=2.',
    zh: '请写作 {option} 环节.字段=值，例如 {option} assessment.person.grade=2。',
  },
  'usage/option:no-output-of': {
    en: 'The step "{step}" yields no "{field}".',
    zh: '环节“{step}”不产生“{field}”。',
  },
  'usage/option:yields-nothing': { en: 'It yields nothing.', zh: '该环节不产生任何内容。' },
  'usage/option:no-yield': {
    en: 'The step "{step}" cannot yield this as "{field}": {issue}',
    zh: '环节“{step}”不能产生这样的“{field}”：{issue}',
  },
  'usage/option:may-not-follow': {
    en: 'The material "{material}" may not follow later.',
    zh: '材料“{material}”不可容缺后补。',
  },
  'usage/option:nothing-follows': {
    en: 'No material of the bundle may follow.',
    zh: '该“一件事”没有可容缺的材料。',
  },
  'usage/option:may-not-declare': {
    en: 'No commitment is taken instead of the material "{material}".',
    zh: '材料“{material}”不适用告知承诺。',
  },
  'usage/option:nothing-declared': {
    en: 'No commitment is taken instead of any material of the bundle.',
    zh: '该“一件事”没有适用告知承诺的材料。',
  },
  'usage/world': {
    en: '"{path}" is not a world, at {at}: {issue}',
    zh: '“{path}”不是“世界”文件，位于 {at}：{issue}',
  },
  'usage/world:schema': {
    en: 'Its schema is published as onething/schemas/world.schema.json.',
    zh: '其格式见 onething/schemas/world.schema.json。',
  },
  'usage/world:other-bundle': {
    en: 'The case is about the bundle "{other}", and "{bundle}" is run.',
    zh: '该用例属于一件事“{other}”，而运行的是“{bundle}”。',
  },
  'usage/world:own-case': {
    en: 'Name a case of the bundle that is run, or a world.',
    zh: '请指定所运行一件事的用例，或“世界”文件。',
  },
  'usage/unknown-step': { en: 'The case has no step "{step}".', zh: '办件中没有环节“{step}”。' },
  'usage/not-begun': {
    en: 'The step "{step}" has not been handed over yet.',
    zh: '环节“{step}”尚未提交。',
  },
  'usage/unknown-input': {
    en: 'The step "{step}" has no input "{input}".',
    zh: '环节“{step}”没有输入“{input}”。',
  },
  'usage/unknown-input:none': {
    en: 'A step is returned for something: --needs names it.',
    zh: '退回补正须说明所需内容：请用 --needs 指定。',
  },
  'usage/unknown-input:inputs': { en: 'Its inputs are: {inputs}.', zh: '其输入为：{inputs}。' },
  'usage/unknown-case:store': { en: 'The store has no case "{id}".', zh: '存储文件中没有办件“{id}”。' },
  'usage/unknown-case:list': {
    en: 'onething case list shows what it has.',
    zh: '可用“onething case list”查看已有办件。',
  },
  'usage/no-store': { en: 'There is no file "{path}".', zh: '没有文件“{path}”。' },
});

/** Makes a message of a command. */
export const tell = messenger(cliMessages);
