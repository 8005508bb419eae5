import { canonicalJson, type JsonValue } from '../../src/base/index.js';
import { firstJudge, secondJudge } from './judges.js';
import faultList from './judge-faults.json' with { type: 'json' };
import type { Group } from './load.js';

/** Which instances of a file each of its groups accepts. */
export interface Truth {
  /** Is the instance valid for the group? Undefined where the suite is silent and the judges disagree. */
  holds(group: Group, instance: JsonValue): boolean | undefined;
  /** Where the first judge contradicts the suite. */
  faults: { group: Group; description: string }[];
  /** Can the first judge take the schema of the group, and does it agree with the suite on it? */
  trusts(group: Group): boolean;
  /** May both judges be held against a join of these groups? */
  judges(groups: readonly Group[]): boolean;
}

/** What both judges get wrong, each with the reason: one instance of a group, or all joins of some groups in an order. */
interface Fault {
  file: string;
  group?: string;
  instance?: JsonValue;
  valid?: boolean;
  groups?: string[];
  reason: string;
}
const known: readonly Fault[] = faultList;

/** The verdicts for every group of a file over the instances of all its groups. */
export async function truthOf(groups: readonly Group[]): Promise<Truth> {
  const verdicts = new Map<Group, Map<string, boolean | undefined>>();
  const faults: Truth['faults'] = [];
  const instances = new Map(
    groups.flatMap(({ tests }) => tests.map(({ data }) => [canonicalJson(data), data])),
  );
  for (const group of groups) {
    const table = new Map<string, boolean | undefined>();
    const first = firstJudge(group.schema);
    const second = await secondJudge(group.schema);
    for (const [key, data] of instances) {
      const [one, two] = [first(data), second(data)];
      table.set(key, one === two || two === undefined ? one : one === undefined ? two : undefined);
    }
    for (const { data, valid, description } of group.tests) {
      if (first(data) !== valid) faults.push({ group, description });
      table.set(canonicalJson(data), valid);
    }
    for (const fault of known) {
      if (fault.file === group.file && fault.group === group.description && fault.instance !== undefined) {
        table.set(canonicalJson(fault.instance), fault.valid);
      }
    }
    verdicts.set(group, table);
  }
  const distrusted = new Set(faults.map(({ group }) => group));
  return {
    judges: (joined) =>
      !known.some(
        (fault) =>
          fault.file === joined[0]?.file &&
          fault.groups?.join('\n') === joined.map(({ description }) => description).join('\n'),
      ),
    trusts: (group) => !distrusted.has(group),
    holds: (group, instance) => verdicts.get(group)?.get(canonicalJson(instance)),
    faults,
  };
}
