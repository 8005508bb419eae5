import { assertArguments } from '../../../messages/index.js';
/** Lines of context around each change, as in `diff -u`. */
const context = 3;

/**
 * What changes in a text whose lines stay as many as they were, in the unified format (POSIX diff, option -u).
 * @param path how the file is named
 */
export function lineDiff(path: string, before: string, after: string): string {
  assertArguments('lineDiff', { path: 'text', before: 'text', after: 'text' }, { path, before, after });
  const [old, next] = [before.split('\n'), after.split('\n')];
  const changed = old.flatMap((line, index) => (line === next[index] ? [] : [index]));
  if (changed.length === 0) return '';
  const hunks: { from: number; to: number }[] = [];
  for (const index of changed) {
    const from = Math.max(0, index - context);
    const to = Math.min(old.length - 1, index + context);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = to;
    else hunks.push({ from, to });
  }
  const body = hunks.map(({ from, to }) => {
    // What follows the last line break is no line.
    const end = to === old.length - 1 && old[to] === '' && next[to] === '' ? to - 1 : to;
    const span = `${from + 1},${end - from + 1}`;
    return [`@@ -${span} +${span} @@`, ...hunkLines(old, next, from, end)].join('\n');
  });
  return `--- a/${path}\n+++ b/${path}\n${body.join('\n')}\n`;
}

function hunkLines(old: readonly string[], next: readonly string[], from: number, to: number): string[] {
  const lines: string[] = [];
  let added: string[] = [];
  for (let index = from; index <= to; index++) {
    const [line, other] = [old[index] ?? '', next[index] ?? ''];
    if (line === other) {
      lines.push(...added, ` ${line}`);
      added = [];
    } else {
      lines.push(`-${line}`);
      added.push(`+${other}`);
    }
  }
  return [...lines, ...added];
}
