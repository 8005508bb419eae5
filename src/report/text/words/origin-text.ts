import type { Origin } from '../../../model/index.js';
import type { Say } from '../../../languages/index.js';
import { conditionalText } from './condition-text.js';

/** Where a value comes from, in a few words. */
export function originText({ kind, step, when }: Origin, say: Say): string {
  return conditionalText(sourceText(kind, step, say), when, say);
}

function sourceText(kind: Origin['kind'], step: string | undefined, say: Say): string {
  switch (kind) {
    case 'known':
    case 'generated':
      return say(`origin.${kind}`);
    case 'produced':
    case 'registry':
    case 'derived':
      return say(`origin.${kind}`, { step: String(step) });
    case 'asked':
      return step === undefined ? say('origin.asked') : say('origin.askedIn', { step });
  }
}

/** All origins in one line; the first whose condition holds counts. */
export function originsText(origins: readonly Origin[], say: Say): string {
  return origins.length === 0
    ? say('origin.none')
    : origins.map((origin) => originText(origin, say)).join(say('origin.else'));
}
