import { appendTo, isObject, omitUndefined, resolvePointer, tokensOf } from '../../base/index.js';
import { commitmentIn, deferralIn, fileKind, isMaterialKey, wayName } from '../../model/index.js';
import type { Accept, Commitment, Contribution, FormMaterial } from '../../model/index.js';
import { all, any } from '../../predicate/index.js';
import { isPhoto } from './chinese.js';
import { conditionWords } from './condition-words.js';
import type { GuideBasis, GuideChoice, GuideMaterial } from './guide.js';
import { whyNot } from './guide-unneeded.js';
import type { Words } from './words.js';

/** Everything that the applicant may have to give. */
export function materialsOf(words: Words): GuideMaterial[] {
  const issuers = issuersIn(words);
  const found = words.composition.form.materials
    .filter(({ askedWhen }) => words.isPossible(askedWhen))
    .map((material) => guideMaterial(material, words, [...(issuers.get(material.id) ?? [])].sort()));
  return byCondition(found);
}

function guideMaterial(material: FormMaterial, words: Words, issuedBy: string[]): GuideMaterial {
  // A matter that takes it only where it comes from elsewhere asks nothing of the applicant.
  const takers = material.contributions.filter((taker) => words.isPossible(material.askedWhen, taker.when));
  const [alternatives, demands] = [takers.filter(isAlternative), takers.filter((one) => !isAlternative(one))];
  const isBoth = demands.length > 0 && alternatives.length > 0;
  const when = conditionWords(
    isBoth ? all(material.askedWhen, any(...demands.map((one) => one.when ?? true))) : material.askedWhen,
    words,
  );
  const document = words.catalogue.materials.get(material.id)?.document;
  const specification = words.text(document?.specification);
  const description = words.text(document?.description);
  const titles = (of: readonly Contribution[]) => [...new Set(of.map(({ step }) => words.step(step)))];
  return {
    material: words.materialOf(material.id, material.role),
    how: [...formsOf(material.id, takers, words), ...waysOf(material, words)],
    for: titles(takers),
    ...omitUndefined({ when }),
    isOptional: !material.required && takers.every(({ optional }) => optional),
    isAlternative: demands.length === 0 && alternatives.length > 0,
    ...(isBoth && when !== undefined ? { alternativeFor: titles(alternatives) } : {}),
    issuedBy,
    notes: [
      ...(description === undefined ? [] : [description]),
      ...(specification === undefined ? [] : [words.say('guide.specification', { text: specification })]),
    ],
    basis: onlyOnce(takers.flatMap(({ basis }) => words.basis(basis))),
  };
}

/** Whether it is taken as one of several, which the place of the input in its document tells. */
function isAlternative({ at }: Contribution): boolean {
  return tokensOf(at.pointer).includes('anyOf');
}

/** For each material the authorities whose matters, in the bundle or out of it, yield it. */
function issuersIn(words: Words): Map<string, Set<string>> {
  const issuers = new Map<string, Set<string>>();
  for (const { document } of words.catalogue.blocks.values()) {
    const { authority, outputs = [] } = document;
    if (authority === undefined) continue;
    for (const output of outputs) {
      if (!('material' in output)) continue;
      const known = issuers.get(output.material) ?? new Set();
      issuers.set(output.material, known.add(words.authority(authority)));
    }
  }
  return issuers;
}

/** What everybody gives comes first; what one condition asks for stands together. */
function byCondition(materials: readonly GuideMaterial[]): GuideMaterial[] {
  const groups = new Map<string, GuideMaterial[]>([['', []]]);
  for (const material of materials) appendTo(groups, material.when ?? '', material);
  return [...groups.values()].flat();
}

/** Alternatives of which one is enough. */
export function choicesOf(words: Words): GuideChoice[] {
  const { choices } = words.composition.form;
  return choices
    .filter(({ when }) => words.isPossible(when))
    .map(({ step, when, groups, recommended }) => {
      const condition = conditionWords(when, words);
      return {
        matter: words.step(step),
        ...omitUndefined({ when: condition }),
        groups: groups.map((group, index) => ({
          materials: group.map((key) => memberOf(key, words)),
          isRecommended: index === recommended,
        })),
      };
    });
}

function memberOf(key: string, words: Words): { material: string; why?: string } {
  const { fields, materials } = words.composition.form;
  const [found, name] = isMaterialKey(key)
    ? [materials.find(({ material }) => material === key), words.materialKey(key)]
    : [fields.find(({ field }) => field === key), words.field(key)];
  const isGiven = found === undefined || words.isPossible(found.askedWhen);
  return { material: name, ...(isGiven ? {} : { why: whyNot(found, words) }) };
}

