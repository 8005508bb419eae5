import { UsageError, assertArguments } from '../../messages/index.js';
import { tell } from './messages.js';

/** Tokens and keys hold the id, and lists go on after one. */
const longest = 512;

/**
 * Can a case be called that?
 * @throws UsageError `usage/case-id` where the id is empty or longer than 512 characters
 */
export function assertCaseId(id: string): void {
  if (typeof id === 'string' && id.length > 0 && id.length <= longest) return;
  throw new UsageError(tell('usage/case-id', { most: longest }));
}

/**
 * Can an applicant's cases be found by that?
 * @throws UsageError `usage/argument`
 */
export function assertReference(reference: string | undefined): void {
  const is = (value: unknown): boolean =>
    value === undefined || (typeof value === 'string' && value.length > 0 && value.length <= longest);
  assertArguments(
    'start',
    { reference: { is, what: tell('argument.reference', { most: longest }) } },
    { reference },
  );
}
