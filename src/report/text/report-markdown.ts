import type { Figure, Figures, Report } from '../../model/index.js';
import type { WorstCase } from '../../prove/index.js';

const labels: [Exclude<keyof Figures, 'fees'>, string][] = [
  ['authorities', 'Authorities'],
  ['forms', 'Forms'],
  ['fields', 'Fields'],
  ['fieldsToFill', 'Fields to fill'],
  ['materials', 'Materials'],
  ['materialsLeft', 'Materials to give'],
  ['steps', 'Submissions'],
  ['trips', 'Trips'],
  ['workingDays', 'Working days'],
];

/** The report of a bundle as Markdown: before and after, the most in any situation, and what each figure counts. */
export function reportMarkdown(
  bundle: string,
  { before, after }: Report,
  worst: readonly WorstCase[],
): string {
  const most = new Map(worst.map((one) => [one.figure, one]));
  const worstOf = (name: string): string => {
    const found = most.get(`after.${name}`);
    return found === undefined ? '' : found.exact ? String(found.value) : `at most ${found.value}`;
  };
  const fees = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])].sort();
  const rows: [string, string, Figure | undefined, Figure | undefined][] = [
    ...labels.map(([name, label]): [string, string, Figure, Figure] => [
      name,
      label,
      before[name],
      after[name],
    ]),
    ...fees.map((currency): [string, string, Figure | undefined, Figure | undefined] => [
      `fees.${currency}`,
      `Fees in ${currency}`,
      before.fees[currency],
      after.fees[currency],
    ]),
  ];
  const lines = [
    `# ${escaped(bundle)}`,
    '',
    '| | Alone | Bundle | Bundle, at most |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(
      ([name, label, alone, one]) =>
        `| ${escaped(label)} | ${alone?.value ?? 0} | ${one?.value ?? 0} | ${worstOf(name)} |`,
    ),
    '',
    ...rows.flatMap(([, label, alone, one]) => [
      ...opened(`${label}, alone`, alone),
      ...opened(`${label}, bundle`, one),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function opened(title: string, figure: Figure | undefined): string[] {
  if (figure === undefined || figure.of.length === 0) return [];
  return [`## ${escaped(title)}: ${figure.value}`, '', ...figure.of.map((one) => `- ${escaped(one)}`), ''];
}

/** Text of a catalogue is text, whatever it looks like (CommonMark 0.31, section 2.4). */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/g, (one) => `\\${one}`);
}
