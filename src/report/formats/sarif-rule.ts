import { codes, isCode } from '../../diagnostics/index.js';
import type { CodeEntry } from '../../diagnostics/index.js';
import { codeInLanguage } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import { sarifLevels } from './sarif-levels.js';

/**
 * A code of the catalogue of codes as a reporting descriptor (SARIF 2.1.0, section 3.49): what it says, why it matters,
 * what to do, and a wrong and a right document.
 */
export function sarifRule(code: string, language: Language): object {
  if (!isCode(code)) return { id: code };
  const { severity, wrong, right }: CodeEntry = codes[code];
  const { message, help, why } = codeInLanguage(codes[code], language);
  const labels =
    language === 'zh' ? { wrong: '错误写法', right: '正确写法' } : { wrong: 'Wrong', right: 'Right' };
  const first = [why, ...(help === undefined ? [] : [help])];
  const plain = [...first, `${labels.wrong}:`, wrong, `${labels.right}:`, right];
  const markdown = [...first, `**${labels.wrong}**`, fenced(wrong), `**${labels.right}**`, fenced(right)];
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: message },
    fullDescription: { text: why },
    help: { text: plain.join('\n\n'), markdown: markdown.join('\n\n') },
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { tags: [code.slice(0, code.indexOf('/'))] },
  };
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}

/** `compose/no-origin` as the name of a rule: SARIF wants one that reads like an identifier of a programming language. */
function pascalCase(code: string): string {
  return code.replaceAll(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
