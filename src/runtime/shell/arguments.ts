import type { OwnKind } from '../../messages/index.js';
import { isInstant } from '../machine/instant.js';

/** A moment that a caller hands over. */
export const instantArgument: OwnKind = {
  is: isInstant,
  must: 'a moment such as "2026-09-30T09:00:00.000+08:00"',
};
