import { resolvePlain } from './scalar.js';

/** What may stand without quotes anywhere, also within braces and as a key. */
const plain = /^[\p{L}\p{N}_$](?:[\p{L}\p{N}_.$/-]*[\p{L}\p{N}_$])?$/u;

/** May the text stand without quotes, and is it still a text then? */
export function isPlainText(value: string): boolean {
  return plain.test(value) && resolvePlain(value).value === value;
}

/**
 * How a text is written in the place of another scalar, in the way that one is written: quoted as it is, plain where it
 * is plain and the new text stays a text.
 * @param original what stands there, as written
 * @param value the text that is to stand there
 * @param file its name tells JSON from YAML
 * @returns undefined where no scalar of one line stands there: a collection, a block of lines, an alias, a tag
 */
export function scalarText(original: string, value: string, file: string): string | undefined {
  if (original === '' || /[\r\n]/.test(original)) return undefined;
  if (/^".*"$/.test(original)) return JSON.stringify(value);
  if (/\.json$/i.test(file)) return undefined;
  const isPrintable = !/\p{C}/u.test(value);
  if (/^'.*'$/.test(original)) {
    return isPrintable ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
  }
  if (!/^[^"'&*!|>{[\]},#%@`]/.test(original)) return undefined;
  return isPlainText(value) ? value : JSON.stringify(value);
}
