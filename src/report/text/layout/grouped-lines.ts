import { appendTo } from '../../../base/index.js';
import type { View } from '../view.js';
import { wrapText } from './wrap-text.js';

/**
 * Items under the condition that they share: first those that always count, then group after group, so that a long
 * condition stands once.
 * @param conditionOf the condition as text, `''` for always
 * @param linesOf the lines of a group, indented by so many columns
 */
export function groupedLines<T>(
  items: readonly T[],
  conditionOf: (item: T) => string,
  linesOf: (group: readonly T[], indent: number) => string[],
  view: View,
  indent: number,
): string[] {
  const groups = new Map<string, T[]>([['', []]]);
  for (const item of items) appendTo(groups, conditionOf(item), item);
  return [...groups].flatMap(([condition, group]) => {
    if (group.length === 0) return [];
    if (condition === '') return linesOf(group, indent);
    return [...hanging(condition, indent, view), ...linesOf(group, indent + 2)];
  });
}

/** A dimmed text over as many lines as it takes, every line but the first one indented further. */
export function hanging(text: string, indent: number, view: View): string[] {
  return wrapText(text, view.width - indent - 2).map(
    (line, index) => ' '.repeat(index === 0 ? indent : indent + 2) + view.style.dim(line),
  );
}
