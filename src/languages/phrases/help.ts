/**
 * What `--help` says, in Chinese, by the English that the commands are declared with. Only help is looked up here: "why"
 * is a word of the command line, and may be the name of something in a catalogue.
 */
export const helpPhrases: Readonly<Record<string, string>> = {
  // The parts of every page of help
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Commands:': '命令：',
  'Examples:': '示例：',
  'display help for command': '显示帮助',
  'output the version number': '显示版本号',
  'One thing, done in one go (一件事一次办): one form, one set of materials, one plan.':
    '一件事一次办：一张表单、一套材料、一个办理方案。',
  'the language of messages; follows the environment otherwise': '提示信息的语言；未指定时随系统环境',
  'Exit codes: 0 fine, 1 findings, 2 usage, 70 a bug in onething.':
    '退出码：0 正常，1 发现问题，2 用法有误，70 onething 自身的缺陷。',
  '(onething --help lists the commands; onething <command> --help shows examples)':
    '（onething --help 列出全部命令；onething <命令> --help 查看示例）',

  // What stands for a value
  '<options>': '<选项>',
  '<command>': '<命令>',
  '<language>': '<语言>',
  '<dir>': '<文件夹>',
  '<folder>': '<文件夹>',
  '<file>': '<文件>',
  '<path>': '<路径>',
  '<format>': '<格式>',
  '<format=file>': '<格式=文件>',
  '<severity>': '<级别>',
  '<grade>': '<级别>',
  '<code>': '<代码>',
  '<part>': '<部分>',
  '<tag>': '<语言标签>',
  '<field=value>': '<字段=值>',
  '<use=yes|no>': '<引用=yes|no>',
  '<figure=value>': '<指标=值>',
  '<from:to>': '<前:后>',
  '<bundle>': '<一件事>',
  '<name>': '<名称>',
  '<step>': '<环节>',
  '<percent>': '<百分比>',
  '<block=fate>': '<事项=结果>',
  '<block=time>': '<事项=时长>',
  '<number>': '<数字>',
  '<moment>': '<时刻>',
  '<ms>': '<毫秒>',
  '<id>': '<标识>',
  '<status>': '<状态>',
  '<answer>': '<答复>',
  '<input>': '<内容>',
  '<text>': '<说明>',
  '<old>': '<旧版>',
  '<new>': '<新版>',

  // Options that several commands have
  'the catalogue: the folder with catalogue.yaml, one below it, or a packed file':
    '目录：含 catalogue.yaml 的文件夹、其下的文件夹，或打包文件',
  'the id of a bundle': '一件事的标识',
  'text for people, or a document for machines': '供人阅读的文本，或供程序读取的文档',
  'the language of titles, as in "zh"; text follows LANG otherwise':
    '标题的语言，如“zh”；未指定时文本随环境变量 LANG',
  'from which severity on the exit code is 1': '达到何种级别时退出码为 1',
  'what is known: a YAML or JSON file, or "-" for the standard input':
    '已知情况：YAML 或 JSON 文件，“-”表示标准输入',
  'one fact, as in mother.insurance=employee; may be repeated':
    '一项已知情况，如 mother.insurance=employee；可重复',
  'what the applicant chose; may be repeated': '申请人的选择；可重复',
  'also writes a file, as in sarif=findings.sarif; may be repeated (formats: text, json, sarif, junit, github, checkstyle, gitlab)':
    '另写入文件，如 sarif=findings.sarif；可重复（格式：text、json、sarif、junit、github、checkstyle、gitlab）',
  'left out: what the name of the file says, else markdown': '未指定时按文件名判断，否则为 markdown',
  'where to write it; the standard output when left out': '写入何处；未指定时写到标准输出',
  'where to write it; "-" for the standard output': '写入何处；“-”表示标准输出',
  'the folder with catalogue.yaml, or one below it': '含 catalogue.yaml 的文件夹，或其下的文件夹',
  'for a CI job': '用于持续集成',
  'for people': '供人阅读',

  // init
  'a small working catalogue, with editor settings and a CI file':
    '生成可用的小型目录，含编辑器设置和持续集成文件',
  'Makes a small working catalogue: documents to replace by your own, golden cases, settings by which an editor completes every key, a CI workflow and a hook. Nothing that is there is overwritten.':
    '生成一个可用的小型目录：可替换为自有内容的文档、用例、供编辑器补全各键的设置、持续集成流程和提交钩子。已有文件一律不覆盖。',
  'the folder; made where it is not there': '文件夹；不存在时新建',
  'in a new folder': '在新文件夹中',
  'in this one': '在当前文件夹中',

  // check
  'documents, references, every bundle composed and proven': '检查文档和引用，组合并验证每个一件事',
  'Checks the documents of a catalogue and how they refer to each other; composes every bundle, and proves that no situation leads into a dead end.':
    '检查目录中的文档及其相互引用；组合每个一件事，并证明任何情形都不会无路可走。',
  'folders or files: only findings that touch them are shown': '文件夹或文件：只显示与其有关的问题',
  'findings of this code are errors here; may be repeated': '将此代码的问题视为错误；可重复',
  'findings that are accepted (default: onething.baseline.yaml beside catalogue.yaml)':
    '已接受的问题（默认为 catalogue.yaml 旁的 onething.baseline.yaml）',
  'nothing is accepted': '不接受任何问题',
  'accepts the warnings of today, and drops what is not found any more': '接受现有警告，并删去不再出现的条目',
  'mends what has one right answer, keeping comments and layout':
    '修改只有唯一正确写法的问题，保留注释和排版',
  'with --fix: shows what would change, and writes nothing': '与 --fix 同用：只显示将作的修改，不写入',
  'checks again what an edit touches, until it is ended': '持续监视，修改后重新检查所涉部分，直至结束',
  'the catalogue here or above': '当前或上级文件夹中的目录',
  'another one': '另一个目录',
  'only what touches this folder': '只看与此文件夹有关的问题',
  'what could be mended, as a difference': '以差异形式查看可作的修改',

  // compose
  'one form, one set of materials, one plan': '一张表单、一套材料、一个办理方案',
  'Composes a bundle: the form, the materials, the plan, and the figures before and after.':
    '组合一件事：表单、材料、办理方案，以及联办前后的指标。',
  'only one part': '只输出一个部分',
  'for people: sections, materials, stages, figures': '供人阅读：分区、材料、阶段、指标',
  'the whole composition as one document': '完整的组合结果',
  'the JSON Schema of the form': '表单的 JSON Schema',
  'what is left in this situation': '此情形下还需办理的内容',

  // plan
  'stages, what runs in parallel, the longest chain': '各阶段、并联办理的环节、最长链条',
  'Shows the plan of a bundle: its stages, what runs in parallel, and the longest chain.':
    '显示一件事的办理方案：各阶段、并联办理的环节和最长链条。',
  'what would make it faster: each relaxation with the working days that it gains':
    '如何更快：逐项列出可放宽之处及其节省的工作日',
  'the plan where "to" does not wait for "from"; may be repeated': '后者不等待前者时的方案；可重复',
  'the stages': '各阶段',
  'the document that a host runs': '供宿主应用运行的文档',
  'a diagram for a page': '供页面使用的流程图',
  'what would make it faster': '如何更快',

  // report
  'forms, fields, materials, days: before and after, and the worst case':
    '表单、字段、材料、时间：联办前后对比和最大值',
  'Counts what the blocks cost alone and in the bundle, and the most that any situation comes to.':
    '统计各事项单独办理与联办的成本，以及各情形下的最大值。',
  'fails where some situation has more; may be repeated': '任一情形超出时返回失败；可重复',
  'the figures of every situation, in JSON': '每种情形的指标（JSON）',
  'before and after': '联办前后对比',
  'for a page: each figure opens into its list': '供页面使用：各项指标可展开为清单',

  // why
  'why a field, a material or a step is there': '字段、材料或环节的由来',
  'Explains a field, a material or a step: where it comes from, who takes it and when, each constraint, the legal basis, file and line.':
    '说明字段、材料或环节：来源、使用方及适用情形、各项约束、设定依据、所在文件和行。',
  'role.element, "material of role", or the id of a step':
    '角色.数据元（role.element）、“材料 of 角色”，或环节的标识',
  'a field': '字段',
  'a material': '材料',
  'a step': '环节',

  // resolve
  'what a situation settles, and the questions still open': '某一情形已确定的内容和待回答的问题',
  'Says which steps a situation settles, and which questions are still open, the most decisive first.':
    '说明某一情形已确定哪些环节、还有哪些问题待回答，影响最大者在前。',
  'with nothing known': '一无所知时',
  'with what a file tells': '按文件所载情况',
  'fact by fact': '逐项给出',

  // project
  'the answers split into the payload of each step': '将填报内容拆分为各环节的数据',
  'Splits the answers to the form into one payload for each step: its own inputs, and nothing else.':
    '将表单的填报内容拆分给各环节：只含该环节所需，别无其他。',
  'the answers as the form takes them: YAML or JSON, or "-" for the standard input':
    '按表单结构填写的内容：YAML 或 JSON 文件，“-”表示标准输入',
  'from a pipe, for machines': '来自管道，供程序读取',

  // test
  'golden cases: facts and answers, and what must come out': '用例：已知情况和填报内容，以及应有的结果',
  'Runs the cases of a catalogue (kind: case) and says where something else comes out.':
    '运行目录中的用例（kind: case），指出结果与预期不符之处。',
  'folders or files: only the cases in them; or ids of cases': '文件夹或文件：只运行其中的用例；或用例的标识',
  'writes what comes out into the cases that expect something else': '将实际结果写入预期不符的用例',
  'writes the witnesses of what check finds as cases, and runs nothing':
    '将 check 所发现问题的例证写成用例，不运行',
  'shows which situations, uses, fields and alternatives no case reaches':
    '显示没有用例覆盖的情形、引用、字段和备选',
  'fails where the cases of a bundle reach less': '一件事的用例覆盖率低于此值时返回失败',
  'every case of the catalogue here or above': '当前或上级文件夹中目录的全部用例',
  'take over what comes out now; look at it before you commit it': '采用现有结果；提交前请核对',
  'each passes until its fault is mended': '在问题修改之前，这些用例都能通过',

  // run
  'run a case with simulated authorities': '以模拟的部门运行办件',
  'Runs a case of a bundle on the embedded runner. Authorities, registries and, without --answers, the applicant are simulated; time goes as fast as it can.':
    '用内置运行器办理一件事。部门、数据源，以及未给出 --answers 时的申请人均为模拟；时间尽快推进。',
  'the answers to the form: a YAML or JSON file, or "-"; made up otherwise':
    '表单的填报内容：YAML 或 JSON 文件，或“-”；未指定时自动编造',
  'what signing in tells, shaped like the form; made up otherwise':
    '登录时已获取的信息，结构同表单；未指定时自动编造',
  'rejected, returned, withdrawn, or down for a registry; may be repeated':
    'rejected（不予）、returned（补正）、withdrawn（撤回），数据源可为 down（不可用）；可重复',
  'how long its authority takes, as in 5wd; may be repeated': '该部门所用时间，如 5wd；可重复',
  'authorities take any time up to what they promise, the same for the same number':
    '各部门用时在承诺时限内随机，相同数字结果相同',
  'when the case starts, as in 2026-09-30T09:00:00+08:00; now otherwise':
    '办件开始的时刻，如 2026-09-30T09:00:00+08:00；未指定时为现在',
  'milliseconds to wait before each answer, so that one can watch': '每次答复前等待的毫秒数，便于观看',
  'keeps the case in a file': '将办件保存在文件中',
  'the id of the case; one that is in the store already is resumed': '办件的标识；存储文件中已有的将继续办理',
  'every authority takes as long as it promises': '各部门均用满承诺时限',
  'what a rejection stops': '不予批准会使哪些环节终止',
  'slowly, to watch the table of steps': '放慢速度，便于观看环节表',
  'a case that "onething case" can look at': '可用 onething case 查看的办件',

  // case
  'look at cases in a store': '查看存储文件中的办件',
  'Looks at the cases of a store file, or answers a step as its authority.':
    '查看存储文件中的办件，或以部门身份答复某一环节。',
  'Lists cases.': '列出办件。',
  'the store, as "onething run --store" or a host makes it':
    '存储文件，由“onething run --store”或宿主应用生成',
  'only those: running, done, cancelled, stopped':
    '只列出：running（办理中）、done（办结）、cancelled（撤销）、stopped（终止）',
  'all of them': '全部',
  'Shows where a case stands, and its log.': '显示办件进度及其记录。',
  'one of them': '其中之一',
  'Answers a step as its authority.': '以部门身份答复某一环节。',
  'approved, rejected, returned or withdrawn':
    'approved（准予）、rejected（不予）、returned（补正）或 withdrawn（撤回）',
  'what an approved step yields: a YAML or JSON file': '准予环节的产出：YAML 或 JSON 文件',
  'what a returned step wants anew; may be repeated': '退回补正的内容；可重复',
  why: '理由',
  'a refusal': '不予批准',

  // diff
  'what has changed between two versions, graded, and what it means for applicants':
    '两个版本之间的变更、其级别及对申请人的影响',
  'Compares two versions of a catalogue: folders, single documents, packed catalogues, or revisions of git (HEAD~1 is this catalogue at that revision, HEAD~1:path what stands at a path from the top of the repository).':
    '比较目录的两个版本：文件夹、单个文档、打包目录或 git 版本（HEAD~1 为本目录在该版本的内容，HEAD~1:路径 为自仓库根起该路径下的内容）。',
  'only this bundle and the blocks that it uses; may be repeated': '只看此一件事及其引用的事项；可重复',
  'which changes make the exit code 1': '出现何种变更时退出码为 1',
  'the version of the new catalogue has to say what has changed': '要求新目录的版本号与变更相符',
  'a file, a folder or a revision': '文件、文件夹或版本',
  'a file, a folder or a revision; left out: the catalogue as it is now':
    '文件、文件夹或版本；未指定时为目录现状',
  'what the last commit has changed': '最近一次提交的变更',
  'before a release': '发布之前',
  'two folders, one bundle': '两个文件夹，一个一件事',
  'two documents': '两个文档',
  'for a change request': '用于变更申请',

  // types
  'TypeScript of form, inputs, outputs and handlers': '表单、输入、输出和处理程序的 TypeScript 类型',
  'Writes the TypeScript of a bundle: its form, what each block is given and yields, and a Handlers type that does not compile where a handler is missing.':
    '生成一件事的 TypeScript 类型：表单、各事项的输入和产出，以及缺少处理程序即无法编译的 Handlers 类型。',
  'types for a host application': '供宿主应用使用的类型',
  'the same text in a JSON document': '同样的文本，置于 JSON 文档中',

  // guide
  'what applicants need to know (办事指南)': '办事指南',
  'Writes the guide of a bundle, or of a situation: who may apply, what it takes, the steps with times, fees and legal basis, and what is not needed any more and why. As Markdown, or as one HTML page that needs no network and prints on A4.':
    '生成一件事或某一情形的办事指南：受理条件、申请材料、办理流程及时限、收费和设定依据，以及无需提交的内容及理由。输出为 Markdown，或无需联网、可按 A4 打印的单个 HTML 页面。',
  Markdown: 'Markdown 格式',
  'one page for the web and for paper': '网页与打印通用的单个页面',
  'the guide of one situation': '某一情形的办事指南',

  // matrix
  'which authority receives what, on which legal basis': '各部门获得哪些信息及其设定依据',
  'Lists each field and material of a bundle with the authorities that receive it and the legal basis of each (data minimisation). What goes to an authority without a basis is a warning.':
    '列出一件事的各字段和材料、获得它的部门及相应的设定依据（数据最小化）。没有依据而流向部门的内容给出警告。',
  'every bundle of the catalogue': '目录中的每个一件事',
  'a spreadsheet of the whole catalogue': '整个目录的电子表格',
  'for a CI job: every field needs a basis': '用于持续集成：每个字段都须有依据',

  // build
  'the catalogue packed into one file that can be verified': '将目录打包为一个可校验的文件',
  'Checks a catalogue and packs it, with everything that it imports, into one JSON file with content hashes. Every command, and the library, reads the file in place of the folder; an npm package may hold it.':
    '检查目录，并连同其导入的内容打包为一个含内容哈希的 JSON 文件。各命令和程序库均可用该文件代替文件夹；也可放入 npm 包。',
  'writes catalogue.json': '写入 catalogue.json',
  'for a package or a host': '用于 npm 包或宿主应用',
  'reads it in place of the folder': '以其代替文件夹',

  // explain
  'what the code of a finding means': '问题代码的含义',
  'Explains the code of a finding: why it matters, a wrong document and the right one.':
    '说明问题代码：其影响、错误写法和正确写法。',
  'the code, as in compose/conflict': '代码，如 compose/conflict',
  'blocks that contradict each other': '互相矛盾的事项',
};
