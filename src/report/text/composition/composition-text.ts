import { assertArguments } from '../../../messages/index.js';
import type { Composition } from '../../../model/index.js';
import { figureLines } from './figures-text.js';
import { countFindings, countsText } from '../findings/findings-text.js';
import { formLines } from './form-text.js';
import { materialLines } from './materials-text.js';
import { printableJson } from '../layout/printable.js';
import { criticalPathLines, stageLines } from '../plan/stages-text.js';
import { unaskedLines } from './unasked-text.js';
import { viewOf } from '../view.js';
import type { TextOptions, View } from '../view.js';

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
  assertArguments(
    'compositionText',
    { composition: 'from composeBundle', options: 'object' },
    { composition, options },
  );
  const view = viewOf(options);
  const shown = printableJson(composition);
  const parts: [CompositionPart, () => string[]][] = [
    ['form', () => formPart(shown, view)],
    ['plan', () => planPart(shown, view)],
    ['report', () => reportPart(shown, view)],
  ];
  const wanted = parts.filter(([name]) => part === undefined || part === name);
  const blocks = [headLines(shown, view), ...wanted.map(([, lines]) => lines())];
  if (part === undefined) blocks.push(findingLines(shown, view));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines({ title, bundle, catalogue, plan }: Composition, view: View): string[] {
  const steps = plan.steps.filter(({ kind }) => kind === 'block');
  const authorities = new Set(steps.flatMap(({ authority }) => (authority === undefined ? [] : [authority])));
  const { say, style } = view;
  const done = say('composition.steps', { count: steps.length });
  const what =
    authorities.size === 0 ? done : say('composition.at', { steps: done, count: authorities.size });
  const role = plan.applicant;
  return [
    `${style.bold(view.title(title, bundle))}  ${style.dim(`${bundle}, ${catalogue.id} ${catalogue.version}`)}`,
    style.dim(role === undefined ? what : say('composition.applicant', { what, role })),
  ];
}

function formPart(composition: Composition, view: View): string[] {
  const { fieldsToFill, fields, materialsLeft, materials } = composition.report.after;
  const { say } = view;
  const heading = (name: string, rest: string) => `${view.style.bold(name)}  ${rest}`;
  const share = say('composition.fields', { left: fieldsToFill.value, count: fields.value });
  const lines = [heading(say('composition.form'), share), ...formLines(composition, view)];
  if (materials.value > 0) {
    const left = { left: materialsLeft.value, count: materials.value };
    const head = heading(say('composition.materials'), say('composition.materialsLeft', left));
    lines.push('', head, ...materialLines(composition, view));
  }
  const unasked = unaskedLines(composition, view);
  if (unasked.length === 0) return lines;
  return [...lines, '', heading(say('composition.unasked'), say('composition.andWhy')), ...unasked];
}

function planPart({ plan }: Composition, view: View): string[] {
  return [
    `${view.style.bold(view.say('composition.plan'))}  ${view.say('composition.stages', { count: plan.stages.length })}`,
    ...stageLines(plan, view),
    ...criticalPathLines(plan, view),
  ];
}

function reportPart({ report }: Composition, view: View): string[] {
  return [view.style.bold(view.say('composition.figures')), ...figureLines(report, view)];
}

function findingLines({ diagnostics }: Composition, { say }: View): string[] {
  if (diagnostics.length === 0) return [say('composition.noFindings')];
  return [say('composition.findings', { counts: countsText(countFindings(diagnostics), say) })];
}
