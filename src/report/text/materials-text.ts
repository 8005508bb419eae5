import type { Accept, Composition, FormMaterial, MaterialChoice } from '../../model/index.js';
import { ifText } from './condition-text.js';
import { groupedLines, hanging } from './grouped-lines.js';
import { table } from './table.js';
import type { Cell } from './table.js';
import type { View } from './view.js';

/** The materials that the applicant gives, and the alternatives among them. */
export function materialLines({ form }: Composition, view: View): string[] {
  const given = form.materials.filter(({ asked }) => asked);
  const lines = groupedLines(
    given,
    ({ when }) => ifText(when),
    (group, indent) => givenLines(group, indent, view),
    view,
    2,
  );
  const choices = form.choices.flatMap((choice) => choiceLines(choice, view));
  return lines.length + choices.length === 0 ? ['  none'] : [...lines, ...choices];
}

function givenLines(materials: readonly FormMaterial[], indent: number, view: View): string[] {
  const rows = materials.map(({ title, id, material, accept, required }): Cell[] => {
    // Fetching from a registry needs nothing of the applicant.
    const ways = accept.filter((way) => way !== 'registry').map(acceptText);
    const manner = [ways.join(' or '), required ? '' : 'optional'].filter((part) => part !== '').join(', ');
    return [
      view.title(title, id),
      { text: material, paint: view.style.dim },
      { text: manner, paint: view.style.dim },
    ];
  });
  return table(rows, { width: view.width, indent });
}

/** A way in which a material may be given. */
export function acceptText(accept: Accept): string {
  if (typeof accept === 'string') return accept;
  const { until, within } = accept.deferral;
  if (until !== undefined) return `later, until ${until} starts`;
  return within === undefined ? 'later' : `later, within ${within}`;
}

function choiceLines({ step, groups, recommended, because, when }: MaterialChoice, view: View): string[] {
  const condition = ifText(when);
  const head = `One of these is enough for ${step}${condition === '' ? '' : `, ${condition}`}:`;
  const plain: View = { ...view, style: { ...view.style, dim: (text) => text } };
  const options = groups.map((group, index) => {
    const text = group.join(' + ');
    return index === recommended ? `→ ${text} (${because})` : `· ${text}`;
  });
  return [...hanging(head, 2, plain), ...options.flatMap((option) => hanging(option, 4, plain))];
}
