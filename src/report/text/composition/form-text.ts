import { isObject, pointer, tokensOf } from '../../../base/index.js';
import type { JsonObject, JsonValue } from '../../../base/index.js';
import { choicesRole } from '../../../model/index.js';
import type { Composition, FormField, Predicate } from '../../../model/index.js';
import { ifText } from '../words/condition-text.js';
import { groupedLines } from '../layout/grouped-lines.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import type { View } from '../view.js';

interface Section {
  label: string;
  /** Pointers into the data of a case, in the order in which the form shows them. */
  places: string[];
}

interface AskedField {
  field: FormField;
  when: Predicate | undefined;
}

/** The form's sections with their fields, grouped by the condition under which they are asked. */
export function formLines(composition: Composition, view: View): string[] {
  const { form, plan } = composition;
  const byPlace = new Map(form.fields.map((field) => [field.at, field]));
  const lines: string[] = [];
  for (const { label, places } of sectionsOf(form.ui)) {
    const asked = places.flatMap((place) => {
      const field = byPlace.get(place);
      const origin = field?.origins.find(({ kind, step }) => kind === 'asked' && step === undefined);
      return field === undefined || origin === undefined ? [] : [{ field, when: origin.when }];
    });
    if (asked.length === 0) continue;
    const role = asked[0]!.field.role;
    const many = Object.hasOwn(plan.roles, role) ? plan.roles[role]!.many : undefined;
    const repeats =
      many === undefined
        ? ''
        : view.style.dim(`  ${view.say('form.many', { min: many.min, max: many.max })}`);
    // The form has made this group of itself: no document gives it a title.
    const heading = role === choicesRole ? view.say('form.choices') : label;
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

/** The groups of the UI schema, and what each of their controls is about. */
function sectionsOf(ui: JsonObject): Section[] {
  return elementsOf(ui)
    .filter((element) => element['type'] === 'Group')
    .map((group) => ({
      label: textOf(group['label']),
      places: elementsOf(group).flatMap((control) => placesOf(control)),
    }));
}

function placesOf(control: JsonObject): string[] {
  const at = placeOf(control);
  const detail = isObject(control['options']) ? control['options']['detail'] : undefined;
  if (!isObject(detail)) return [pointer(...at)];
  return elementsOf(detail).map((element) => pointer(...at, '*', ...placeOf(element)));
}

/** `#/properties/mother/properties/phone` leads to `/mother/phone`. */
function placeOf(control: JsonObject): string[] {
  const tokens = tokensOf(textOf(control['scope']).replace(/^#/, ''));
  return tokens.filter((_, index) => index % 2 === 1);
}

function elementsOf(layout: JsonObject): JsonObject[] {
  const elements: JsonValue | undefined = layout['elements'];
  return Array.isArray(elements) ? elements.filter(isObject) : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
