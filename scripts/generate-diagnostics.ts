/** Writes docs/diagnostics from the catalogue of codes: `npx tsx scripts/generate-diagnostics.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codes } from '../src/diagnostics/index.js';
import type { CodeEntry } from '../src/diagnostics/index.js';

/** The pages by file name. */
export function diagnosticPages(): Map<string, string> {
  const rooms = new Map<string, [code: string, entry: CodeEntry][]>();
  for (const [code, entry] of Object.entries<CodeEntry>(codes).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const room = code.slice(0, code.indexOf('/'));
    rooms.set(room, [...(rooms.get(room) ?? []), [code, entry]]);
  }
  const pages = new Map([...rooms].map(([room, list]) => [`${room}.md`, pageOf(room, list)]));
  const index = [...rooms].flatMap(([room, list]) =>
    list.map(
      ([code, { severity, message }]) =>
        `| [${code}](${room}.md#${anchorOf(code)}) | ${severity} | ${cell(message)} |`,
    ),
  );
  pages.set(
    'README.md',
    `# Findings\n\nEvery code, with what it says. \`onething explain <code>\` shows the same.\n\n| code | severity | message |\n|---|---|---|\n${index.join('\n')}\n`,
  );
  return pages;
}

function pageOf(room: string, list: readonly [string, CodeEntry][]): string {
  return `# Findings of ${room}\n\n${list.map(([code, entry]) => sectionOf(code, entry)).join('\n')}`;
}

function sectionOf(code: string, entry: CodeEntry): string {
  const help = entry.help === undefined ? [] : [`What to do: ${entry.help}`, ''];
  const retired = entry.retired === undefined ? [] : [`Retired in ${entry.retired}.`, ''];
  return [
    `## ${code}`,
    '',
    `${entry.severity}: ${entry.message}`,
    '',
    `${entry.zh}`,
    '',
    ...retired,
    entry.why,
    '',
    ...help,
    'Wrong:',
    '',
    fenced(entry.wrong),
    '',
    'Right:',
    '',
    fenced(entry.right),
    '',
  ].join('\n');
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}

function anchorOf(code: string): string {
  return code.replace('/', '');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

const folder = fileURLToPath(new URL('../docs/diagnostics/', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of diagnosticPages()) writeFileSync(`${folder}${name}`, text);
}
