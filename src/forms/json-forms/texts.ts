import { partsOf } from '../data-path.js';
import { sayIn } from '../text.js';

/** What JSON Forms asks for a text by. */
export type Translate = (key: string, defaultMessage?: string, values?: unknown) => string | undefined;

const ownTexts = /^(Add|Delete|Remove|Up|Down|Move)\b/;

/**
 * The few texts that renderers of JSON Forms bring along, in the language of the form: `i18n={{ locale, translate }}`.
 * Titles and messages come from the view, in its locale.
 */
export function jsonFormsTexts(locale: string): { locale: string; translate: Translate } {
  const say = sayIn(locale);
  const texts: Readonly<Record<string, string>> = {
    add: say('form.add'),
    addTooltip: say('form.add'),
    addAriaLabel: say('form.add'),
    delete: say('form.delete'),
    removeTooltip: say('form.delete'),
    removeAriaLabel: say('form.delete'),
    up: say('form.up'),
    upAriaLabel: say('form.up'),
    moveUp: say('form.up'),
    down: say('form.down'),
    downAriaLabel: say('form.down'),
    moveDown: say('form.down'),
    'enum.none': say('form.none'),
  };
  return {
    locale,
    translate: (key, defaultMessage) => {
      // Below the path of a list, what stands there in English alone is the renderer's own.
      const isOwn = defaultMessage !== undefined && ownTexts.test(defaultMessage);
      return texts[key] ?? (isOwn ? texts[partsOf(key).at(-1)!] : undefined) ?? defaultMessage;
    },
  };
}
