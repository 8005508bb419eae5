import { assertArguments } from '../../messages/index.js';
import { canonicalJson, groupBy, isObject, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { fieldKey, isFieldKey, itemName, ownKeyOf } from '../../model/index.js';
import type { Composition, PlanStep } from '../../model/index.js';
import { composedBundle } from '../../plan/index.js';
import { any } from '../../predicate/index.js';
import { worstCases } from '../../prove/index.js';
import { conditionWords } from './condition-words.js';
import type { Guide, GuideBasis, GuideFees, GuideFigure, GuideRule, GuideStep } from './guide.js';
import { informationOf } from './guide-information.js';
import { choicesOf, materialsOf } from './guide-materials.js';
import { questionsOf } from './guide-questions.js';
import { receivedOf } from './guide-receives.js';
import { applyLines, guideSteps, takesPlace } from './guide-steps.js';
import { tripsOf } from './guide-trips.js';
import { unneededOf } from './guide-unneeded.js';
import { localeOf } from './locale.js';
import { Words } from './words.js';

/** How a guide is written. */
export interface GuideOptions {
  /** The language, BCP 47. Left out: the first that the catalogue promises, else English. */
  locale?: string;
}

/**
 * The guide (办事指南) of a composed bundle: who may apply, what it takes, how it goes, what comes of it. Composed with
 * facts, it is the guide of that situation.
 * @param catalogue the catalogue that the composition was made of
 * @returns plain data in one language; `guideMarkdown` and `guideHtml` write it
 * @throws UsageError `usage/locale` where the locale is no language tag
 */
export function guideOf(
  catalogue: LoadedCatalogue,
  composition: Composition,
  options: GuideOptions = {},
): Guide {
  assertArguments(
    'guideOf',
    { catalogue: 'from loadCatalogue', composition: 'from composeBundle', options: 'object' },
    { catalogue, composition, options },
  );
  const locale = localeOf(options.locale, catalogue);
  const words = new Words(catalogue, composition, locale);
  const { plan, report, bundle } = composition;
  const document = catalogue.bundles.get(bundle)?.document;
  const description = words.text(document?.description);
  const blocks = plan.steps.filter(({ kind }) => kind === 'block');
  const steps = guideSteps(words, blocks);
  const { target } = plan;
  return {
    formatVersion: 2,
    locale,
    bundle,
    title: words.text(composition.title) ?? bundle,
    ...omitUndefined({ description }),
    catalogue: composition.catalogue,
    plan: plan.hash,
    situation: situationOf(words),
    ...(plan.applicant === undefined ? {} : { applicant: words.role(plan.applicant) }),
    matters: mattersOf(words, blocks),
    authorities: report.after.authorities.of.map((id) => words.authority(id)),
    duration:
      plan.criticalPath.workingDays === 0
        ? words.workingDays(0)
        : words.say('guide.durationAtMost', { time: words.workingDays(plan.criticalPath.workingDays) }),
    ...(target === undefined ? {} : { target: words.duration(target.within) }),
    ...omitUndefined({ fees: feesOf(words, blocks) }),
    trips: tripsOf(words, blocks),
    apply: applyInTime(words, blocks),
    ...eligibilityOf(words, blocks),
    questions: questionsOf(words),
    materials: materialsOf(words),
    materialCount: mostMaterials(catalogue, composition),
    choices: choicesOf(words),
    information: informationOf(words),
    informationCount: report.after.fieldsToFill.value,
    unneeded: unneededOf(words),
    steps,
    automatic: automaticOf(words),
    transfers: passedOn(words),
    receives: receivedOf(words, blocks),
    basis: basisOf(words, steps, words.basis(document?.basis)),
    figures: figuresOf(words),
  };
}

/** The most materials that somebody in the situation of the guide has to give. */
function mostMaterials(catalogue: LoadedCatalogue, { bundle, facts, report }: Composition): number {
  const composed = composedBundle(catalogue, bundle, { facts });
  const worst = worstCases(composed).find(({ figure }) => figure === 'after.materialsLeft');
  return worst?.value ?? report.after.materialsLeft.value;
}

/** The single matters in the order of the stages in which they run, each block once. */
function mattersOf(words: Words, blocks: readonly PlanStep[]): string[] {
  const byId = new Map(blocks.map((step) => [step.id, step]));
  const staged = words.composition.plan.stages.flat().flatMap((id) => byId.get(id) ?? []);
  const byBlock = new Map(staged.map((step) => [step.block ?? step.id, words.matter(step.id)]));
  return [...byBlock.values()];
}

/** What is known of the applicant, by field, as it was given. */
function situationOf(words: Words): Guide['situation'] {
  const found: Guide['situation'] = [];
  const tell = (field: string, value: JsonValue | undefined): void => {
    if (value === undefined) return;
    found.push({ question: words.question(field), answer: words.value(field, value) });
  };
  const about = (role: string, holder: JsonObject): void => {
    for (const [element, value] of Object.entries(holder)) {
      if (element !== 'materials' && element !== '$key') tell(fieldKey(role, element), value);
    }
  };
  for (const [name, value] of Object.entries(words.composition.facts)) {
    if (isFieldKey(name)) tell(name, value);
    else if (isObject(value)) about(name, value);
    else if (Array.isArray(value))
      for (const item of value) if (isObject(item)) about(itemName(name, ownKeyOf(item)), item);
  }
  return found;
}

/** The conditions of applying that the facts leave open or do not meet. */
function eligibilityOf(words: Words, blocks: readonly PlanStep[]): Pick<Guide, 'eligibility' | 'isEligible'> {
  const rules = [
    ...(words.composition.plan.eligibility ?? []).map((rule) => ({ rule, step: undefined })),
    ...blocks.flatMap((step) => (step.eligibility ?? []).map((rule) => ({ rule, step }))),
  ];
  const open = rules.filter(({ rule }) => rule.require !== true);
  // What a single matter demands does not keep anybody from the others.
  const isEligible = open.some(({ rule, step }) => rule.require === false && step === undefined)
    ? 'no'
    : open.length > 0
      ? 'open'
      : 'yes';
  // A block that is done for several people demands the same of each: one rule, whenever one of them takes place.
  const alike = groupBy(open, ({ rule, step }) =>
    canonicalJson([words.text(rule.otherwise) ?? '', step?.block ?? step?.id ?? '', rule.require === false]),
  );
  return {
    ...(rules.length === 0 ? {} : { isEligible }),
    eligibility: [...alike.values()].map((same): GuideRule => {
      const [{ rule, step }] = same as [(typeof same)[number]];
      const when = step === undefined ? undefined : whenAny(same, words);
      const require = any(...same.map((one) => one.rule.require));
      return {
        require: conditionWords(require, words) ?? words.say('words.always'),
        otherwise: words.text(rule.otherwise) ?? '',
        isMet: rule.require === false ? 'no' : 'open',
        ...(step === undefined
          ? {}
          : { matter: same.length === 1 ? words.step(step.id) : words.matter(step.id) }),
        ...omitUndefined({ when }),
        basis: words.basis(rule.basis),
      };
    }),
  };
}

/** When one of these matters takes place. */
function whenAny(same: readonly { step: PlanStep | undefined }[], words: Words): string | undefined {
  const steps = same.flatMap(({ step }) => step ?? []);
  if (steps.length === 1) return takesPlace(steps[0]!, words);
  return conditionWords(any(...steps.map(({ when }) => when ?? true)), words);
}

function automaticOf(words: Words): string[] {
  const { steps } = words.composition.plan;
  const names = steps.filter(({ kind }) => kind === 'registry').map(({ id }) => words.registry(id));
  return [...new Set(names)];
}

/** Within which time to apply for what; the same for two people is one line. */
function applyInTime(words: Words, blocks: readonly PlanStep[]): Guide['apply'] {
  const found = blocks.flatMap((step) =>
    applyLines(step, words).map((within) => ({ matter: words.matter(step.id), within })),
  );
  return [...new Map(found.map((one) => [canonicalJson(one), one])).values()];
}

/** What is passed on between places without the applicant, who applies once and hands in once. */
function passedOn(words: Words): string[] {
  return words.composition.plan.steps.flatMap(({ id, transfer }) =>
    transfer === undefined || transfer.to === 'applicant' ? [] : [words.step(id)],
  );
}

/** Every legal basis once, with what rests on it. */
function basisOf(words: Words, steps: readonly GuideStep[], whole: readonly GuideBasis[]): Guide['basis'] {
  const found = new Map<string, GuideBasis & { for: string[] }>();
  const add = (basis: GuideBasis, matter: string): void => {
    const key = `${basis.text} ${basis.uri ?? ''}`;
    const entry = found.get(key) ?? { ...basis, for: [] };
    if (!entry.for.includes(matter)) entry.for.push(matter);
    found.set(key, entry);
  };
  for (const basis of whole) add(basis, words.say('guide.basisWhole'));
  for (const { basis, title } of steps) for (const one of basis) add(one, title);
  return [...found.values()];
}

function feesOf(words: Words, blocks: readonly PlanStep[]): GuideFees | undefined {
  const stated = blocks.filter(({ fee }) => fee !== undefined);
  if (stated.length === 0) return undefined;
  const sums = Object.entries(words.composition.report.after.fees).filter(([, { value }]) => value > 0);
  return {
    amounts: sums.map(([currency, { value }]) => {
      const least = leastOf(stated, currency, words);
      if (least >= value) return words.money(value, currency);
      return currency === 'CNY'
        ? words.say('guide.feeRangeCny', { least, most: value })
        : words.say('guide.feeRange', {
            least: words.money(least, currency),
            most: words.money(value, currency),
          });
    }),
    isOnce: stated.some(({ fee, each }) => fee!.amount > 0 && (fee!.per !== undefined || each !== undefined)),
    isComplete: stated.length === blocks.length,
  };
}

/** What everybody pays: the fees of the matters that take place whatever is answered. */
function leastOf(stated: readonly PlanStep[], currency: string, words: Words): number {
  return stated
    .filter(({ fee, when, choice }) => {
      const isForAll = when === undefined || words.isCertain(when);
      return fee?.currency === currency && choice !== true && isForAll;
    })
    .reduce((sum, { fee }) => sum + fee!.amount, 0);
}

function figuresOf({ composition, say }: Words): GuideFigure[] {
  const { before, after } = composition.report;
  const counted = ['forms', 'fieldsToFill', 'materialsLeft', 'steps', 'trips', 'workingDays'] as const;
  // Where matters do not say how they are applied for, nobody knows what the bundle saves.
  const names = counted.filter((name) => name !== 'trips' || after.trips.unknown === undefined);
  const blocks = composition.plan.steps.filter(({ kind }) => kind === 'block');
  const isComplete = blocks.every(({ fee }) => fee !== undefined);
  const feeFigures = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])]
    .sort()
    .map((currency) => ({
      figure: feeFigure(currency, isComplete, say),
      alone: before.fees[currency]?.value ?? 0,
      together: after.fees[currency]?.value ?? 0,
    }));
  return [
    ...names.map((name) => ({
      figure: say(`guide.figure.${name}`),
      alone: before[name].value,
      together: after[name].value,
    })),
    // Nothing is not what it costs where some matter does not say what it costs.
    ...feeFigures.filter(({ alone, together }) => isComplete || alone > 0 || together > 0),
  ];
}

function feeFigure(currency: string, isComplete: boolean, say: Words['say']): string {
  const isCny = currency === 'CNY';
  if (isComplete) return isCny ? say('guide.figure.feesCny') : say('guide.figure.fees', { currency });
  return isCny ? say('guide.figure.feesStatedCny') : say('guide.figure.feesStated', { currency });
}
