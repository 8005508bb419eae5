import { omitUndefined, tokensOf } from '../../base/index.js';
import { isMaterialKey } from '../../model/index.js';
import type { PlanStep, Predicate } from '../../model/index.js';
import { factsOf, substitute } from '../../predicate/index.js';
import { conditionWords } from './condition-words.js';
import { alternativesAmong } from './guide-alternatives.js';
import type { GuideStep } from './guide.js';
import { withoutVerb } from './chinese.js';
import { placeLines, transferLine, transfersOf } from './guide-places.js';
import type { Words } from './words.js';

/** The matters in the order of the stages in which they can run, counted over the stages that have any. */
export function guideSteps(words: Words, blocks: readonly PlanStep[]): GuideStep[] {
  const byId = new Map(blocks.map((step) => [step.id, step]));
  const stages = words.composition.plan.stages
    .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter((steps) => steps.length > 0);
  return stages.flatMap((steps, index) => steps.map((step) => guideStep(words, step, index + 1)));
}

function guideStep(words: Words, step: PlanStep, stage: number): GuideStep {
  const block = step.block === undefined ? undefined : words.catalogue.blocks.get(step.block)?.document;
  const description = words.text(block?.description);
  const when = takesPlace(step, words);
  const role = step.each === undefined ? undefined : tokensOf(step.each)[0];
  const transfers = transfersOf(step, words);
  return {
    stage,
    title: words.step(step.id),
    ...omitUndefined({ description }),
    ...(step.authority === undefined ? {} : { authority: words.authority(step.authority) }),
    ...omitUndefined({ when }),
    ...(role === undefined ? {} : { each: words.say('guide.each', { role: words.role(role) }) }),
    isChoice: step.choice === true,
    ...mattersBefore(step, words),
    ...limitsOf(step.deadline, words),
    variants: variantsOf(step, words),
    pauses: (step.pauses ?? []).map((pause) => pauseOf(words, pause, step.when)),
    ...(step.fee === undefined ? {} : { fee: feeOf(words, step.fee) }),
    channels: channelLines(step, words),
    places: placeLines(step, words),
    transfers: [
      ...transfers.map((one) => transferLine(one, step.when, words)),
      ...(transfers.some(({ transfer }) => transfer.from === 'collect') ? [words.say('guide.since')] : []),
    ],
    apply: applyLines(step, words),
    receives: receivesOf(step, words),
    eligibility: (step.eligibility ?? []).map(({ otherwise }) => words.text(otherwise) ?? ''),
    basis: words.basis(step.basis),
  };
}

/** When a matter takes place. That one which may be left out is wanted goes without saying. */
export function takesPlace({ when, id, choice }: PlanStep, words: Words): string | undefined {
  if (when === undefined || choice !== true) return conditionWords(when, words);
  return conditionWords(substitute(when, factsOf({ choices: { [id]: true } })), words);
}

/** The matters that come first, also those whose result only has to get here before; apart, those it follows in time alone. */
function mattersBefore({ id, after }: PlanStep, words: Words): Pick<GuideStep, 'after' | 'order'> {
  const { steps } = words.composition.plan;
  const stepOf = (name: string) => steps.find((one) => one.id === name);
  const needed = new Set<PlanStep>();
  const earlier = new Set<PlanStep>();
  for (const { step: name, needs, because } of after) {
    const step = stepOf(name);
    const matter = step?.kind === 'block' ? step : stepOf(step?.transfer?.of ?? '');
    if (matter === undefined || matter.id === id) continue;
    const isOrder = needs === 'end' && because.every(({ kind }) => kind === 'after' || kind === 'before');
    (isOrder ? earlier : needed).add(matter);
  }
  return {
    after: eitherOf([...needed], words),
    order: eitherOf(
      [...earlier].filter((step) => !needed.has(step)),
      words,
    ).map((matter) => words.say('guide.orderAfter', { matter: withoutVerb(matter) })),
  };
}

