import type { Eligibility } from './block.js';
import type { Basis, DocumentBase } from './common.js';
import type { Condition } from './condition.js';
import type { Duration } from './duration.js';
import type { Places } from './places.js';
import type { Text } from './text.js';

/** A subject as it takes part in a bundle. */
export interface BundleRole {
  type: string;
  title?: Text;
  /** How many there may be; at most 1000. */
  many?: { min?: number; max?: number };
  /** Of a role that repeats: the element by whose value its items are told apart. */
  key?: string;
  when?: Condition;
}

interface UseBase {
  as?: string;
  /** Role of the used block or bundle -> role of this bundle. Same-named roles bind by themselves. */
  with?: Record<string, string>;
  each?: string;
  when?: Condition;
  /** The applicant may leave it out. */
  choice?: boolean;
}

/** A block in a bundle. */
export interface BlockUse extends UseBase {
  block: string;
  /** Instead of what the block says, over the roles of the bundle. */
  places?: Places;
}

/** A bundle in a larger bundle. */
export interface BundleUse extends UseBase {
  bundle: string;
}

/** Exactly one of these in every situation. */
export interface OneOfUse {
  oneOf: (BlockUse | BundleUse)[];
}

/** What a bundle is composed of. */
export type Use = BlockUse | BundleUse | OneOfUse;

/** The one thing, composed of blocks and of other bundles. Kin: LifeEvent (CPSV-AP 3.2), 一件事. */
export interface Bundle extends DocumentBase {
  kind: 'bundle';
  basis?: Basis[];
  roles: Record<string, string | BundleRole>;
  applicant?: string;
  known?: string[];
  registries?: string[];
  uses: Use[];
  eligibility?: Eligibility[];
  target?: { within: Duration };
}
