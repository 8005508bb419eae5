import { appendTo } from '../../base/index.js';
import type { FormField, FormMaterial, Origin } from '../../model/index.js';
import type { GuideUnneeded } from './guide.js';
import type { Words } from './words.js';

/** What the matters take and nobody has to give, and why. */
export function unneededOf(words: Words): GuideUnneeded {
  const { fields, materials } = words.composition.form;
  const reasons = new Map<string, Map<string, string[]>>();
  for (const field of fields) {
    if (isGiven(field, words) || field.role === 'choices') continue;
    const why = whyNot(field, words);
    const about = reasons.get(why) ?? new Map<string, string[]>();
    appendTo(about, field.role, words.element(field.field));
    reasons.set(why, about);
  }
  return {
    materials: materials
      .filter((material) => !isGiven(material, words))
      .map((material) => ({
        material: words.materialOf(material.id, material.role),
        why: whyNot(material, words),
      })),
    information: [...reasons].map(([why, about]) => ({
      why,
      about: [...about].map(([role, names]) => ({ role: words.role(role), fields: names })),
    })),
  };
}

/** Whether there is a situation in which the applicant gives it. */
function isGiven({ askedWhen }: FormField | FormMaterial, words: Words): boolean {
  return words.isPossible(askedWhen);
}

/** Where a field or material comes from, as the reason for which nobody has to give it. */
export function whyNot({ origins, contributions }: FormField | FormMaterial, words: Words): string {
  const reasons = origins.flatMap((origin) => originWords(origin, words) ?? []);
  // Nobody else gives it: whoever takes it is for others.
  if (reasons.length === 0) reasons.push(...contributions.flatMap(({ step }) => demandWords(step, words)));
  return [...new Set(reasons)].join(words.say('words.sentenceSeparator'));
}

function originWords({ kind, step = '' }: Origin, words: Words): string | undefined {
  const { say } = words;
  switch (kind) {
    case 'known':
      return say('guide.fromKnown');
    case 'produced':
      return say('guide.fromStep', { matter: words.step(step) });
    case 'registry':
      return say('guide.fromRegistry', { registry: words.registry(step) });
    case 'derived':
      return say('guide.fromDerived', { registry: words.registry(step) });
    case 'generated':
      return say('guide.fromGenerated');
    case 'asked':
      return undefined;
  }
}

/** What a step demands and the applicant does not meet, in the words of the author. */
function demandWords(id: string, words: Words): string[] {
  const step = words.composition.plan.steps.find((one) => one.id === id);
  return (step?.eligibility ?? [])
    .filter(({ require }) => require === false)
    .map(({ otherwise }) => words.text(otherwise) ?? '');
}
