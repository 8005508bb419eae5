import type { Say } from '../../../languages/index.js';

const known = ['online', 'counter', 'mail', 'phone', 'app'] as const;

/** Where something can be done; a channel of the catalogue's own is shown by its name. */
export function channelText(channel: string, say: Say): string {
  const found = known.find((one) => one === channel);
  return found === undefined ? channel : say(`channel.${found}`);
}
