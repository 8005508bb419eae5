import { assertArguments, UnavailableError } from '../../messages/index.js';
import { stateFormat } from '../machine/state.js';
import { tell } from './messages.js';
import type { CaseRecord } from './ports.js';

/**
 * Is the state of a case of the format that this version reads? What another version wrote is left as it is.
 * @throws UnavailableError `runtime/case-format`, not retryable
 */
export function assertCaseFormat(record: Pick<CaseRecord, 'id' | 'state'>): void {
  assertArguments('assertCaseFormat', { record: 'object' }, { record });
  assertArguments('assertCaseFormat', { id: 'text', state: 'object' }, { ...record });
  const { id, state } = record;
  const found: number = state.formatVersion;
  if (found === stateFormat) return;
  throw new UnavailableError(tell('runtime/case-format', { id, found, known: stateFormat }), {
    help: tell('runtime/case-format:help'),
    isRetryable: false,
  });
}
