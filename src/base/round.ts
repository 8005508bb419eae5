/** A number as figures show it: days and amounts to two decimals. */
export function roundToHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
