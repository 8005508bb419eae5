import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { Composition, PlanStep } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import type { Guide, GuideBasis, GuideFigure, GuideQuestion, GuideRule, GuideStep } from './guide.js';
import { informationOf, unneededOf } from './guide-information.js';
import { choicesOf, materialsOf } from './guide-materials.js';
import { guideSteps } from './guide-steps.js';
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
  const locale = localeOf(options.locale, catalogue);
  const words = new Words(catalogue, composition, locale);
  const { plan, report, bundle } = composition;
  const document = catalogue.bundles.get(bundle)?.document;
  const description = words.text(document?.description);
  const blocks = plan.steps.filter(({ kind }) => kind === 'block');
  const steps = guideSteps(words, blocks);
  const { target } = plan;
  return {
    formatVersion: 1,
    locale,
    bundle,
    title: words.text(composition.title) ?? bundle,
    ...(description === undefined ? {} : { description }),
    catalogue: composition.catalogue,
    plan: plan.hash,
    situation: situationOf(words),
    ...(plan.applicant === undefined ? {} : { applicant: words.role(plan.applicant) }),
    authorities: report.after.authorities.of.map((id) => words.authority(id)),
    duration:
      plan.criticalPath.workingDays === 0
        ? words.workingDays(0)
        : words.say('guide.durationAtMost', { time: words.workingDays(plan.criticalPath.workingDays) }),
    ...(target === undefined ? {} : { target: words.duration(target.within) }),
    fees: Object.entries(report.after.fees).map(([currency, { value }]) => words.money(value, currency)),
    trips: report.after.trips.of.map((step) => words.step(step)),
    ...eligibilityOf(words, blocks),
    questions: composition.form.questions.map((question) => questionOf(words, question)),
    materials: materialsOf(words),
    choices: choicesOf(words),
    information: informationOf(words),
    informationCount: report.after.fieldsToFill.value,
    unneeded: unneededOf(words),
    steps,
    automatic: automaticOf(words),
    receives: receivesOf(words, blocks),
    basis: basisOf(words, steps, words.basis(document?.basis)),
    figures: figuresOf(words),
  };
}

/** What is known of the applicant, by field, as it was given. */
function situationOf(words: Words): Guide['situation'] {
  const found: Guide['situation'] = [];
  const tell = (field: string, value: JsonValue | undefined): void => {
    if (value === undefined) return;
    const isChoice = field.startsWith('choices.');
    const question = isChoice
      ? words.say('guide.questionOf', { matter: words.choice(field.slice(8)) })
      : words.field(field);
    found.push({ question, answer: words.value(field, value) });
  };
  const about = (role: string, holder: JsonObject): void => {
    for (const [element, value] of Object.entries(holder)) {
      if (element !== 'materials' && element !== '$key') tell(`${role}.${element}`, value);
    }
  };
  for (const [name, value] of Object.entries(words.composition.facts)) {
    if (name.includes('.')) tell(name, value);
    else if (isObject(value)) about(name, value);
    else if (Array.isArray(value)) for (const item of value) if (isObject(item)) about(name, item);
  }
  return found;
}

/** The conditions of applying that the facts leave open or do not meet. */
function eligibilityOf(words: Words, blocks: readonly PlanStep[]): Pick<Guide, 'eligibility' | 'isEligible'> {
  const rules = [
    ...(words.composition.plan.eligibility ?? []).map((rule) => ({ rule, matter: undefined })),
    ...blocks.flatMap((step) =>
      (step.eligibility ?? []).map((rule) => ({ rule, matter: words.step(step.id) })),
    ),
  ];
  const open = rules.filter(({ rule }) => rule.require !== true);
  const isEligible = open.some(({ rule }) => rule.require === false)
    ? 'no'
    : open.length > 0
      ? 'open'
      : 'yes';
  return {
    ...(rules.length === 0 ? {} : { isEligible }),
    eligibility: open.map(({ rule, matter }): GuideRule => ({
      require: conditionWords(rule.require, words) ?? words.say('words.always'),
      otherwise: words.text(rule.otherwise) ?? '',
      isMet: rule.require === false ? 'no' : 'open',
      ...(matter === undefined ? {} : { matter }),
      basis: words.basis(rule.basis),
    })),
  };
}

function questionOf(words: Words, question: Composition['form']['questions'][number]): GuideQuestion {
  const { field, schema, decides } = question;
  const isChoice = field.startsWith('choices.');
  const answers = words.values(field, schema);
  const when = conditionWords(question.when, words);
  return {
    question: isChoice
      ? words.say('guide.questionOf', { matter: words.choice(field.slice(8)) })
      : words.field(field),
    ...(answers === undefined ? {} : { answers }),
    ...(when === undefined ? {} : { when }),
    decides: decidesOf(words, decides),
  };
}

/** Steps by id, inputs as `step: input`, said by kind and each once. */
function decidesOf(words: Words, decides: readonly string[]): string[] {
  const known = new Set(words.composition.plan.steps.map(({ id }) => id));
  const [steps, materials, fields, rules] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const one of decides) {
    const [step = '', input] = one.split(': ', 2);
    if (input === undefined) {
      if (known.has(step)) steps.add(words.step(step));
    } else if (input === 'eligibility') rules.add(words.step(step));
    else if (input.includes(' of ')) materials.add(words.materialKey(input));
    else fields.add(input);
  }
  const { say } = words;
  return [
    ...(steps.size === 0 ? [] : [say('guide.decidesSteps', { list: words.list([...steps]) })]),
    ...(materials.size === 0 ? [] : [say('guide.decidesMaterials', { list: words.list([...materials]) })]),
    ...(rules.size === 0 ? [] : [say('guide.decidesEligibility', { list: words.list([...rules]) })]),
    ...(fields.size === 0 ? [] : [say('guide.decidesFields', { count: fields.size })]),
  ];
}

function automaticOf(words: Words): string[] {
  const { steps } = words.composition.plan;
  const names = steps.filter(({ kind }) => kind === 'registry').map(({ id }) => words.registry(id));
  return [...new Set(names)];
}

function receivesOf(words: Words, blocks: readonly PlanStep[]): Guide['receives'] {
  const results = new Map<string, Set<string>>();
  for (const step of blocks) {
    for (const { of } of Object.values(step.out)) {
      if (!of.includes(' of ')) continue;
      const result = words.materialKey(of);
      results.set(result, (results.get(result) ?? new Set()).add(words.step(step.id)));
    }
  }
  return [...results].map(([result, from]) => ({ result, from: words.list([...from]) }));
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

function figuresOf({ composition, say }: Words): GuideFigure[] {
  const { before, after } = composition.report;
  const names = ['forms', 'fieldsToFill', 'materialsLeft', 'steps', 'trips', 'workingDays'] as const;
  const currencies = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])].sort();
  return [
    ...names.map((name) => ({
      figure: say(`guide.figure.${name}`),
      alone: before[name].value,
      together: after[name].value,
    })),
    ...currencies.map((currency) => ({
      figure: currency === 'CNY' ? say('guide.figure.feesCny') : say('guide.figure.fees', { currency }),
      alone: before.fees[currency]?.value ?? 0,
      together: after.fees[currency]?.value ?? 0,
    })),
  ];
}
