/**
 * Internationalised host names, RFC 5890 to 5893: the code points come from the derivation of RFC 5892 by Unicode
 * properties, its exceptions and its contextual rules (appendix A).
 */

const separators = /[.\u3002\uff0e\uff61]/u;
/** RFC 5892 section 2.6, exceptions that are disallowed although their category is allowed. */
// eslint-disable-next-line no-misleading-character-class -- each stands for itself
const disallowed = /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b]/u;
/** RFC 5892 section 2.6, exceptions that are allowed, beside letters, marks and digits that compose to themselves. */
const allowed =
  // eslint-disable-next-line no-misleading-character-class -- each stands for itself
  /^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\u00b7\u00df\u0375\u03c2\u05f3\u05f4\u06fd\u06fe\u0f0b\u200c\u200d\u3007\u30fb-]+$/u;

/** Is the text a host name of U-labels, A-labels or plain labels? */
export function isIdnHostname(text: string): boolean {
  const labels = text.split(separators);
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
  return label === label.normalize('NFC') && hasContext([...label]);
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

/** RFC 5892 appendix A.1: between joining letters, of which the Arabic script is the one in use. */
function joins(characters: readonly string[], index: number): boolean {
  const skip = /^\p{Mn}$/u;
  let left = index - 1;
  while (left >= 0 && skip.test(characters[left]!)) left--;
  let right = index + 1;
  while (right < characters.length && skip.test(characters[right]!)) right++;
  const dual =
    /^[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1]$/u;
  const rightJoining =
    /^[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3]$/u;
  const before = characters[left] ?? '';
  const after = characters[right] ?? '';
  return dual.test(before) && (dual.test(after) || rightJoining.test(after));
}

/** Punycode parameters, RFC 3492 section 5. */
const base = 36;
const tMin = 1;
const tMax = 26;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38));
}

const threshold = (k: number, bias: number): number => Math.min(tMax, Math.max(tMin, k - bias));

/** RFC 3492 section 6.2; undefined where the text encodes nothing. */
function decode(text: string): string | undefined {
  const dash = text.lastIndexOf('-');
  const output = dash > 0 ? [...text.slice(0, dash)].map((character) => character.codePointAt(0)!) : [];
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = dash > 0 ? dash + 1 : 0; at < text.length;) {
    const before = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(text[at++] ?? '?');
      if (digit < 0) return undefined;
      i += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
    }
    bias = adapt(i - before, output.length + 1, before === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > 0x10ffff) return undefined;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

/** RFC 3492 section 6.3. */
function encode(label: string): string {
  const points = [...label].map((character) => character.codePointAt(0)!);
  const basic = points.filter((point) => point < 128);
  let output = basic.map((point) => String.fromCharCode(point)).join('') + (basic.length > 0 ? '-' : '');
  let n = 128;
  let delta = 0;
  let bias = 72;
  for (let handled = basic.length; handled < points.length;) {
    const least = Math.min(...points.filter((point) => point >= n));
    delta += (least - n) * (handled + 1);
    n = least;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      let q = delta;
      for (let k = base; ; k += base) {
        const t = threshold(k, bias);
        if (q < t) break;
        output += digitOf(t + ((q - t) % (base - t)));
        q = Math.floor((q - t) / (base - t));
      }
      output += digitOf(q);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

function digitOf(digit: number): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'[digit]!;
}
