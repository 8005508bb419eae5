import { codes, isCode } from '../../diagnostics/index.js';
import type { CodeEntry } from '../../diagnostics/index.js';
import type { Language } from '../../messages/index.js';
import { sarifLevels } from './sarif-levels.js';

/**
 * A code of the catalogue of codes as a reporting descriptor (SARIF 2.1.0, section 3.49): what it says, why it matters,
 * what to do, and a wrong and a right document.
 */
export function sarifRule(code: string, language: Language): object {
  if (!isCode(code)) return { id: code };
  const { severity, message, zh, help, helpZh, why, wrong, right }: CodeEntry = codes[code];
  const isChinese = language === 'zh';
  const [said, todo] = isChinese ? [zh, helpZh] : [message, help];
  const labels = isChinese ? { wrong: '错误写法', right: '正确写法' } : { wrong: 'Wrong', right: 'Right' };
  const first = [why, ...(todo === undefined ? [] : [todo])];
  const plain = [...first, `${labels.wrong}:`, wrong, `${labels.right}:`, right];
  const markdown = [...first, `**${labels.wrong}**`, fenced(wrong), `**${labels.right}**`, fenced(right)];
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: said },
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
