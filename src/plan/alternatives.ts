import type { AlternativeMember, PlanAlternatives, Predicate } from '../model/index.js';
import type { Judgement, Reading } from './reading.js';

/** What came of alternatives: the first of them in the author's order that is complete and sound is the one. */
export interface Choice {
  id: string;
  /** awaited: one that is preferred may still become complete. */
  kind: 'not-taken' | 'awaited' | 'met' | 'unmet';
  /** The inputs of the one that counts. What stands in another one is not handed on. */
  chosen: string[];
  /** Of each alternative that is not complete, the inputs that it takes. */
  groups: string[][];
  /** What is lacking in the alternative that lacks least. */
  lacking: string[];
}

/** What alternatives are judged by. */
export interface ChoiceContext {
  readings: ReadonlyMap<string, Reading>;
  judge: (when: Predicate | undefined) => Judgement;
  /** Those of the inputs whose values do not meet the schema of the step. */
  unsound: (names: readonly string[]) => string[];
}

/** Chooses among alternatives in this situation. */
export function chooseAlternatives(alternatives: PlanAlternatives, context: ChoiceContext): Choice {
  const { id, groups, optional } = alternatives;
  const choice: Choice = { id, kind: 'not-taken', chosen: [], groups: [], lacking: [] };
  const applies = context.judge(alternatives.when);
  if (applies === 'wait') return { ...choice, kind: 'awaited' };
  if (applies !== 'yes') return choice;
  let nearest: Group | undefined;
  for (const members of groups) {
    const group = readGroup(members, context);
    if (group.lacking.length === 0)
      return { ...choice, kind: group.isAwaited ? 'awaited' : 'met', chosen: group.taken };
    choice.groups.push(group.inputs);
    if (nearest === undefined || isNearer(group, nearest)) nearest = group;
  }
  return optional === true ? choice : { ...choice, kind: 'unmet', lacking: nearest?.lacking ?? [] };
}

/** Where as much is lacking, the alternative that the applicant has begun with is the one to complete. */
function isNearer(one: Group, other: Group): boolean {
  const less = other.lacking.length - one.lacking.length;
  return less > 0 || (less === 0 && one.taken.length > other.taken.length);
}

interface Group {
  inputs: string[];
  taken: string[];
  lacking: string[];
  isAwaited: boolean;
}

function readGroup(members: readonly AlternativeMember[], context: ChoiceContext): Group {
  const group: Group = { inputs: [], taken: [], lacking: [], isAwaited: false };
  for (const member of members) {
    if ('groups' in member) addChoice(group, chooseAlternatives(member, context));
    else addInput(group, member, context);
  }
  if (group.lacking.length === 0) group.lacking = context.unsound(group.taken);
  return group;
}

function addInput(
  group: Group,
  { input, when, optional }: Exclude<AlternativeMember, PlanAlternatives>,
  { readings, judge }: ChoiceContext,
): void {
  const applies = judge(when);
  const reading = readings.get(input);
  if (applies === 'no' || applies === 'never' || reading === undefined || reading.kind === 'not-taken')
    return;
  group.inputs.push(input);
  if (applies === 'wait' || reading.kind === 'awaited') group.isAwaited = true;
  else if (reading.kind !== 'missing') group.taken.push(input);
  else if (optional !== true) group.lacking.push(input);
}

function addChoice(group: Group, choice: Choice): void {
  group.inputs.push(...choice.groups.flat());
  group.taken.push(...choice.chosen);
  if (choice.kind === 'awaited') group.isAwaited = true;
  if (choice.kind === 'unmet') group.lacking.push(...choice.lacking);
}
