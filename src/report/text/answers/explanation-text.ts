import { assertArguments } from '../../../messages/index.js';
import type { Accept, Contribution, FormField, FormMaterial } from '../../../model/index.js';
import type { Explanation } from '../../../plan/index.js';
import { basisText } from '../words/basis-text.js';
import { ifText } from '../words/condition-text.js';
import { decidesText } from '../words/decides-text.js';
import { hanging } from '../layout/grouped-lines.js';
import { acceptText, recommendedText } from '../composition/materials-text.js';
import { originText } from '../words/origin-text.js';
import { printableJson } from '../layout/printable.js';
import { schemaText } from '../words/schema-text.js';
import { stepLines } from '../plan/step-text.js';
import { viewOf } from '../view.js';
import type { TextOptions, View } from '../view.js';

/**
 * Why a field, a material or a step is there: where it comes from, who takes it, under which condition, with which
 * constraint and on which legal basis, and where each of these stands.
 */
export function explanationText(explanation: Explanation, options: TextOptions = {}): string {
  assertArguments(
    'explanationText',
    { explanation: 'from explain', options: 'object' },
    { explanation, options },
  );
  const view = viewOf(options);
  const shown = printableJson(explanation);
  return `${linesOf(shown, view).join('\n')}\n`;
}

function linesOf(explanation: Explanation, view: View): string[] {
  switch (explanation.kind) {
    case 'field':
      return fieldLines(explanation.field, view);
    case 'material':
      return materialLines(explanation, view);
    case 'step':
      return stepLines(explanation, view);
  }
}

function fieldLines(field: FormField, view: View): string[] {
  return [
    ...head(field.field, field, view.title(field.title, field.element), view),
    ...originLines(field, view),
    ...contributionLines(field.contributions, view),
    '',
    view.style.bold(view.say('why.everywhere')),
    ...plain(schemaText(field.schema, view.say), 2, view),
    ...decidesLines(field.decides, view),
  ];
}

function materialLines(explanation: Extract<Explanation, { kind: 'material' }>, view: View): string[] {
  const { material, choices } = explanation;
  const alternatives = choices.flatMap(({ step, groups, recommended, because, at, when }) => [
    `  ${step}  ${view.style.dim(view.place(at))}`,
    ...(when === undefined ? [] : hanging(ifText(when, view.say), 4, view)),
    ...groups.flatMap((group, index) => {
      const text = group.join(' + ');
      return plain(index === recommended ? recommendedText(text, because, view) : `· ${text}`, 4, view);
    }),
  ]);
  return [
    ...head(material.material, material, view.title(material.title, material.id), view),
    ...originLines(material, view),
    ...contributionLines(material.contributions, view),
    ...(alternatives.length === 0 ? [] : ['', view.style.bold(view.say('why.oneIsEnough')), ...alternatives]),
  ];
}

function head(name: string, { definition }: FormField | FormMaterial, title: string, view: View): string[] {
  return [
    `${view.style.bold(name)}  ${title}`,
    `  ${view.style.dim(view.say('why.definedAt', { place: view.place(definition) }))}`,
  ];
}

function originLines({ origins }: FormField | FormMaterial, view: View): string[] {
  const lines = origins.flatMap((origin, index) => {
    const place = origin.at === undefined ? '' : `  ${view.style.dim(view.place(origin.at))}`;
    const { when, ...source } = origin;
    const rank = origins.length > 1 ? `${index + 1}. ` : '';
    const condition = ifText(when, view.say);
    return [
      `  ${rank}${originText(source, view.say)}${place}`,
      ...(condition === '' ? [] : hanging(condition, 4 + rank.length, view)),
    ];
  });
  const heading = view.say(origins.length > 1 ? 'why.origins' : 'why.origin');
  return ['', view.style.bold(heading), ...(lines.length === 0 ? [`  ${view.say('origin.none')}`] : lines)];
}

function contributionLines(contributions: readonly Contribution[], view: View): string[] {
  if (contributions.length === 0) return ['', view.say('why.decidesOnly')];
  return [
    '',
    view.style.bold(view.say('why.takes')),
    ...contributions.flatMap((contribution) => contributionText(contribution, view)),
  ];
}

function contributionText(contribution: Contribution, view: View): string[] {
  const { step, block, authority, when, optional, title, schema, codes, accept, basis, at } = contribution;
  const { say } = view;
  const named = block === step ? step : say('why.block', { step, block });
  const who =
    authority === undefined
      ? named
      : say('why.stepOf', { step: named, authority: view.authority(authority) });
  const ways = waysText(accept, view);
  const details = [
    ifText(when, say),
    optional ? say('material.optional') : '',
    title === undefined ? '' : say('why.titled', { title: view.title(title, '') }),
    schema === undefined ? '' : say('why.adds', { schema: schemaText(schema, say) }),
    codes === undefined ? '' : say('why.codes', { codes: JSON.stringify(codes) }),
    ways === '' ? '' : say('why.givenBy', { ways }),
    ...basis.map((one) => say('basis.one', { basis: basisText(one, view) })),
  ];
  return [
    `  ${who}  ${view.style.dim(view.place(at))}`,
    ...details.filter((text) => text !== '').flatMap((text) => hanging(text, 4, view)),
  ];
}

/** How a material may be given, where that is not the usual: fetched, or else uploaded. */
function waysText(accept: readonly Accept[] = [], view: View): string {
  const isUsual = accept.length === 2 && accept[0] === 'registry' && accept[1] === 'upload';
  return isUsual ? '' : accept.map((way) => acceptText(way, view)).join(view.say('material.or'));
}

function decidesLines(decides: readonly string[], view: View): string[] {
  if (decides.length === 0) return [];
  return [
    '',
    view.style.bold(view.say('why.decides')),
    ...decides.flatMap((one) => plain(decidesText(one, view.say), 2, view)),
  ];
}

function plain(text: string, indent: number, view: View): string[] {
  return hanging(text, indent, { ...view, style: { ...view.style, dim: (line) => line } });
}
