import { assertArguments, UnavailableError } from '../../messages/index.js';
import { tell } from './messages.js';

/** What helps where one case in a store is damaged. */
export const restoreCase = tell('runtime/store-corrupt:restore');

/** What a store rejects with where the entries of a commit do not follow what is there. */
export function conflictError(id: string): UnavailableError {
  assertArguments('conflictError', { id: 'text' }, { id });
  return new UnavailableError(tell('runtime/conflict', { id }));
}

/** Where a runner takes no calls any more. Not a mistake of the caller: another process, or this one started anew, takes it. */
export function closedError(): UnavailableError {
  return new UnavailableError(tell('runtime/closed'));
}

/** Where a store has a case and not its plan. */
export function noPlanError(id: string): UnavailableError {
  return new UnavailableError(tell('runtime/store-corrupt:no-plan', { id }), {
    help: restoreCase,
    isRetryable: false,
  });
}
