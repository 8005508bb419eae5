import type { Origin } from '../../model/index.js';
import { ifText } from './condition-text.js';

/** Where a value comes from, in a few words. */
export function originText({ kind, step, when }: Origin): string {
  return [sourceText(kind, step), ifText(when)].filter((part) => part !== '').join(' ');
}

function sourceText(kind: Origin['kind'], step: string | undefined): string {
  switch (kind) {
    case 'known':
      return 'known at sign-in';
    case 'produced':
      return `yielded by ${step}`;
    case 'registry':
      return `from the registry ${step}`;
    case 'derived':
      return `derived by ${step}`;
    case 'generated':
      return 'made from the answers';
    case 'asked':
      return step === undefined ? 'asked' : `asked in ${step}`;
  }
}

/** All origins in one line; the first whose condition holds counts. */
export function originsText(origins: readonly Origin[]): string {
  return origins.length === 0 ? 'nothing supplies it' : origins.map(originText).join('; else ');
}
