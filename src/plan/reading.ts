import type { JsonValue } from '../base/index.js';
import type { InputSource } from '../model/index.js';

/** Of a condition: it holds, it does not, something may still decide it, or nothing ever will. */
export type Judgement = 'yes' | 'no' | 'wait' | 'never';

/** One input of a step as it stands. */
export type Reading =
  /** The step does not take it in this situation. */
  | { kind: 'not-taken' }
  /** A condition is open, or a source may still say it. */
  | { kind: 'awaited'; source?: InputSource; values: (JsonValue | undefined)[] }
  | { kind: 'given'; places: string[]; values: (JsonValue | undefined)[]; isUnsound?: true }
  /** Nobody says it in these places, or not in all of them. `isWanted`: the step cannot do without. */
  | { kind: 'missing'; isWanted: boolean; places: string[]; values: (JsonValue | undefined)[] }
  /** A material that follows, in these places. */
  | { kind: 'follows'; places: string[]; values: (JsonValue | undefined)[] };