/** `pieces`: how many, and not in which form. */
const forms = ['original', 'copy', 'electronic', 'pieces'] as const;

/** Original or copy, and how many: for several matters the largest number of each. */
function formsOf(id: string, contributions: readonly Contribution[], words: Words): string[] {
  const counts = new Map<(typeof forms)[number], number>();
  for (const { block, at } of contributions) {
    const document = words.catalogue.blocks.get(block)?.document;
    const input = document === undefined ? undefined : resolvePointer(document, at.pointer);
    if (!isObject(input)) continue;
    const { form, copies } = input;
    const kind = forms.find((one) => one === form) ?? (copies === undefined ? undefined : 'pieces');
    if (kind !== undefined) {
      counts.set(kind, Math.max(counts.get(kind) ?? 0, typeof copies === 'number' ? copies : 1));
    }
  }
  const pieces = isPhoto(words.material(id)) ? 'guide.photos' : 'guide.pieces';
  return forms.flatMap((form) => {
    const count = counts.get(form);
    if (count === undefined) return [];
    return [words.say(form === 'pieces' ? pieces : `guide.${form}`, { count })];
  });
}

const wayOrder = ['upload', 'registry', 'generated', 'commitment', 'deferral'];

function waysOf(material: FormMaterial, words: Words): string[] {
  const { accept, origins } = material;
  const { say } = words;
  const isAlone = accept.filter((way) => way !== 'registry').length === 1;
  const hasRegistry = origins.some(({ kind }) => kind === 'registry');
  const rank = (way: Accept) => wayOrder.indexOf(wayName(way));
  const sorted = [...accept].sort((a, b) => rank(a) - rank(b));
  return sorted.flatMap((way: Accept) => {
    const commitment = commitmentIn([way]);
    if (commitment !== undefined)
      return commitmentOf(
        commitment,
        say(isAlone ? 'guide.commitment' : 'guide.commitmentInstead'),
        material,
        words,
      );
    const deferral = deferralIn([way]);
    if (deferral !== undefined) return [deferralOf(deferral, words)];
    if (way === 'upload') return [uploadOf(material, words)];
    if (way === 'generated') return [say('guide.generated')];
    return hasRegistry ? [say('guide.registryWhere')] : [];
  });
}

/** What to upload, and which files are taken. */
function uploadOf({ id }: FormMaterial, { say, catalogue }: Words): string {
  const { types = [], maxSize } = catalogue.materials.get(id)?.document.files ?? {};
  const size = maxSize?.replace(/(?=[kMG]?B$)/, ' ');
  const kinds = types.map(fileKind).join(say('guide.fileOr'));
  if (size === undefined) return kinds === '' ? say('guide.upload') : say('guide.uploadAs', { kinds });
  return kinds === '' ? say('guide.uploadUpTo', { size }) : say('guide.uploadAsUpTo', { kinds, size });
}

/** What is declared, what follows if it is untrue, who looks at it and when, and who may not use it. */
function commitmentOf(
  { text, consequence, check }: Partial<Commitment>,
  way: string,
  { contributions }: FormMaterial,
  words: Words,
): string[] {
  const { say } = words;
  const declared = { way, text: words.text(text) ?? '', consequence: words.text(consequence) ?? '' };
  const looked = { what: words.text(check?.what) ?? '', time: words.duration(check?.within ?? '0wd') };
  const isTaken = ({ accept = [] }: Contribution) => commitmentIn(accept) !== undefined;
  // The same input under two conditions: who may use it, and who may not.
  const excepted = contributions.filter(
    (one) =>
      !isTaken(one) &&
      contributions.some((other) => isTaken(other) && other.step === one.step && other.when !== undefined),
  );
  const conditions = excepted.flatMap(({ when }) => conditionWords(when, words) ?? []);
  return [
    text === undefined ? way : say('guide.commitmentText', declared),
    ...(check === undefined
      ? []
      : [
          check.by === undefined
            ? say('guide.commitmentCheck', looked)
            : say('guide.commitmentCheckBy', { ...looked, authority: words.authority(check.by) }),
        ]),
    ...[...new Set(conditions)].map((condition) => say('guide.commitmentExcept', { condition })),
  ];
}

function deferralOf({ until, within }: { until?: string; within?: string }, words: Words): string {
  if (until !== undefined) return words.say('guide.deferredUntil', { matter: words.step(until) });
  if (within !== undefined) return words.say('guide.deferredWithin', { time: words.duration(within) });
  return words.say('guide.deferred');
}

function onlyOnce(basis: readonly GuideBasis[]): GuideBasis[] {
  return [...new Map(basis.map((one) => [`${one.text} ${one.uri ?? ''}`, one])).values()];
}
