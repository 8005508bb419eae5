import { escapeToken } from '../../base/index.js';
import { authorText, listOf, literals, UsageError } from '../../messages/index.js';
import { textIn } from '../../model/index.js';
import type { Refusal } from '../../runtime/index.js';
import { tell } from './messages.js';

/**
 * What a case refuses, as the caller's mistake: its reason, the places that do not meet the plan's schemas, and what the
 * applicant does not meet.
 */
export function refusedError(
  { issues = [], unmet = [], ...refusal }: Refusal,
  locale: string | undefined,
): UsageError {
  const locales = locale === undefined ? [] : [locale];
  const demands = unmet.map(({ otherwise }) => authorText(textIn(otherwise, ...locales) ?? ''));
  const places = issues.map(({ at, keyword, missing }) =>
    missing === undefined ? `${at || '/'} (${keyword})` : `${at}/${escapeToken(missing)} (${keyword})`,
  );
  const said = tell(`usage/${refusal.code}:refused`, { refusal });
  if (places.length > 0) return new UsageError(said, tell('refused.places', { places: literals(places) }));
  if (demands.length === 0) return new UsageError(said);
  return new UsageError(said, tell('refused.unmet', { demands: listOf(demands, 'line') }));
}
