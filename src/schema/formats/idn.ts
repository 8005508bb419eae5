import { isBidi, meetsBidiRule } from './bidi.js';
import { joins } from './joining.js';
import { decode, encode } from './punycode.js';

/**
 * Internationalised host names, RFC 5890 to 5893: the code points come from the derivation of RFC 5892 by Unicode
 * properties, its exceptions and its contextual rules (appendix A).
 */

const separators = /[.\u3002\uff0e\uff61]/u;
/**
 * Disallowed although their category is allowed: RFC 5892 section 2.6 (exceptions), 2.7 to 2.9 (letters that fold to others,
 * what is ignored by default, marks of symbols and music, conjoining Hangul).
 */
const disallowed =
  // eslint-disable-next-line no-misleading-character-class -- each stands for itself
  /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b\u13f8-\u13fd\uab70-\uabbf\u20d0-\u20ff\u{1d100}-\u{1d24f}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u;
/** RFC 5892 section 2.6, exceptions that are allowed although they fold to something else. */
const folding = /[\u00df\u03c2]/gu;
/** RFC 5892 section 2.6, exceptions that are allowed, beside letters, marks and digits that compose to themselves. */
const allowed =
  // eslint-disable-next-line no-misleading-character-class -- each stands for itself
  /^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\u00b7\u00df\u0375\u03c2\u05f3\u05f4\u06fd\u06fe\u0f0b\u200c\u200d\u3007\u30fb-]+$/u;

/** Is the text a host name of U-labels, A-labels or plain labels? */
export function isIdnHostname(text: string): boolean {
  const labels = text.split(separators);
  const unicode = labels.map((label) =>
    /^xn--/i.test(label) ? (decode(label.slice(4).toLowerCase()) ?? label) : label,
  );
  if (isBidi(unicode) && !unicode.every(meetsBidiRule)) return false;
  let length = labels.length - 1;
  for (const label of labels) {
    const encoded = /^[\x00-\x7f]*$/u.test(label) ? label.length : 4 + encode(label).length; // eslint-disable-line no-control-regex
    length += encoded;
    if (encoded > 63 || !isLabel(label)) return false;
  }
  return length <= 253;
}

function isLabel(label: string): boolean {
  if (/^xn--/i.test(label)) {
    const decoded = decode(label.slice(4).toLowerCase());
    return decoded !== undefined && /[^\x00-\x7f]/u.test(decoded) && isUnicodeLabel(decoded); // eslint-disable-line no-control-regex
  }
  if (/^[A-Za-z0-9-]+$/.test(label)) {
    return !label.startsWith('-') && !label.endsWith('-') && label.slice(2, 4) !== '--';
  }
  return isUnicodeLabel(label);
}

/** RFC 5891 section 4.2. */
function isUnicodeLabel(label: string): boolean {
  if (label === '' || label.startsWith('-') || label.endsWith('-') || label.slice(2, 4) === '--')
    return false;
  if (!allowed.test(label) || disallowed.test(label) || /^\p{M}/u.test(label)) return false;
  return label === label.normalize('NFC') && isStable(label) && hasContext([...label]);
}

/** RFC 5892 section 2.2: compatibility forms, ligatures among them, and capitals stand for something else. */
function isStable(label: string): boolean {
  const plain = label.replaceAll(folding, '');
  return [...plain].every((one) => one.normalize('NFKC').toLowerCase().normalize('NFKC') === one);
}

/** RFC 5892 appendix A: characters that are allowed only in some company. */
function hasContext(characters: readonly string[]): boolean {
  const text = characters.join('');
  return characters.every((character, index) => {
    const before = characters[index - 1] ?? '';
    const after = characters[index + 1] ?? '';
    switch (character) {
      case '\u00b7':
        return before === 'l' && after === 'l';
      case '\u0375':
        return /^\p{Script=Greek}/u.test(after);
      case '\u05f3':
      case '\u05f4':
        return /^\p{Script=Hebrew}/u.test(before);
      case '\u30fb':
        return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text.replaceAll('\u30fb', ''));
      case '\u200d':
        return isVirama(before);
      case '\u200c':
        return isVirama(before) || joins(characters, index);
      default:
        if (/[\u0660-\u0669]/u.test(character)) return !/[\u06f0-\u06f9]/u.test(text);
        return true;
    }
  });
}

/** Canonical combining class 9; the engine has no property for it, the list is that of the Unicode character database. */
function isVirama(character: string): boolean {
  return /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed]/u.test(
    character,
  );
}
