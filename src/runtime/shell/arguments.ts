import type { OwnKind } from '../../messages/index.js';
import { isInstant } from '../../time/index.js';
import { tell } from './messages.js';

/** A moment that a caller hands over. */
export const instantArgument: OwnKind = {
  is: isInstant,
  what: tell('argument.moment', { example: '2026-09-30T09:00:00.000+08:00' }),
};
