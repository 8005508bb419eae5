import type { JsonValue } from '../../base/index.js';
import type { DocumentBase } from './common.js';
import type { Duration } from './duration.js';

/** Something that answers facts or materials from keys, without asking the applicant; a derivation is a local one. */
export interface Registry extends DocumentBase {
  kind: 'registry';
  authority?: string;
  /** The subject whose elements `given` and `gives` name; without it they name fields of roles. */
  subject?: string;
  /** The name of a derivation: computed on the spot, asked of nobody. */
  local?: string;
  /** What the derivation needs besides, as in the year for an age. */
  options?: Record<string, JsonValue>;
  given: string[];
  gives: (string | { material: string; of?: string })[];
  /** The role that has to consent before anything is looked up; the subject itself means whoever is looked up. */
  consent?: string;
  /** How long an answer may be old when the form is handed in: after that it is looked up again. */
  fresh?: Duration;
}

/** The derivations that every host has; a host may register further ones by name. */
export const derivationNames = [
  'equal',
  'before',
  'age-at',
  'sum',
  'count',
  'identity-birth-date',
  'identity-sex',
] as const;
