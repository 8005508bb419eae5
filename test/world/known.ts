/** A law that is known to be broken in some worlds. Whoever mends it takes the entry out: a test demands that. */
export interface KnownFault {
  /** The day on which it was found. */
  since: string;
  reason: string;
  /** Names of worlds. */
  worlds: readonly string[];
}

export const knownFaults: readonly KnownFault[] = [
  {
    since: '2026-11-30',
    reason:
      'A registry fails: what it would have told is a key of a derivation or decides an input, and nobody is asked for it (DESIGN 11, Before the form).',
    worlds: ['11/4', '13/4', '22/4', '32/4', '40/4'],
  },
  {
    since: '2026-11-30',
    reason: 'A choice within a choice: of the two, the one is asked that does not matter.',
    worlds: ['3/0', '3/2', '3/4'],
  },
  {
    since: '2026-11-30',
    reason:
      'Alternatives: what the applicant gives for one step is handed to another for which a registry has it.',
    worlds: ['10/0', '10/1', '10/2'],
  },
  {
    since: '2026-11-30',
    reason:
      'An anyOf of a step for each item of which one alternative rests on another role: another than the first complete one is handed on.',
    worlds: ['14/0', '14/2', '14/3'],
  },
  {
    since: '2026-11-30',
    reason:
      'Steps end in a deadlock: a condition rests on what a step yields in a situation that the step itself decides.',
    worlds: ['22/1', '22/2', '22/3'],
  },
  {
    since: '2026-11-30',
    reason: 'What a step for each item yields of the case as a whole is asked again, or decides about items.',
    worlds: ['23/0', '23/1', '23/2', '23/3', '23/4'],
  },
  {
    since: '2026-11-30',
    reason: 'A derivation over an empty or partly known list is neither made nor asked.',
    worlds: ['24/2'],
  },
  {
    since: '2026-11-30',
    reason:
      'A derived fact whose key is asked only where the fact itself has some value: nobody is asked for either.',
    worlds: ['29/0', '29/1', '29/2', '29/3', '30/3', '31/0', '31/1', '31/2', '31/3'],
  },
  {
    since: '2026-11-30',
    reason: 'Items told in another order: something else is handed to the step of an item.',
    worlds: ['39/0'],
  },
];

/** Why a world is known to break a law, if it is. */
export function knownFault(world: string): KnownFault | undefined {
  return knownFaults.find(({ worlds }) => worlds.includes(world));
}
