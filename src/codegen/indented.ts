/** Generated declarations with each line indented by how deep it stands; comments and texts open nothing. */
export function indented(text: string): string {
  let depth = 0;
  let isComment = false;
  return text
    .replaceAll(/\/\*\*\n\s*\* ([^\n]*)\n\s*\*\//g, '/** $1 */')
    .split('\n')
    .map((raw) => {
      const line = raw.trim();
      if (line === '') return '';
      const isInside = isComment;
      if (line.startsWith('/*')) isComment = true;
      if (isComment) {
        if (line.endsWith('*/')) isComment = false;
        return '  '.repeat(depth) + (isInside ? ` ${line}` : line);
      }
      const { closed, balance } = bracketsIn(line);
      const own = Math.max(depth - closed, 0);
      depth += balance;
      return '  '.repeat(own) + line;
    })
    .join('\n');
}

/** Brackets outside of texts: how many the line closes that it has not opened, and how many more it opens than it closes. */
function bracketsIn(line: string): { closed: number; balance: number } {
  let balance = 0;
  let lowest = 0;
  for (const character of line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')) {
    if ('{[('.includes(character)) balance += 1;
    if ('}])'.includes(character)) balance -= 1;
    lowest = Math.min(lowest, balance);
  }
  return { closed: -lowest, balance };
}
