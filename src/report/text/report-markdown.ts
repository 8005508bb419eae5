import type { Figure, Figures, Report } from '../../model/index.js';
import type { WorstCase } from '../../prove/index.js';
import { escapeMarkdown } from './escape-markdown.js';

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
    `# ${escapeMarkdown(bundle)}`,
    '',
    '| | Alone | Bundle | Bundle, at most |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(
      ([name, label, alone, one]) =>
        `| ${escapeMarkdown(label)} | ${alone?.value ?? 0} | ${one?.value ?? 0} | ${worstOf(name)} |`,
    ),
    '',
    ...rows.flatMap(([name, label, alone, one]) => [
      // Alone, every field is filled in and every material given: their lists have been shown.
      ...(name === 'fieldsToFill' || name === 'materialsLeft' ? [] : opened(`${label}, alone`, alone)),
      ...opened(`${label}, bundle`, one),
      ...openedWorst(label, most.get(`after.${name}`), one),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What is counted in the situation in which it is most, where that is something else, and whose situation it is. */
function openedWorst(label: string, worst: WorstCase | undefined, figure: Figure | undefined): string[] {
  if (worst === undefined || worst.of.length === 0) return [];
  const same = figure !== undefined && figure.of.join() === worst.of.join();
  if (same) return [];
  const facts = Object.entries(worst.facts).map(
    ([field, value]) => `${escapeMarkdown(field)} = ${escapeMarkdown(JSON.stringify(value))}`,
  );
  const whose = facts.length === 0 ? [] : [`Where ${facts.join(', ')}:`, ''];
  return [
    `## ${escapeMarkdown(label)}, at most: ${worst.value}`,
    '',
    ...whose,
    ...worst.of.map((one) => `- ${escapeMarkdown(one)}`),
    '',
  ];
}

function opened(title: string, figure: Figure | undefined): string[] {
  if (figure === undefined || figure.of.length === 0) return [];
  return [
    `## ${escapeMarkdown(title)}: ${figure.value}`,
    '',
    ...figure.of.map((one) => `- ${escapeMarkdown(one)}`),
    '',
  ];
}
