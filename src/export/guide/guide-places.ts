import { deepEqual } from '../../base/index.js';
import { parseDuration } from '../../model/index.js';
import type { PlanAct, PlanStep, Predicate, Transfer } from '../../model/index.js';
import type { Words } from './words.js';

/** Who collects, accepts, decides and issues a matter, one line for each; nothing where one place does it all. */
export function placeLines(step: PlanStep, words: Words): string[] {
  const of = (name: keyof NonNullable<PlanStep['places']>) =>
    (step.places?.[name] ?? []).map((act) => ({ who: whoWhere(act, words), when: act.when }));
  const [collect, accept, decide, issue] = [of('collect'), of('accept'), of('decide'), of('issue')];
  const isOne = accept.length > 0 && deepEqual(accept, decide);
  const lines = [
    ...collect.map((act) => ({ ...act, key: 'guide.place.collect' as const })),
    ...accept.map((act) => ({
      ...act,
      key: isOne ? ('guide.place.both' as const) : ('guide.place.accept' as const),
    })),
    ...(isOne ? [] : decide).map((act) => ({ ...act, key: 'guide.place.decide' as const })),
    ...issue.map((act) => ({ ...act, key: 'guide.place.issue' as const })),
  ];
  return lines.map(({ key, who, when }) => words.ifSo(words.say(key, { who }), when, step.when));
}

function whoWhere({ authority, at }: PlanAct, words: Words): string {
  const who = authority === undefined ? undefined : words.authority(authority);
  if (at === undefined) return who ?? words.say('guide.place.somebody');
  const field = words.quoted(words.fieldAt(at));
  return who === undefined
    ? words.say('guide.place.at', { field })
    : words.say('guide.place.whoAt', { who, field });
}

type TransferStep = PlanStep & { transfer: Transfer };

/** The transfers that belong to a matter. */
export function transfersOf({ id }: PlanStep, words: Words): TransferStep[] {
  return words.composition.plan.steps.filter((step): step is TransferStep => step.transfer?.of === id);
}

/** What is passed on, how, how long it takes, and whether that is part of the limit. */
export function transferLine(step: TransferStep, given: Predicate | undefined, words: Words): string {
  const { say } = words;
  const { from, to, by } = step.transfer;
  const time = step.deadline?.promised ?? step.deadline?.statutory;
  const way = { to: say(`transfer.to-${to}`), by: say(`transfer.${by}`) };
  if (time === undefined || parseDuration(time).count === 0) {
    return words.ifSo(say('guide.transfer', way), step.when, given);
  }
  const key = from === 'accept' ? 'guide.transferWithin' : 'guide.transferBeside';
  return words.ifSo(say(key, { ...way, time: words.duration(time) }), step.when, given);
}
