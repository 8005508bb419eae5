import { escapeToken } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import { textIn } from '../../model/index.js';
import type { Refusal } from '../../runtime/index.js';

/**
 * What a case refuses, as the caller's mistake: its reason, the places that do not meet the plan's schemas, and what the
 * applicant does not meet.
 */
export function refusedError(
  { code, message, issues = [], unmet = [] }: Refusal,
  locale: string | undefined,
): UsageError {
  const locales = locale === undefined ? [] : [locale];
  const demands = unmet.map(({ otherwise }) => textIn(otherwise, ...locales));
  const places = issues.map(({ at, keyword, missing }) =>
    missing === undefined ? `${at || '/'} (${keyword})` : `${at}/${escapeToken(missing)} (${keyword})`,
  );
  return new UsageError(
    `usage/${code}`,
    message,
    places.length === 0 ? demands.join('\n') || undefined : `At: ${places.join(', ')}`,
  );
}
