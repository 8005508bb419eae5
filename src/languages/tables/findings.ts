import { defineMessages } from '../../messages/index.js';

/** How findings are shown. */
export const findingMessages = defineMessages({
  'findings.severity.error': { en: 'error', zh: '错误' },
  'findings.severity.warning': { en: 'warning', zh: '警告' },
  'findings.severity.hint': { en: 'hint', zh: '提示' },
  'findings.help': { en: 'help:', zh: '处理：' },
  'findings.witness': { en: 'witness:', zh: '例证：' },
  'findings.fix': { en: 'fix:', zh: '可自动修改：' },
  'findings.errors': { en: { one: '{count} error', other: '{count} errors' }, zh: '{count} 个错误' },
  'findings.warnings': { en: { one: '{count} warning', other: '{count} warnings' }, zh: '{count} 个警告' },
  'findings.hints': { en: { one: '{count} hint', other: '{count} hints' }, zh: '{count} 个提示' },
  'findings.noErrors': { en: 'no errors', zh: '没有错误' },
  'findings.noWarnings': { en: 'no warnings', zh: '没有警告' },
  'findings.noHints': { en: 'no hints', zh: '没有提示' },
  'explain.wrong': { en: 'Wrong', zh: '错误写法' },
  'explain.right': { en: 'Right', zh: '正确写法' },
  'explain.retired': { en: ', retired in {version}', zh: '，已于 {version} 停用' },
  'findings.counts': { en: '{errors}, {warnings}, {hints}', zh: '{errors}，{warnings}，{hints}' },
});
