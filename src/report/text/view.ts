import type { Location } from '../../diagnostics/index.js';
import { textIn } from '../../model/index.js';
import type { Text } from '../../model/index.js';
import { sayIn } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import type { Say } from '../../languages/index.js';
import { placeText } from './words/place-text.js';
import { plainStyle } from './layout/style.js';
import type { Style } from './layout/style.js';

/** How a text for people is set. */
export interface TextOptions {
  /** Left out: no colours. */
  style?: Style;
  /** Columns of a line. Left out: 100. Code, conditions and names are never cut. */
  width?: number;
  /** The language of everything that is not a title. Left out: English. */
  language?: Language;
  /** The language of titles, BCP 47. Left out: English, or whatever a title has. */
  locale?: string;
  /** What people call an authority, by its id. Left out: the id. */
  authorityTitle?: (id: string) => Text | undefined;
  /** How a file is named. Left out: as the catalogue names it. */
  fileName?: (file: string) => string;
}

/** The options of a text, every one of them settled. */
export interface View {
  style: Style;
  width: number;
  language: Language;
  say: Say;
  title: (text: Text | undefined, otherwise: string) => string;
  authority: (id: string) => string;
  place: (at: Location) => string;
}

/** The view of the options. */
export function viewOf(options: TextOptions = {}): View {
  const {
    style = plainStyle,
    width = 100,
    locale = 'en',
    language = 'en',
    authorityTitle = () => undefined,
  } = options;
  const title: View['title'] = (text, otherwise) => textIn(text, locale) ?? otherwise;
  const { fileName = (file) => file } = options;
  return {
    style,
    width,
    language,
    say: sayIn(language),
    title,
    authority: (id) => title(authorityTitle(id), id),
    place: (at) => placeText({ ...at, file: fileName(at.file) }),
  };
}
