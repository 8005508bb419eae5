import { assertArguments } from '../../../messages/index.js';
import { escapeMarkdown } from '../../../base/index.js';
import { sayIn } from '../../../languages/index.js';
import type { Language } from '../../../messages/index.js';
import type { Say } from '../../../languages/index.js';
import type { Figure, Report } from '../../../model/index.js';
import type { WorstCase } from '../../../prove/index.js';
import { countedFigures, figureText, unknownLines } from './figures-text.js';

/**
 * The report of a bundle as Markdown: before and after, the most in any situation, and what each figure counts.
 * @param language the language of everything that is not a name
 */
export function reportMarkdown(
  bundle: string,
  report: Report,
  worst: readonly WorstCase[],
  language: Language = 'en',
): string {
  const kinds = {
    bundle: 'text',
    report: 'from composeBundle().report',
    worst: 'list',
    language: 'language',
  } as const;
  assertArguments('reportMarkdown', kinds, { bundle, report, worst, language });
  const { before, after } = report;
  const say = sayIn(language);
  const most = new Map(worst.map((one) => [one.figure, one]));
  const worstOf = (name: string): string => {
    const found = most.get(`after.${name}`);
    if (found === undefined) return '';
    return found.exact ? figureText(found) : say('report.upTo', { value: found.value });
  };
  const nothing: Figure = { value: 0, of: [] };
  const fees = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])].sort();
  const rows: [string, string, Figure | undefined, Figure | undefined][] = [
    ...countedFigures.map((name): [string, string, Figure, Figure] => [
      name,
      headed(say(`figure.${name}`)),
      before[name],
      after[name],
    ]),
    ...fees.map((currency): [string, string, Figure | undefined, Figure | undefined] => [
      `fees.${currency}`,
      headed(say('figure.fees', { currency })),
      before.fees[currency],
      after.fees[currency],
    ]),
  ];
  const lines = [
    `# ${escapeMarkdown(bundle)}`,
    '',
    `| | ${say('report.head.alone')} | ${say('report.head.bundle')} | ${say('report.head.most')} |`,
    '| --- | ---: | ---: | ---: |',
    ...rows.map(
      ([name, label, alone, one]) =>
        `| ${escapeMarkdown(label)} | ${figureText(alone ?? nothing)} | ${figureText(one ?? nothing)} | ${worstOf(name)} |`,
    ),
    '',
    ...unknownLines(report, say).flatMap((line) => [escapeMarkdown(line), '']),
    ...rows.flatMap(([name, label, alone, one]) => [
      // Alone, every field is filled in and every material given: their lists have been shown.
      ...(name === 'fieldsToFill' || name === 'materialsLeft'
        ? []
        : opened('report.listAlone', label, alone, say)),
      ...opened('report.listBundle', label, one, say),
      ...openedWorst(label, most.get(`after.${name}`), one, say),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What is counted in the situation in which it is most, where that is something else, and whose situation it is. */
function openedWorst(
  label: string,
  worst: WorstCase | undefined,
  figure: Figure | undefined,
  say: Say,
): string[] {
  if (worst === undefined || worst.of.length === 0) return [];
  const same = figure !== undefined && figure.of.join() === worst.of.join();
  if (same) return [];
  const facts = Object.entries(worst.facts).map(
    ([field, value]) => `${escapeMarkdown(field)} = ${escapeMarkdown(JSON.stringify(value))}`,
  );
  const whose =
    facts.length === 0 ? [] : [say('report.where', { facts: facts.join(say('plan.separator')) }), ''];
  return [
    `## ${say('report.listMost', { figure: escapeMarkdown(label), value: worst.value })}`,
    '',
    ...whose,
    ...worst.of.map((one) => `- ${escapeMarkdown(itemText(one, say))}`),
    '',
  ];
}

function opened(
  key: 'report.listAlone' | 'report.listBundle',
  label: string,
  figure: Figure | undefined,
  say: Say,
): string[] {
  if (figure === undefined || figure.of.length === 0) return [];
  return [
    `## ${say(key, { figure: escapeMarkdown(label), value: figure.value })}`,
    '',
    ...figure.of.map((one) => `- ${escapeMarkdown(itemText(one, say))}`),
    '',
  ];
}

/** As it stands at the head of a row. */
function headed(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** What a figure counts are names, but the one form has none. */
function itemText(item: string, say: Say): string {
  return item === 'form' ? say('plan.form') : item;
}
