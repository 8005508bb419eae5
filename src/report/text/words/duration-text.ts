import type { View } from '../view.js';

const units = ['wd', 'd', 'h', 'mo'] as const;

/** A duration as documents write it (`5wd`); in Chinese in words, for those who do not write documents. */
export function durationText(duration: string, { language, say }: Pick<View, 'language' | 'say'>): string {
  if (language === 'en') return duration;
  const [, count, unit] = /^(\d+)([a-z]+)$/.exec(duration) ?? [];
  const known = units.find((one) => one === unit);
  return known === undefined ? duration : say(`guide.duration.${known}`, { count: Number(count) });
}
