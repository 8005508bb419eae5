import type { Predicate } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import type { BoundUse, LeafDemand } from '../bind/bound.js';
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
 * For what the applicant of a use has to go somewhere: a matter that cannot be done online or wants an original, where it is
 * not collected nearer; the place that collects it then; the counter that hands out the result.
 */
function tripsOf(use: BoundUse, originals: Predicate): Trip[] {
  const { acts, guard, name } = use;
  const fetched = acts.flatMap(({ transfer, when }): Trip[] =>
    transfer?.from === 'issue' && transfer.by === 'counter'
      ? [{ step: transfer.step, when: all(guard, when) }]
      : [],
  );
  const offline = any(offlineOf(use), broughtOf(use, originals));
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

/** When the channels in force do not include the one online. */
function offlineOf(use: BoundUse): Predicate {
  return any(
    ...channelsOf(use)
      .filter(({ value }) => !value.includes('online'))
      .map(({ when }) => when),
  );
}

/** When an original has to be handed in and no mail takes it: whoever gives it goes there. */
function broughtOf(use: BoundUse, originals: Predicate): Predicate {
  const byMail = channelsOf(use).flatMap(({ value, when }) => (value.includes('mail') ? [when] : []));
  return all(originals, not(any(...byMail)));
}

/** Is an original wanted, and no copy of it? */
export function isOriginal({ kind, input }: LeafDemand): boolean {
  return kind === 'material' && 'form' in input && input.form === 'original';
}

function reached(trips: readonly Trip[]): Trip[] {
  return trips.filter(({ when }) => when !== false);
}

/**
 * The journeys of a use, each with the trips of which it may consist: the application takes one way, and so does the
 * result. Of several ways that are open, the first counts.
 */
function journeysOf(use: BoundUse, originals: Predicate): Trip[][] {
  const isFetched = ({ step }: Trip): boolean =>
    use.acts.some((act) => act.act === 'issue' && act.transfer?.step === step);
  const trips = tripsOf(use, originals);
  return [trips.filter((trip) => !isFetched(trip)), trips.filter(isFetched)];
}

const placeOf = ({ place, step }: Trip): string => place ?? step;

/**
 * The trips of all these uses, each place once, with when each is made.
 * @param originals when the applicant has to hand in an original for a use
 */
export function tripsByPlace(uses: readonly BoundUse[], originals: (use: BoundUse) => Predicate): Trip[] {
  const places = new Map<string, Trip>();
  for (const trip of uses.flatMap((use) => journeysOf(use, originals(use))).flatMap(firstOpen)) {
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

/**
 * The trips of a matter outside any bundle, and when they are made: as the block says, else as its channels do.
 * @param originals when whoever applies for it alone has to hand in an original
 */
export function tripsAlone(use: BoundUse, originals: Predicate): { trips: number; when: Predicate } {
  const stated = use.block.alone?.trips;
  if (stated !== undefined) return { trips: stated, when: use.guard };
  return {
    trips: 1,
    when: all(use.guard, any(...tripsByPlace([use], () => originals).map(({ when }) => when))),
  };
}

/** The uses of which no document tells whether they take a trip. */
export function unstatedTrips(uses: readonly BoundUse[], side: 'alone' | 'bundle'): string[] {
  return uses
    .filter((use) => tripsOf(use, false).length === 0 && channelsOf(use).length === 0)
    .filter(({ block }) => side === 'bundle' || block.alone?.trips === undefined)
    .map(({ name }) => name);
}
