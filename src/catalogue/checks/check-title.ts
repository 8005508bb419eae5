import type { Text } from '../../model/index.js';
import type { CheckContext, Place } from './check-context.js';
import { literals } from '../../messages/index.js';

/** Hints at the locales of the catalogue in which a title is missing. A plain text stands for all locales. */
export function checkTitle(title: Text | undefined, place: Place, context: CheckContext): void {
  if (title === undefined || typeof title === 'string') return;
  const missing = context.options.locales.filter((locale) => !Object.hasOwn(title, locale));
  if (missing.length === 0) return;
  context.report('catalogue/title-missing-locale', { locales: literals(missing) }, place.at('title').key);
}
