import { defineMessages } from '../../../messages/index.js';

/** The help of `test`. */
export const testHelp = defineMessages({
  'help.test.summary': {
    en: 'golden cases: facts and answers, and what must come out',
    zh: '用例：已知情况和填报内容，以及应有的结果',
  },
  'help.test.description': {
    en: 'Runs the cases of a catalogue (kind: case) and says where something else comes out.',
    zh: '运行目录中的用例（kind: case），指出结果与预期不符之处。',
  },
  'help.test.argument.path': {
    en: 'folders or files: only the cases in them; or ids of cases',
    zh: '文件夹或文件：只运行其中的用例；或用例的标识',
  },
  'help.test.update': {
    en: 'writes what comes out into the cases that expect something else',
    zh: '将实际结果写入预期不符的用例',
  },
  'help.test.save-findings': {
    en: 'writes the witnesses of what check finds as cases, and runs nothing',
    zh: '将 check 所发现问题的例证写成用例，不运行',
  },
  'help.test.coverage': {
    en: 'shows which situations, uses, fields and alternatives no case reaches',
    zh: '显示没有用例覆盖的情形、引用、字段和备选',
  },
  'help.test.min-coverage': {
    en: 'fails where the cases of a bundle reach less',
    zh: '一件事的用例覆盖率低于此值时返回失败',
  },
  'help.test.example-1': {
    en: 'every case of the catalogue here or above',
    zh: '当前或上级文件夹中目录的全部用例',
  },
  'help.test.example-2': {
    en: 'take over what comes out now; look at it before you commit it',
    zh: '采用现有结果；提交前请核对',
  },
  'help.test.example-3': {
    en: 'each passes until its fault is mended',
    zh: '在问题修改之前，这些用例都能通过',
  },
  'help.test.example-4': { en: 'for a CI job', zh: '用于持续集成' },
});
