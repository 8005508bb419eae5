import type { Say } from '../../../languages/index.js';

const sides = ['eligibility', 'pause', 'variant', 'collect', 'accept', 'decide', 'issue'] as const;

/** What a condition decides: a step, an input of one (`step: input`), or another side of one (`step: eligibility`). */
export function decidesText(what: string, say: Say): string {
  const at = what.indexOf(': ');
  const named = at < 0 ? what : what.slice(at + 2);
  const side = sides.find((one) => one === named);
  const part = side === undefined ? named : say(`decides.${side}`);
  return at < 0 ? part : say('decides.of', { step: what.slice(0, at), part });
}
