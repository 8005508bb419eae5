import { groupBy } from '../../base/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import type { BoundUse } from '../bind/bound.js';
import { channelsOf } from '../bind/variants.js';

/** Something for which the applicant has to go somewhere, and when. */
export interface Trip {
  /** A matter that is handled at the counter, or a transfer that takes in or hands out there. */
  step: string;
  when: Predicate;
  /** Trips to one place are one trip. Absent: the place is that of the matter alone. */
  place?: string;
}

/**
 * For what the applicant of a use has to go somewhere: a matter that cannot be done online, where it is not collected
 * nearer; the place that collects it then; the counter that hands out the result.
 */
export function tripsOf(use: BoundUse): Trip[] {
  const { acts, guard, name } = use;
  const fetched = acts.flatMap(({ transfer, when }): Trip[] =>
    transfer?.from === 'issue' && transfer.by === 'counter'
      ? [{ step: transfer.step, when: all(guard, when) }]
      : [],
  );
  const offline = any(
    ...channelsOf(use)
      .filter(({ value }) => !value.includes('online'))
      .map(({ when }) => when),
  );
  const collected = acts.flatMap(({ act, transfer, when, authority, at }): Trip[] =>
    act === 'collect' && transfer !== undefined
      ? [
          {
            step: transfer.step,
            when: all(guard, offline, when),
            place: `${authority ?? ''} ${at?.key ?? ''}`,
          },
        ]
      : [],
  );
  const itself = all(
    guard,
    offline,
    not(any(...acts.filter(({ act }) => act === 'collect').map(({ when }) => when))),
  );
  return reached([{ step: name, when: itself }, ...collected, ...fetched]);
}

function reached(trips: readonly Trip[]): Trip[] {
  return trips.filter(({ when }) => when !== false);
}

/**
 * The journeys of a use, each with the trips of which it may consist: the application takes one way, and so does the
 * result. Of several ways that are open, the first counts.
 */
function journeysOf(use: BoundUse): Trip[][] {
  const isFetched = ({ step }: Trip): boolean =>
    use.acts.some((act) => act.act === 'issue' && act.transfer?.step === step);
  const trips = tripsOf(use);
  return [trips.filter((trip) => !isFetched(trip)), trips.filter(isFetched)];
}

const placeOf = ({ place, step }: Trip): string => place ?? step;

/** The trips of all these uses, each place once, with when each is made. */
export function tripsByPlace(uses: readonly BoundUse[]): Trip[] {
  const places = new Map<string, Trip>();
  for (const trip of uses.flatMap(journeysOf).flatMap(firstOpen)) {
    const present = places.get(placeOf(trip));
    const when = present === undefined ? trip.when : any(present.when, trip.when);
    places.set(placeOf(trip), { ...(present ?? trip), when });
  }
  return [...places.values()];
}

function firstOpen(journey: readonly Trip[]): Trip[] {
  return reached(
    journey.map((trip, index) => ({
      ...trip,
      when: all(trip.when, ...journey.slice(0, index).map(({ when }) => not(when))),
    })),
  );
}

/** The steps for which the applicant of all these uses has to go somewhere, one of each place, at most. */
export function tripSteps(uses: readonly BoundUse[]): string[] {
  const first = uses.flatMap(journeysOf).flatMap((journey) => journey.slice(0, 1));
  return [...groupBy(first, placeOf).values()].map(([trip]) => trip!.step);
}
