import { assertArguments } from '../messages/index.js';
import { sayIn } from '../languages/index.js';
import { textIn } from '../model/index.js';
import type { Plan, PlanStep, Text } from '../model/index.js';

/** How a diagram is labelled. */
export interface MermaidOptions {
  /** The language of titles, BCP 47. Left out: English, or whatever a title has. */
  locale?: string;
  /** What people call an authority, by its id. Left out: the id. */
  authorityTitle?: (id: string) => Text | undefined;
}

/**
 * A plan as a Mermaid flowchart (mermaid.js.org): one subgraph for each stage, an arrow for each wait; dashed
 * where the wait or the step depends on a condition. Labels are escaped, so that no title can add to the diagram.
 */
export function mermaidOf(plan: Plan, options: MermaidOptions = {}): string {
  assertArguments('mermaidOf', { plan: 'from composeBundle().plan', options: 'object' }, { plan, options });
  const numbers = new Map(plan.steps.map(({ id }, index) => [id, `s${index}`]));
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const lines = ['flowchart LR'];
  for (const [index, stage] of plan.stages.entries()) {
    lines.push(`  subgraph stage${index + 1}["${index + 1}"]`);
    for (const id of stage) {
      const [open, close] = shapeOf(steps.get(id)!);
      lines.push(`    ${numbers.get(id)}${open}"${labelOf(steps.get(id)!, options)}"${close}`);
    }
    lines.push('  end');
  }
  for (const { id, after } of plan.steps) {
    for (const { step, when } of after) {
      const arrow = when === undefined ? '-->' : '-.->';
      lines.push(`  ${numbers.get(step)} ${arrow} ${numbers.get(id)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Registers are cylinders, later forms slanted, transfers hexagons, checks double boxes, matters boxes; rounded where a condition decides. */
function shapeOf({ kind, when }: PlanStep): [string, string] {
  if (kind === 'registry') return ['[(', ')]'];
  if (kind === 'ask') return ['[/', '/]'];
  if (kind === 'transfer') return ['{{', '}}'];
  if (kind === 'check') return ['[[', ']]'];
  return when === undefined ? ['[', ']'] : ['(', ')'];
}

function labelOf(step: PlanStep, { locale = 'en', authorityTitle }: MermaidOptions): string {
  const authority =
    step.authority === undefined
      ? undefined
      : (textIn(authorityTitle?.(step.authority), locale) ?? step.authority);
  const days = step.deadline?.promised ?? step.deadline?.statutory;
  const small = [wayOf(step, locale), authority, days].filter((part) => part !== undefined).join(', ');
  const title = escapeLabel(textIn(step.title, locale) ?? step.id);
  return small === '' ? title : `${title}<br>${escapeLabel(small)}`;
}

/** How a transfer is carried; where it goes stands in its title. */
function wayOf({ transfer }: PlanStep, locale: string): string | undefined {
  if (transfer === undefined) return undefined;
  const say = sayIn(locale.startsWith('zh') ? 'zh' : 'en');
  return say(`transfer.${transfer.by}`);
}

/** Everything that means something to Mermaid, to Markdown within it or to HTML, as an entity code. */
function escapeLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M} ,.:()（），。、：-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}
