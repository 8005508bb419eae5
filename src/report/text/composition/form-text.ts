import { groupBy, own, tokensOf } from '../../../base/index.js';
import { choicesRole } from '../../../model/index.js';
import type { Composition, FormField, Predicate } from '../../../model/index.js';
import { ifText } from '../words/condition-text.js';
import { groupedLines } from '../layout/grouped-lines.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import type { View } from '../view.js';

interface AskedField {
  field: FormField;
  when: Predicate | undefined;
}

/** The form's sections with their fields, grouped by the condition under which they are asked. */
export function formLines(composition: Composition, view: View): string[] {
  const { form, plan } = composition;
  const { places } = plan.form.content ?? { places: [] };
  const byPlace = new Map(form.fields.map((field) => [field.at, field]));
  const lines: string[] = [];
  for (const [holder, ofHolder] of groupBy(places, ({ at }) => tokensOf(at)[0]!)) {
    const asked = ofHolder.flatMap(({ at }) => {
      const field = byPlace.get(at);
      const origin = field?.origins.find(({ kind, step }) => kind === 'asked' && step === undefined);
      return field === undefined || origin === undefined ? [] : [{ field, when: origin.when }];
    });
    if (asked.length === 0) continue;
    const role = own(plan.roles, holder);
    const many = role?.many;
    const repeats =
      many === undefined
        ? ''
        : view.style.dim(`  ${view.say('form.many', { min: many.min, max: many.max })}`);
    // The form has made this group of itself: no document gives it a title.
    const heading = holder === choicesRole ? view.say('form.choices') : view.title(role?.title, holder);
    lines.push(`  ${view.style.bold(heading)}${repeats}`, ...sectionLines(asked, view));
  }
  return [...lines, ...laterLines(composition, view)];
}

/** What is asked only after a step has ended. */
function laterLines({ form, plan }: Composition, view: View): string[] {
  return plan.steps
    .filter(({ kind }) => kind === 'ask')
    .flatMap(({ id, after }) => {
      const asked = form.fields.flatMap((field) => {
        const origin = field.origins.find(({ kind, step }) => kind === 'asked' && step === id);
        return origin === undefined ? [] : [{ field, when: origin.when }];
      });
      if (asked.length === 0) return [];
      const behind = after.map(({ step }) => step).join(', ');
      const label = view.style.bold(view.say('form.later', { steps: behind }));
      return [`  ${label}  ${view.style.dim(id)}`, ...sectionLines(asked, view)];
    });
}

function sectionLines(asked: readonly AskedField[], view: View): string[] {
  return groupedLines(
    asked,
    ({ when }) => ifText(when, view.say),
    (group, indent) => fieldLines(group, indent, view),
    view,
    4,
  );
}

function fieldLines(asked: readonly AskedField[], indent: number, view: View): string[] {
  const rows = asked.map(({ field: { title, field, element, required } }): Cell[] => [
    view.title(title, element),
    { text: required ? field : `${field}  ${view.say('form.optional')}`, paint: view.style.dim },
  ]);
  return table(rows, { width: view.width, indent });
}
