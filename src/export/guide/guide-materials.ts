import { isObject, resolvePointer } from '../../base/index.js';
import type { Accept, FormMaterial } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import type { GuideBasis, GuideChoice, GuideMaterial } from './guide.js';
import type { Words } from './words.js';

/** Everything that the applicant may have to give. */
export function materialsOf(words: Words): GuideMaterial[] {
  const found = words.composition.form.materials
    .filter(({ asked }) => asked)
    .map((material): GuideMaterial => {
      const when = conditionWords(material.when, words);
      const steps = material.contributions.map(({ step }) => step);
      const document = words.catalogue.materials.get(material.id)?.document;
      const specification = words.text(document?.specification);
      const description = words.text(document?.description);
      return {
        material: words.material(material.id, material.role),
        how: [...formsOf(material, words), ...waysOf(material, words)],
        for: [...new Set(steps.map((step) => words.step(step)))],
        ...(when === undefined ? {} : { when }),
        isOptional: !material.required && material.contributions.every(({ optional }) => optional),
        isAlternative: isAlternative(material, words),
        notes: [
          ...(description === undefined ? [] : [description]),
          ...(specification === undefined ? [] : [words.say('guide.specification', { text: specification })]),
        ],
        basis: onlyOnce(material.contributions.flatMap(({ basis }) => words.basis(basis))),
      };
    });
  return byCondition(found);
}

/** What everybody gives comes first; what one condition asks for stands together. */
function byCondition(materials: readonly GuideMaterial[]): GuideMaterial[] {
  const groups = new Map<string, GuideMaterial[]>([['', []]]);
  for (const material of materials) {
    const key = material.when ?? '';
    groups.set(key, [...(groups.get(key) ?? []), material]);
  }
  return [...groups.values()].flat();
}

/** Alternatives of which one is enough. */
export function choicesOf(words: Words): GuideChoice[] {
  return words.composition.form.choices.map(({ step, when, groups, recommended }) => {
    const condition = conditionWords(when, words);
    return {
      matter: words.step(step),
      ...(condition === undefined ? {} : { when: condition }),
      groups: groups.map((group, index) => ({
        materials: group.map((key) => (key.includes(' of ') ? words.materialKey(key) : words.field(key))),
        isRecommended: index === recommended,
      })),
    };
  });
}

/** Only a step with alternatives takes it, as one of them. */
function isAlternative({ material, contributions }: FormMaterial, words: Words): boolean {
  const { choices } = words.composition.form;
  const steps = new Set(
    choices.filter(({ groups }) => groups.some((group) => group.includes(material))).map(({ step }) => step),
  );
  return steps.size > 0 && contributions.every(({ step }) => steps.has(step));
}

const forms = ['original', 'copy', 'electronic'] as const;

/** Original or copy, and how many: for several matters the largest number of each. */
function formsOf({ contributions }: FormMaterial, words: Words): string[] {
  const counts = new Map<(typeof forms)[number], number>();
  for (const { block, at } of contributions) {
    const document = words.catalogue.blocks.get(block)?.document;
    const input = document === undefined ? undefined : resolvePointer(document, at.pointer);
    if (!isObject(input)) continue;
    const { form, copies } = input;
    const kind = forms.find((one) => one === form) ?? (copies === undefined ? undefined : 'copy');
    if (kind !== undefined) {
      counts.set(kind, Math.max(counts.get(kind) ?? 0, typeof copies === 'number' ? copies : 1));
    }
  }
  return forms.flatMap((form) => {
    const count = counts.get(form);
    return count === undefined ? [] : [words.say(`guide.${form}`, { count })];
  });
}

function waysOf({ accept, origins }: FormMaterial, words: Words): string[] {
  const { say } = words;
  const isAlone = accept.filter((way) => way !== 'registry').length === 1;
  const hasRegistry = origins.some(({ kind }) => kind === 'registry');
  const order: Accept[] = ['upload', 'registry', 'generated', 'commitment'];
  const rank = (way: Accept) => (typeof way === 'object' ? order.length : order.indexOf(way));
  const sorted = [...accept].sort((a, b) => rank(a) - rank(b));
  return sorted.flatMap((way: Accept) => {
    if (typeof way === 'object') return [deferralOf(way.deferral, words)];
    switch (way) {
      case 'upload':
        return [say('guide.upload')];
      case 'commitment':
        return [say(isAlone ? 'guide.commitment' : 'guide.commitmentInstead')];
      case 'generated':
        return [say('guide.generated')];
      case 'registry':
        return hasRegistry ? [say('guide.registryWhere')] : [];
    }
  });
}

function deferralOf({ until, within }: { until?: string; within?: string }, words: Words): string {
  if (until !== undefined) return words.say('guide.deferredUntil', { matter: words.step(until) });
  if (within !== undefined) return words.say('guide.deferredWithin', { time: words.duration(within) });
  return words.say('guide.deferred');
}

function onlyOnce(basis: readonly GuideBasis[]): GuideBasis[] {
  return [...new Map(basis.map((one) => [`${one.text} ${one.uri ?? ''}`, one])).values()];
}
