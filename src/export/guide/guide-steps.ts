import { tokensOf } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import type { GuideStep } from './guide.js';
import type { Words } from './words.js';

/** The matters in the order of the stages in which they can run, counted over the stages that have any. */
export function guideSteps(words: Words, blocks: readonly PlanStep[]): GuideStep[] {
  const byId = new Map(blocks.map((step) => [step.id, step]));
  const stages = words.composition.plan.stages
    .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter((steps) => steps.length > 0);
  return stages.flatMap((steps, index) => steps.map((step) => guideStep(words, byId, step, index + 1)));
}

function guideStep(
  words: Words,
  blocks: ReadonlyMap<string, PlanStep>,
  step: PlanStep,
  stage: number,
): GuideStep {
  const { say } = words;
  const block = step.block === undefined ? undefined : words.catalogue.blocks.get(step.block)?.document;
  const description = words.text(block?.description);
  const when = conditionWords(step.when, words);
  const { promised, statutory } = step.deadline ?? {};
  const role = step.each === undefined ? undefined : tokensOf(step.each)[0];
  const outputs = Object.values(step.out).map(({ of }) =>
    of.includes(' of ') ? words.materialKey(of) : words.field(of),
  );
  return {
    stage,
    title: words.step(step.id),
    ...(description === undefined ? {} : { description }),
    ...(step.authority === undefined ? {} : { authority: words.authority(step.authority) }),
    ...(when === undefined ? {} : { when }),
    ...(role === undefined ? {} : { each: say('guide.each', { role: words.role(role) }) }),
    isChoice: step.choice === true,
    after: [...new Set(step.after.flatMap(({ step: id }) => (blocks.has(id) ? [words.step(id)] : [])))],
    ...(promised === undefined ? {} : { promised: words.duration(promised) }),
    ...(statutory === undefined ? {} : { statutory: words.duration(statutory) }),
    pauses: (step.pauses ?? []).map((pause) => pauseOf(words, pause)),
    ...(step.fee === undefined ? {} : { fee: feeOf(words, step.fee) }),
    channels: (step.channels ?? []).map((channel) => channelOf(words, channel)),
    receives: outputs,
    eligibility: (step.eligibility ?? []).map(({ otherwise }) => words.text(otherwise) ?? ''),
    basis: words.basis(step.basis),
  };
}

function pauseOf(words: Words, pause: NonNullable<PlanStep['pauses']>[number]): string {
  const args = { reason: words.text(pause.reason) ?? '', time: words.duration(pause.time) };
  const text = words.say('guide.pause', args);
  const condition = conditionWords(pause.when, words);
  return condition === undefined ? text : words.say('guide.pauseWhen', { pause: text, condition });
}

function feeOf(words: Words, { amount, currency, per }: NonNullable<PlanStep['fee']>): string {
  if (amount === 0) return words.say('guide.free');
  const fee = words.money(amount, currency);
  return per === undefined ? fee : words.say('guide.feePer', { fee, role: words.role(per) });
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
