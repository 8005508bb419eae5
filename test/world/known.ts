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
      'A block that accepts a material as an upload only is handed what a registry gave to another block (DESIGN 11, Source).',
    worlds: ['school-enrolment-kindergarten-not-offered', 'school-enrolment-primary-not-offered'],
  },
  {
    since: '2026-11-30',
    reason:
      'The bundle demands something of a fact that a registry gives, and the start is accepted all the same (DESIGN 11, Eligibility).',
    worlds: [
      'newborn-jiangxi-born-elsewhere',
      'newborn-jiangxi-open',
      'newborn-jiangxi-registered-elsewhere',
      'newborn-jiangxi-two-collective-households',
      'newborn-shanghai-open',
      'newborn-shanghai-two-collective-households',
    ],
  },
];

/** Why a world is known to break a law, if it is. */
export function knownFault(world: string): KnownFault | undefined {
  return knownFaults.find(({ worlds }) => worlds.includes(world));
}
