import { defineMessages, messenger } from '../messages/index.js';

/** What the arithmetic of time says of what a caller hands over. */
export const timeMessages = defineMessages({
  'argument.moment': { en: 'a moment such as "{example}"', zh: '时刻，如“{example}”' },
  'argument.date': { en: 'a date such as "{example}"', zh: '日期，如“{example}”' },
  'argument.offset': { en: 'an offset such as "{example}", or "Z"', zh: '时差，如“{example}”，或“Z”' },
  'argument.epoch': {
    en: 'milliseconds since 1970 within the years 1 to 9999',
    zh: '公元 1 年至 9999 年之内、自 1970 年起的毫秒数',
  },
  'argument.days': { en: 'a whole number from 0 to {most}', zh: '0 至 {most} 的整数' },
  'argument.calendar': { en: 'the calendar of a plan, or undefined', zh: '方案中的日历，或 undefined' },
  'argument.limit': {
    en: 'a limit such as {example}, of at most {most}',
    zh: '期限，如 {example}，至多 {most}',
  },
});

export const tell = messenger(timeMessages);
