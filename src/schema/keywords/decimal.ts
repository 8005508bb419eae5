/** A number as JSON writes it, exactly: digits times ten to the power of the exponent. */
export interface Decimal {
  digits: bigint;
  exponent: number;
}

/** The decimal that the shortest text of a double stands for: 0.1 is one tenth, whatever the double nearest to it is. */
export function decimalOf(value: number): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value));
  if (!match) return { digits: 0n, exponent: 0 };
  const [, sign, whole = '0', fraction = '', power = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return { digits, exponent: Number(power) - fraction.length };
}

/** The integers that stand in the same ratio to each other as the decimals: all brought to one exponent. */
export function toCommonScale(values: readonly Decimal[]): { scaled: bigint[]; exponent: number } {
  const exponent = Math.min(0, ...values.map((value) => value.exponent));
  return { scaled: values.map(({ digits, exponent: e }) => digits * 10n ** BigInt(e - exponent)), exponent };
}

/** Is the value a whole multiple of the divisor, by exact arithmetic? */
export function isMultiple(value: number, divisor: number): boolean {
  if (value === 0) return true;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const { scaled } = toCommonScale([decimalOf(value), decimalOf(divisor)]);
  return scaled[1] !== 0n && scaled[0]! % scaled[1]! === 0n;
}

/** The least common multiple of two positive numbers; undefined where a double cannot hold it exactly. */
export function leastCommonMultiple(a: number, b: number): number | undefined {
  if (a === b) return a;
  const { scaled, exponent } = toCommonScale([decimalOf(a), decimalOf(b)]);
  const [x, y] = scaled as [bigint, bigint];
  const product = (x / gcd(x, y)) * y;
  const value = numberOf(product, exponent);
  if (!Number.isFinite(value)) return undefined;
  const back = decimalOf(value);
  const check = toCommonScale([back, { digits: product, exponent }]).scaled;
  return check[0] === check[1] ? value : undefined;
}

/** The double that is written with these digits and this exponent, rounded where there is no exact one. */
export function numberOf(digits: bigint, exponent: number): number {
  return Number(`${digits}e${exponent}`);
}

/** The greatest common divisor of two positive integers. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
