import { escapeToken, UsageError } from '../base/index.js';
import type { Refusal } from '../runtime/index.js';

/** What a case refuses, as the caller's mistake: its reason, and the places that do not meet the plan's schemas. */
export function refusedError({ code, message, issues = [] }: Refusal): UsageError {
  const places = issues.map(({ at, keyword, missing }) =>
    missing === undefined ? `${at || '/'} (${keyword})` : `${at}/${escapeToken(missing)} (${keyword})`,
  );
  return new UsageError(
    `usage/${code}`,
    message,
    places.length === 0 ? undefined : `At: ${places.join(', ')}`,
  );
}
