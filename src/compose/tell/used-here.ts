import type { SourceRef } from '../../diagnostics/index.js';
import type { Message } from '../../messages/index.js';
import type { BoundUse } from '../bind/bound.js';
import { tell } from '../messages.js';

/** Where a bundle uses a block, for whoever contributes to a finding. */
export function usedHere({ at, name }: BoundUse): (Message & { at: SourceRef })[] {
  return at.map((place) => ({ at: place, ...tell('use.here', { use: name }) }));
}
