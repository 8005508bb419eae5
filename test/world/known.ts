import { told } from './laws.js';
import type { Fault } from './laws.js';

/** A law that is known to be broken in some worlds. Whoever mends it takes the entry out: a test demands that. */
export interface KnownFault {
  /** The day on which it was found. */
  since: string;
  reason: string;
  /** Names of worlds, each with the law that is broken: `3/0 law 1`. */
  worlds: readonly string[];
}

export const knownFaults: readonly KnownFault[] = [
  {
    since: '2026-11-30',
    reason:
      'A registry fails: what it would have told is a key of a derivation or decides an input, and nobody is asked for it (DESIGN 11, Before the form).',
    worlds: ['13/4 law 2', '22/4 law 1', '22/4 law 2', '32/4 law 1', '32/4 law 2'],
  },
  {
    since: '2026-11-30',
    reason:
      'An anyOf of a step for each item of which one alternative rests on another role: another than the first complete one is handed on.',
    worlds: ['14/0 law 2', '14/2 law 2', '14/3 law 2'],
  },
  {
    since: '2026-11-30',
    reason: 'What a step for each item yields of the case as a whole is asked again, or decides about items.',
    worlds: ['23/0 law 3', '23/1 law 1', '23/1 law 2', '23/2 law 1', '23/3 law 1', '23/4 law 1'],
  },
  {
    since: '2026-11-30',
    reason: 'A derivation over an empty or partly known list is neither made nor asked.',
    worlds: ['24/2 law 1'],
  },
  {
    since: '2026-11-30',
    reason: 'Items told in another order: something else is handed to the step of an item.',
    worlds: ['39/0 law 3'],
  },
  {
    since: '2026-11-30',
    reason:
      'What can never be known any more is concluded only when nothing else is under way, and so a day too late.',
    worlds: ['9/1 law 4'],
  },
  {
    since: '2026-11-30',
    reason:
      'A step waits for a step that the facts rule out: composed in, they let it begin at once (an edge whose condition is open until then).',
    worlds: ['21/2 law 5', '28/0 law 5', '39/2 law 5'],
  },
];

/** The laws that a world is known to break. */
export function knownLaws(world: string): number[] {
  return knownFaults
    .flatMap(({ worlds }) => worlds)
    .flatMap((one) => {
      const [, name, law] = /^(.*) law (\d)$/.exec(one)!;
      return name === world ? [Number(law)] : [];
    });
}

/** What a world breaks besides, and what it is known to break and does not any more. */
export function unexpected(world: string, faults: readonly Fault[]): string[] {
  const known = knownLaws(world);
  const broken = new Set(faults.map(({ law }) => law as number));
  return [
    ...told(faults.filter(({ law }) => !known.includes(law))),
    ...known.filter((law) => !broken.has(law)).map((law) => `law ${law} holds now: take it out of known.ts`),
  ];
}
