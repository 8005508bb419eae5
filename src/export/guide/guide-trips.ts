import { groupBy } from '../../base/index.js';
import type { PlanStep, Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import { alternativesAmong } from './guide-alternatives.js';
import type { GuideTrips } from './guide.js';
import type { Words } from './words.js';

/**
 * How often somebody has to go somewhere, at most, for what, and when. A matter that states no channel may need a trip or
 * none: it is counted apart.
 */
export function tripsOf(words: Words, blocks: readonly PlanStep[]): GuideTrips {
  const { steps } = words.composition.plan;
  const handedOut = steps.filter(
    ({ transfer }) =>
      transfer?.by === 'counter' && (transfer.to === 'applicant' || transfer.from === 'collect'),
  );
  const isCollected = ({ places }: PlanStep): boolean => (places?.collect ?? []).length > 0;
  const trips = [
    ...blocks.filter((step) => !isCollected(step)).flatMap((step) => tripFor(step, offlineWhen(step), words)),
    ...handedOut.flatMap((step) => tripFor(step, true, words)),
  ];
  const unstated = blocks.filter(({ channels = [], variants = [] }) =>
    [channels, ...variants.map((variant) => variant.channels ?? [])].every((names) => names.length === 0),
  );
  const byMatter = groupBy(trips, ({ matter }) => matter);
  return {
    atMost: alternativesAmong(
      trips.map(({ step }) => step),
      words,
    ).length,
    for: [...byMatter].map(([matter, same]) =>
      words.ifSo(matter, any(...same.map(({ step }) => step.when ?? true))),
    ),
    unstated: unstated.length,
    isStated: unstated.length < blocks.length || trips.length > 0,
  };
}

function tripFor(step: PlanStep, offline: Predicate, words: Words): { step: PlanStep; matter: string }[] {
  const when = all(step.when ?? true, offline);
  if (!words.isPossible(when)) return [];
  return [{ step: { ...step, when }, matter: words.matter(step.transfer?.of ?? step.id) }];
}

/** When the channels in force do not include the one online. */
function offlineWhen({ channels = [], variants = [] }: PlanStep): Predicate {
  const stated = variants.filter((variant) => variant.channels !== undefined);
  const isOffline = (names: readonly string[]): boolean => names.length > 0 && !names.includes('online');
  const earlier = (count: number): Predicate => not(any(...stated.slice(0, count).map(({ when }) => when)));
  return any(
    ...stated.flatMap((variant, index) =>
      isOffline(variant.channels ?? []) ? [all(variant.when, earlier(index))] : [],
    ),
    ...(isOffline(channels) ? [earlier(stated.length)] : []),
  );
}
