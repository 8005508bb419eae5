import type { JsonObject } from '../../base/index.js';

/** What a registry holds of what it gives: all, nothing, only these names; `down`: it does not answer. */
export type Holdings = 'all' | 'nothing' | 'down' | { some: string[] };

/** What an authority decides. `returned`: it returns the case once, and approves then. */
export type Decision = 'approved' | 'rejected' | 'returned' | 'withdrawn';

/** Everything that is so around a case, as far as it is said: a simulation makes up the rest. */
export interface World {
  $schema?: string;
  /** The true values, by role as the form has them, or by field. */
  values?: JsonObject;
  /** What the applicant chooses, by use. */
  choices?: Record<string, boolean>;
  /** Materials that the applicant lets follow, where that is allowed: "lease of owner". */
  deferred?: string[];
  /** Materials instead of which the applicant makes a commitment, where that is allowed. */
  committed?: string[];
  /** Materials of which what the applicant declares is not so: a check finds it out. */
  untrue?: string[];
  /** What registries hold, by id. Left out: all. */
  registries?: Record<string, Holdings>;
  /** What authorities decide, by id of block or key of step. Left out: they approve. */
  decisions?: Record<string, Decision>;
  /** What steps yield other than the true value: by id of block or key of step, and by the name of the output. */
  yields?: Record<string, JsonObject>;
  /** What the applicant says other than the true value, by field. */
  lies?: JsonObject;
  /** When the case is received, RFC 3339. */
  start?: string;
}
