import { suggest } from '../../base/index.js';
import type { Text } from '../../model/index.js';
import type { CheckContext, Place } from './check-context.js';
import { listOf, literals } from '../../messages/index.js';
import { meantAs } from '../../diagnostics/index.js';
import { tell } from '../messages.js';

/**
 * Hints at the locales of the catalogue in which a title is missing, and at those that the catalogue does not have. A
 * plain text stands for all locales.
 */
export function checkTitle(title: Text | undefined, place: Place, context: CheckContext): void {
  if (title === undefined || typeof title === 'string') return;
  const { locales } = context.options;
  const missing = locales.filter((locale) => !Object.hasOwn(title, locale));
  const unknown =
    locales.length === 0 ? [] : Object.keys(title).filter((locale) => !locales.includes(locale));
  for (const locale of unknown) {
    const near = missing.length === 1 ? missing : suggest(locale, missing);
    const others = { help: tell('help.locales', { names: listOf(locales, 'comma') }) };
    const help = near.length > 0 ? meantAs(near) : others;
    context.report('catalogue/unknown-locale', { locale }, place.at('title', locale).key, help);
  }
  // Where a locale is misspelt, that is why another is missing.
  if (missing.length <= unknown.length) return;
  context.report('catalogue/title-missing-locale', { locales: literals(missing) }, place.at('title').key);
}
