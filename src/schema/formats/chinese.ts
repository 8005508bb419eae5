import { isCalendarDate } from './dates.js';
import type { Format } from './format.js';

/** GB 11643-1999 section 5: ISO 7064 MOD 11-2 over the first 17 digits. */
function residentCheck(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weightedSum(digits, weights, '0123456789') % 11]!;
}

function isResidentId(text: string): boolean {
  const born = isCalendarDate(
    Number(text.slice(6, 10)),
    Number(text.slice(10, 12)),
    Number(text.slice(12, 14)),
  );
  return born && residentCheck(text) === text[17];
}

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z. */
const usciAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 11714: the values of an organisation code count all letters. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** GB 32100-2015 section 5: powers of 3 modulo 31 as weights. */
function usciCheck(text: string): string {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  return usciAlphabet[(31 - (weightedSum(text, weights, usciAlphabet) % 31)) % 31]!;
}

/** GB 11714-1997: the ninth character of an organisation code. */
function organisationCheck(text: string): string {
  const sum = weightedSum(text, [3, 7, 9, 10, 5, 8, 4, 2], organisationAlphabet);
  return '0X987654321'[sum % 11]!;
}

function isUsci(text: string): boolean {
  return organisationCheck(text.slice(8)) === text[16] && usciCheck(text) === text[17];
}

function weightedSum(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text[index] ?? '0'), 0);
}

/** Made-up numbers: a province code without a county, births on many days, the serial counting up. */
function* someResidentIds(): Generator<string> {
  for (let count = 0; count < 500; count++) {
    const born = `${2000 + (count % 24)}${String((count % 12) + 1).padStart(2, '0')}${String((count % 28) + 1).padStart(2, '0')}`;
    const digits = `360000${born}${String(count + 1).padStart(3, '0')}`;
    yield digits + residentCheck(digits);
  }
}

function* someUscis(): Generator<string> {
  for (let count = 1; count <= 500; count++) {
    const organisation = `MA${String(count).padStart(6, '0')}`;
    const body = `91360000${organisation}${organisationCheck(organisation)}`;
    yield body + usciCheck(body);
  }
}

/** Numbers of persons and organisations in China. */
export const chinese: readonly Format[] = [
  {
    name: 'cn-resident-id',
    source: 'GB 11643-1999',
    pattern: String.raw`^[1-9]\d{5}\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$`,
    check: isResidentId,
    samples: someResidentIds,
    derive: (text) => ({
      region: text.slice(0, 6),
      birthDate: `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`,
      sex: Number(text[16]) % 2 === 1 ? 'male' : 'female',
    }),
  },
  {
    name: 'cn-usci',
    source: 'GB 32100-2015',
    pattern: `^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$`,
    check: isUsci,
    samples: someUscis,
    derive: (text) => ({
      department: text.slice(0, 1),
      category: text.slice(1, 2),
      region: text.slice(2, 8),
      organisationCode: `${text.slice(8, 16)}-${text.slice(16, 17)}`,
    }),
  },
  {
    name: 'cn-mobile',
    source: 'the numbering plan of the telephone network of China: 11 digits, from 13 to 19',
    pattern: String.raw`^1[3-9]\d{9}$`,
    *samples() {
      for (let count = 0; count < 500; count++) yield `138${String(count).padStart(8, '0')}`;
    },
  },
];