/** Matters by their titles; those of which only one takes place stand together, as alternatives. */
function eitherOf(steps: readonly PlanStep[], words: Words): string[] {
  const separator = words.say('guide.alternativeSeparator');
  return alternativesAmong(steps, words).map((group) => {
    const titles = group.map(({ id }) => words.step(id));
    return titles.length === 1 ? titles[0]! : words.say('guide.oneOf', { list: titles.join(separator) });
  });
}

function limitsOf(deadline: PlanStep['deadline'], words: Words): { promised?: string; statutory?: string } {
  const { promised, statutory } = deadline ?? {};
  return {
    ...(promised === undefined ? {} : { promised: words.duration(promised) }),
    ...(statutory === undefined ? {} : { statutory: words.duration(statutory) }),
  };
}

function variantsOf({ variants = [] }: PlanStep, words: Words): GuideStep['variants'] {
  return variants.flatMap(({ when, deadline }) =>
    deadline === undefined
      ? []
      : [{ when: conditionWords(when, words) ?? words.say('words.always'), ...limitsOf(deadline, words) }],
  );
}

function pauseOf(
  words: Words,
  pause: NonNullable<PlanStep['pauses']>[number],
  given: Predicate | undefined,
): string {
  const time = words.duration(pause.time);
  // What an author adds to the reason stands behind the time.
  const [reason = '', ...aside] = (words.text(pause.reason) ?? '').split(/\s*[；;]\s*/u);
  const text =
    aside.length === 0
      ? words.say('guide.pause', { reason, time })
      : words.say('guide.pauseAside', {
          reason,
          time,
          aside: aside.join(words.say('words.sentenceSeparator')),
        });
  return words.ifSo(text, pause.when, given);
}

function feeOf(words: Words, { amount, currency, per }: NonNullable<PlanStep['fee']>): string {
  if (amount === 0) return words.say('guide.free');
  const fee = words.money(amount, currency);
  return per === undefined ? fee : words.say('guide.feePer', { fee, role: words.role(per) });
}

function channelLines({ channels = [], variants = [], when: given }: PlanStep, words: Words): string[] {
  const line = (names: readonly string[]) => names.map((name) => channelOf(words, name)).join(separator);
  const separator = words.say('words.listSeparator');
  return [
    ...(channels.length === 0 ? [] : [line(channels)]),
    ...variants.flatMap(({ when, channels: names }) =>
      names === undefined ? [] : [words.ifSo(line(names), when, given)],
    ),
  ];
}

/** The ways that most catalogues name have words in each language; another one is shown as it is written. */
function channelOf({ say }: Words, channel: string): string {
  switch (channel) {
    case 'online':
    case 'counter':
    case 'mail':
    case 'phone':
    case 'app':
      return say(`guide.channel.${channel}`);
    default:
      return channel;
  }
}

/** Within which time to apply, and what that rests on. */
export function applyLines({ apply = [], when: given }: PlanStep, words: Words): string[] {
  return apply.map(({ within, after, when }) => {
    const args = { time: words.duration(within), day: words.dayAt(after) };
    return words.ifSo(words.say('guide.applyWithin', args), when, given);
  });
}

/** What comes of a matter: documents, facts, and what nobody else takes. */
function receivesOf(step: PlanStep, words: Words): string[] {
  const outputs = Object.values(step.out).map(({ of, when }) =>
    words.ifSo(isMaterialKey(of) ? words.materialKey(of) : words.field(of), when, step.when),
  );
  return [...outputs, ...(step.results ?? []).map((result) => resultLine(result, step.when, words))];
}

/** A payment, a service, goods or a standing, and when it comes of the matter. */
export function resultLine(
  { title, when }: NonNullable<PlanStep['results']>[number],
  given: Predicate | undefined,
  words: Words,
): string {
  return words.ifSo(words.text(title) ?? '', when, given);
}
