import { UsageError } from '../../messages/index.js';
import { tell } from './messages.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';

/**
 * The locale asked for; else the first that the catalogue promises, else English.
 * @throws UsageError `usage/locale` where it is no language tag (BCP 47)
 */
export function localeOf(wanted: string | undefined, catalogue: LoadedCatalogue): string {
  const locale = wanted ?? catalogue.locales[0] ?? 'en';
  if (/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(locale)) return locale;
  throw new UsageError(tell('usage/locale', { locale }), tell('usage/locale:example'));
}
