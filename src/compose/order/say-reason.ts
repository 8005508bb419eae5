import type { Message } from '../../messages/index.js';
import { tell } from './messages.js';
import type { Wait } from './wait.js';

/** Why a step waits for another one. */
export function sayReason({ kind, of }: Wait): Message {
  switch (kind) {
    case 'field':
    case 'material':
      return tell('order.takes', { of });
    case 'prerequisite':
      return tell('order.prerequisite', { of });
    case 'after':
    case 'before':
      return tell('order.wish', { of });
    case 'condition':
      return tell('order.condition', { of });
    case 'registry':
      return tell('order.registry', { of });
    case 'transfer':
      return tell('order.transfer', { of });
    case 'check':
      return tell('order.check', { of });
  }
}
