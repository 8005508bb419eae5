/**
 * Words that a Chinese reader meets as they are: names of formats and of the tool, and what an author types into a
 * document or on a command line.
 */
const allowed = new Set([
  // The tool, and formats by their names
  ...[
    'onething',
    'JSON',
    'YAML',
    'Schema',
    'UTF',
    'HTML',
    'CSV',
    'Markdown',
    'TypeScript',
    'SARIF',
    'npm',
    'git',
    'HEAD',
  ],
  ...[
    'text',
    'json',
    'sarif',
    'junit',
    'github',
    'checkstyle',
    'gitlab',
    'markdown',
    'mermaid',
    'html',
    'csv',
    'Handlers',
    'LANG',
  ],
  ...['ISO', 'Unicode', 'semver', 'schema', 'schemas', 'const'],
  // Values of options
  ...['error', 'warning', 'breaking', 'unknown', 'any', 'none', 'form', 'plan', 'report', 'view', 'yes'],
  ...[
    'running',
    'done',
    'cancelled',
    'stopped',
    'approved',
    'rejected',
    'returned',
    'withdrawn',
    'down',
    'undoing',
  ],
  // Keys and values of documents
  ...[
    'kind',
    'id',
    'title',
    'when',
    'each',
    'many',
    'min',
    'max',
    'some',
    'every',
    'with',
    'uses',
    'use',
    'choice',
    'until',
  ],
  ...[
    'block',
    'bundle',
    'subject',
    'material',
    'authority',
    'registry',
    'calendar',
    'catalogue',
    'case',
    'manifest',
  ],
  ...[
    'code',
    'file',
    'pointer',
    'reason',
    'version',
    'field',
    'accept',
    'deferral',
    'commitment',
    'check',
    'role',
    'element',
  ],
  // Keywords and types of JSON Schema
  ...[
    'type',
    'enum',
    'pattern',
    'format',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'properties',
  ],
  ...[
    'null',
    'boolean',
    'integer',
    'number',
    'string',
    'array',
    'object',
    'true',
    'false',
    'required',
    'items',
  ],
  // Parts of what a golden case expects
  ...[
    'steps',
    'asked',
    'materials',
    'notAsked',
    'notMaterials',
    'stages',
    'questions',
    'valid',
    'eligible',
    'payloads',
    'figures',
  ],
  // Currencies
  ...['CNY', 'EUR'],
]);

/** What is quoted, typed, a place, a code or JSON, and so no sentence of ours. */
const quoted = [
  /“[^”]*”/g,
  /"(?:[^"\\]|\\.)*"/g,
  /《[^》]*》/g,
  /`[^`]*`/g,
  // What was perhaps meant is a name.
  /是否指 [^？]*？/g,
  /\{.*\}/g,
  /\[[^\]]*\]/g,
  /<[^>]*>/g,
  // Paths, places, codes, fields, options, hashes and dates: whatever has a mark within the word.
  /[^\s，。；：、！？（）“”]*[A-Za-z\d][./_:=@~*#+-]+[^\s，。；：、！？（）“”]*/g,
  /--?[a-z][^\s，。；：、！？（）“”]*/g,
];

/**
 * The English words of three and more letters in a text, but those that a Chinese reader meets as they are.
 * @param content what comes from a document and is shown as it stands there
 */
export function englishWordsIn(text: string, content: Iterable<string> = []): string[] {
  let rest = text;
  for (const name of [...new Set(content)].sort((a, b) => b.length - a.length)) {
    if (/[A-Za-z]{3}/.test(name)) rest = rest.split(name).join(' ');
  }
  for (const expression of quoted) rest = rest.replaceAll(expression, ' ');
  return [...rest.matchAll(/[A-Za-z]{3,}/g)].map(([word]) => word).filter((word) => !allowed.has(word));
}
