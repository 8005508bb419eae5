import type { GroupName, KeywordRecord } from '../keywords/record.js';
import { keywordMap, keywordSet } from '../keywords/registry.js';

const taking = ({ combination }: KeywordRecord): { group: GroupName; holdsTurn?: true } | undefined =>
  typeof combination === 'object' && 'group' in combination ? combination : undefined;

/** The group of a keyword that is folded together with its neighbours; none for a keyword that stands alone. */
export const GROUP_OF: ReadonlyMap<string, GroupName> = keywordMap((record) => taking(record)?.group);

/** Keywords of groups that the result surely has as well. */
export const HOLDING_TURN = keywordSet((record) => taking(record)?.holdsTurn === true);

/** Which parts take part in which group. */
export type Taking = Partial<Record<GroupName, number[]>>;
