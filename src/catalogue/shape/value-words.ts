import type { JsonValue } from '../../base/index.js';
import { durationPattern } from '../../model/index.js';

/** Units of time as people write them, in the units of a duration. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:working|business|work)[ -]?days?$|^个?工作日$|^wd$/iu, 'wd'],
  [/^(?:calendar )?days?$|^个?自然日$|^[天日]$|^d$/iu, 'd'],
  [/^hours?$|^hrs?$|^个?小时$|^时$|^h$/iu, 'h'],
  [/^months?$|^个?月$|^mo$/iu, 'mo'],
];

/** A duration in other words: `3 days`, `3个工作日`, `P3D`, `3WD`. */
export function durationMeant(value: JsonValue): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? `${value}wd` : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFKC').trim();
  if (durationPattern.test(text)) return text;
  const iso = /^P(?:(\d+)D|(\d+)M|T(\d+)H)$/i.exec(text);
  if (iso !== null) return iso[1] ? `${iso[1]}d` : iso[2] ? `${iso[2]}mo` : `${iso[3]}h`;
  const [, count, unit] = /^0*(\d{1,5})\s*(.+)$/u.exec(text) ?? [];
  const found = units.find(([pattern]) => unit !== undefined && pattern.test(unit));
  return found === undefined ? undefined : `${count}${found[1]}`;
}

/** A date in another order of year, month and day, where there is one way to read it. */
export function dateMeant(value: string): string | undefined {
  const text = value.normalize('NFKC').trim();
  const [, year, month, day] =
    /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    reversed(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)) ??
    [];
  if (year === undefined || Number(month) > 12 || Number(day) > 31) return undefined;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

function reversed(match: RegExpExecArray | null): string[] | undefined {
  return match === null ? undefined : [match[0], match[3]!, match[2]!, match[1]!];
}

/** A name with signs that no name has: quotes of a word processor, spaces, dots. */
export function nameMeant(value: string): string | undefined {
  const name = value
    .normalize('NFKC')
    .replace(/^[“”‘’"'\s]+|[“”‘’"'\s]+$/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? undefined : name;
}

/** A number that is written as a text: in quotes, with a unit, with a decimal comma, in full-width digits. */
export function numberMeant(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFKC').trim();
  const day = weekdays.findIndex((name) => name.test(text));
  if (day >= 0) return day + 1;
  const [, digits] = /^[¥$€]?\s*(-?\d+(?:[.,]\d+)?)\s*(?:元|块|yuan|rmb|cny|%)?$/iu.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(',', '.'));
}

const weekdays = [
  /^mon(?:day)?$|^(?:星期|周)一$/iu,
  /^tue(?:s|sday)?$|^(?:星期|周)二$/iu,
  /^wed(?:nesday)?$|^(?:星期|周)三$/iu,
  /^thu(?:rs|rsday)?$|^(?:星期|周)四$/iu,
  /^fri(?:day)?$|^(?:星期|周)五$/iu,
  /^sat(?:urday)?$|^(?:星期|周)六$/iu,
  /^sun(?:day)?$|^(?:星期|周)[日天]$/iu,
];

/** Yes and no in other words. */
export function booleanMeant(value: JsonValue): boolean | undefined {
  const text = (typeof value === 'string' ? value : JSON.stringify(value))
    .normalize('NFKC')
    .trim()
    .toLowerCase();
  if (['true', 'yes', 'y', 'on', '1', 'ja', 'oui', 'si', '是', '有', '对'].includes(text)) return true;
  if (['false', 'no', 'n', 'off', '0', 'nein', 'non', '否', '无', '没有', '不是'].includes(text))
    return false;
  return undefined;
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:yuan|rmb|renminbi|元|人民币|[¥￥])$/iu, 'CNY'],
  [/^(?:euros?|€|欧元)$/iu, 'EUR'],
  [/^(?:dollars?|\$|us\$|美元)$/iu, 'USD'],
];

/** A currency in other words. */
export function currencyMeant(value: string): string | undefined {
  const found = currencies.find(([pattern]) => pattern.test(value));
  if (found !== undefined) return found[1];
  return /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined;
}
