import type { Accept, Composition, FormMaterial, MaterialChoice } from '../../../model/index.js';
import type { Message } from '../../../messages/index.js';
import { ifText } from '../words/condition-text.js';
import { durationText } from '../words/duration-text.js';
import { groupedLines, hanging } from '../layout/grouped-lines.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import type { View } from '../view.js';

/** The materials that the applicant gives, and the alternatives among them. */
export function materialLines({ form }: Composition, view: View): string[] {
  const given = form.materials.filter(({ asked }) => asked);
  const lines = groupedLines(
    given,
    ({ askedWhen }) => ifText(askedWhen, view.say),
    (group, indent) => givenLines(group, indent, view),
    view,
    2,
  );
  const choices = form.choices.flatMap((choice) => choiceLines(choice, view));
  return lines.length + choices.length === 0 ? [`  ${view.say('material.none')}`] : [...lines, ...choices];
}

function givenLines(materials: readonly FormMaterial[], indent: number, view: View): string[] {
  const rows = materials.map(({ title, id, material, accept, required }): Cell[] => {
    // Fetching from a registry needs nothing of the applicant.
    const { say } = view;
    const ways = accept.filter((way) => way !== 'registry').map((way) => acceptText(way, view));
    const manner = [ways.join(say('material.or')), required ? '' : say('material.optional')]
      .filter((part) => part !== '')
      .join(say('plan.separator'));
    return [
      view.title(title, id),
      { text: material, paint: view.style.dim },
      { text: manner, paint: view.style.dim },
    ];
  });
  return table(rows, { width: view.width, indent });
}

/** A way in which a material may be given. */
export function acceptText(accept: Accept, view: View): string {
  const { say } = view;
  if (typeof accept === 'string') return say(`accept.${accept}`);
  if ('commitment' in accept) return say('accept.commitment');
  const { until, within } = accept.deferral;
  if (until !== undefined) return say('accept.until', { step: until });
  return within === undefined
    ? say('accept.later')
    : say('accept.within', { time: durationText(within, view) });
}

/** The alternative that the engine would take, and why. */
export function recommendedText(materials: string, because: Message, { say }: View): string {
  return say('material.recommended', { materials, because });
}

function choiceLines({ step, groups, recommended, because, when }: MaterialChoice, view: View): string[] {
  const { say } = view;
  const enough = say('material.oneOf', { step });
  const condition = ifText(when, say);
  const head =
    condition === ''
      ? say('material.oneOfAlways', { head: enough })
      : say('material.oneOfIf', { head: enough, condition });
  const plain: View = { ...view, style: { ...view.style, dim: (text) => text } };
  const options = groups.map((group, index) => {
    const text = group.join(' + ');
    return index === recommended ? recommendedText(text, because, view) : `· ${text}`;
  });
  return [...hanging(head, 2, plain), ...options.flatMap((option) => hanging(option, 4, plain))];
}
