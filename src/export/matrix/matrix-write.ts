import { assertArguments } from '../../messages/index.js';
import { escapeMarkdown, visible } from '../../base/index.js';
import { sayIn } from '../../languages/index.js';
import type { Say } from '../../languages/index.js';
import { languageOf } from '../guide/words.js';
import { csvText } from './csv.js';
import type { Matrix, MatrixRow } from './matrix.js';

/**
 * Matrices as one CSV (RFC 4180), a line for each field or material that a matter takes. A cell that a spreadsheet would
 * take for a formula has an apostrophe in front.
 */
export function matrixCsv(matrices: readonly Matrix[]): string {
  assertArguments('matrixCsv', { matrices: 'all from matrixOf' }, { matrices });
  const say = sayIn(languageOf(matrices[0]?.locale ?? 'en'));
  const head = (
    [
      'bundle',
      'kind',
      'name',
      'what',
      'authorityId',
      'authority',
      'step',
      'matter',
      'required',
      'condition',
      'source',
      'basis',
      'place',
    ] as const
  ).map((key) => say(`matrix.${key}`));
  const lines = matrices.flatMap(({ bundle, rows }) =>
    rows.map((row) => [
      bundle,
      say(`matrix.kind.${row.kind}`),
      row.name,
      row.title,
      row.authority ?? '',
      row.authorityTitle ?? '',
      row.step,
      row.matter,
      say(row.isRequired ? 'words.yes' : 'words.no'),
      row.condition ?? '',
      row.sources.join('; '),
      row.basis.join('; '),
      row.place,
    ]),
  );
  return csvText([head, ...lines].map((line) => line.map(visible)));
}

/** Matrices as Markdown: for each bundle what each authority receives of it, and on which basis. */
export function matrixMarkdown(matrices: readonly Matrix[]): string {
  assertArguments('matrixMarkdown', { matrices: 'all from matrixOf' }, { matrices });
  return `${matrices.map((matrix) => matrixPart(matrix, sayIn(languageOf(matrix.locale)))).join('\n\n')}\n`;
}

function matrixPart({ bundle, title, rows, lookUps }: Matrix, say: Say): string {
  const count = (kind: MatrixRow['kind']) =>
    new Set(rows.filter((row) => row.kind === kind).map(({ name }) => name)).size;
  const authorities = new Set(rows.flatMap(({ authority }) => (authority === undefined ? [] : [authority])));
  const without = rows.filter(({ basis }) => basis.length === 0).length;
  const named = title === bundle ? title : say('words.aside', { text: title, aside: bundle });
  const columns = (['what', 'name', 'authority', 'matter', 'basis', 'condition'] as const).map((key) =>
    say(`matrix.${key}`),
  );
  return [
    `# ${escapeMarkdown(say('matrix.title', { bundle: named }))}`,
    '',
    say('matrix.summary', {
      fields: say('matrix.fields', { count: count('field') }),
      materials: say('matrix.materials', { count: count('material') }),
      authorities: say('matrix.authorities', { count: authorities.size }),
      without: say('matrix.rows', { count: without, total: rows.length }),
    }),
    '',
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${cellsOf(row, say).join(' | ')} |`),
    ...lookUpLines(lookUps, say),
  ].join('\n');
}

/** What registries are asked, and no more. */
function lookUpLines(lookUps: Matrix['lookUps'], say: Say): string[] {
  if (lookUps.length === 0) return [];
  const columns = (['lookUp', 'given', 'asked', 'notAsked'] as const).map((key) => say(`matrix.${key}`));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = (list: readonly string[]) => list.map(escapeMarkdown).join('<br>');
  return [
    '',
    `## ${escapeMarkdown(say('matrix.lookUps'))}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...lookUps.map(({ title, step, given, asked, notAsked }) =>
      line([
        escapeMarkdown(say('words.aside', { text: title, aside: step })),
        names(given),
        names(asked),
        names(notAsked),
      ]),
    ),
  ];
}

function cellsOf(row: MatrixRow, say: Say): string[] {
  const basis =
    row.basis.length === 0 ? `**${say('matrix.noBasis')}**` : row.basis.map(escapeMarkdown).join('<br>');
  return [
    escapeMarkdown(row.title),
    escapeMarkdown(row.name),
    escapeMarkdown(row.authorityTitle ?? say('matrix.noAuthority')),
    escapeMarkdown(row.matter),
    basis,
    escapeMarkdown(row.condition ?? ''),
  ];
}
