import type { Composition } from '../../model/index.js';
import { figureLines } from './figures-text.js';
import { countFindings, countsText } from './findings-text.js';
import { formLines } from './form-text.js';
import { materialLines } from './materials-text.js';
import { printableJson } from './printable.js';
import { plural } from './plural.js';
import { criticalPathLines, stageLines } from './stages-text.js';
import { unaskedLines } from './unasked-text.js';
import { viewOf } from './view.js';
import type { TextOptions, View } from './view.js';

/** A part of a composition that can be shown alone. */
export type CompositionPart = 'form' | 'plan' | 'report';

/**
 * A composition for people: the form's sections, the materials that are left, what is not asked and why, the stages
 * of the plan, and the figures before and after.
 * @param part only this part
 */
export function compositionText(
  composition: Composition,
  options: TextOptions = {},
  part?: CompositionPart,
): string {
  const view = viewOf(options);
  const shown = printableJson(composition);
  const parts: [CompositionPart, () => string[]][] = [
    ['form', () => formPart(shown, view)],
    ['plan', () => planPart(shown, view)],
    ['report', () => reportPart(shown, view)],
  ];
  const wanted = parts.filter(([name]) => part === undefined || part === name);
  const blocks = [headLines(shown, view), ...wanted.map(([, lines]) => lines())];
  if (part === undefined) blocks.push(findingLines(shown));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines({ title, bundle, catalogue, plan }: Composition, view: View): string[] {
  const steps = plan.steps.filter(({ kind }) => kind === 'block');
  const authorities = new Set(steps.flatMap(({ authority }) => (authority === undefined ? [] : [authority])));
  const at = authorities.size === 0 ? '' : ` at ${plural(authorities.size, 'authority', 'authorities')}`;
  const what = `${plural(steps.length, 'step')}${at}`;
  return [
    `${view.style.bold(view.title(title, bundle))}  ${view.style.dim(`${bundle}, ${catalogue.id} ${catalogue.version}`)}`,
    view.style.dim(plan.applicant === undefined ? what : `${what}; the applicant is "${plan.applicant}"`),
  ];
}

function formPart(composition: Composition, view: View): string[] {
  const { fieldsToFill, fields, materialsLeft, materials } = composition.report.after;
  const heading = (name: string, rest: string) => `${view.style.bold(name)}  ${rest}`;
  const lines = [
    heading('FORM', `${fieldsToFill.value} of ${plural(fields.value, 'field')} to fill`),
    ...formLines(composition, view),
  ];
  if (materials.value > 0) {
    const share = `${materialsLeft.value} of ${plural(materials.value, 'material')} to give`;
    lines.push('', heading('MATERIALS', share), ...materialLines(composition, view));
  }
  const unasked = unaskedLines(composition, view);
  return unasked.length === 0 ? lines : [...lines, '', heading('NOT ASKED', 'and why'), ...unasked];
}

function planPart({ plan }: Composition, view: View): string[] {
  return [
    `${view.style.bold('PLAN')}  ${plural(plan.stages.length, 'stage')}`,
    ...stageLines(plan, view),
    ...criticalPathLines(plan, view),
  ];
}

function reportPart({ report }: Composition, view: View): string[] {
  return [view.style.bold('BEFORE AND AFTER'), ...figureLines(report, view)];
}

function findingLines({ diagnostics }: Composition): string[] {
  const counts = countsText(countFindings(diagnostics));
  return [diagnostics.length === 0 ? 'No findings.' : `Findings: ${counts}; "onething check" shows them.`];
}
