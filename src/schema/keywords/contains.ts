import { isSchema } from '../document/positions.js';
import type { Check } from './site.js';

/** `contains` with `minContains` and `maxContains` (core, section 10.3.1.3; validation, sections 6.4.4 and 6.4.5). */
export const checkContains: Check = (value, instance, site) => {
  if (!Array.isArray(instance) || !isSchema(value)) return true;
  const { minContains, maxContains } = site.schema;
  const least = typeof minContains === 'number' ? minContains : 1;
  const most = typeof maxContains === 'number' ? maxContains : Infinity;
  let sure = 0;
  let open = 0;
  for (let at = 0; at < instance.length; at++) {
    const truth = site.run.evaluate(value, instance[at]!, site.frame);
    if (truth === true) {
      sure++;
      site.seen?.items.add(at);
    } else if (truth === undefined) {
      open++;
      if (site.seen) site.seen.unsure = true;
    }
  }
  if (sure > most || sure + open < least) return false;
  return sure >= least && sure + open <= most ? true : undefined;
};
