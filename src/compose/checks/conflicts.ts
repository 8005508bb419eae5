import { BoundedCache } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { textOf } from '../../predicate/index.js';
import { intersectAll } from '../../schema/index.js';
import { elementOf, elementSchemaOf, narrowingOf } from '../bind/element.js';
import type { Subjected } from '../tell/fields.js';
import type { Need } from '../ask/needs.js';
import { witnessCase } from '../tell/witness-case.js';
import { possible } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { conflictSets, sayContributors } from './conflict-sets.js';
import type { ConflictSet, Statement } from './conflict-sets.js';
import { listOf } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';

interface Contributor extends Statement {
  need?: Need;
}

/** Blocks that take one field and leave no value for it, in a situation that can occur. */
export function checkConflicts(context: CheckContext): void {
  for (const item of context.subjects.values()) {
    const contributors = contributorsOf(context, item);
    if (contributors.length > 1 && !meetPlainly(contributors) && !meetElsewhere(contributors))
      checkOne(context, item, contributors);
  }
}

/** Bounds of a text that leave room need no algebra to be seen, and are most of what blocks say of a field. */
function meetPlainly(contributors: readonly Contributor[]): boolean {
  let least = 0;
  let most = Infinity;
  for (const { schema } of contributors) {
    if (typeof schema === 'boolean') return false;
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === 'minLength' && typeof value === 'number') least = Math.max(least, value);
      else if (keyword === 'maxLength' && typeof value === 'number') most = Math.min(most, value);
      else if (keyword !== 'type' || value !== 'string') return false;
    }
  }
  return least <= most;
}

/** Sets of schemas that contradict each other nowhere; the bundles of a catalogue put the same ones together. */
const compatible = new BoundedCache<boolean>(5_000);

/** Who says what, how many times and in which order makes no difference to whether there is room for all. */
function meetElsewhere(contributors: readonly Contributor[]): boolean {
  const schemas = new Map(contributors.map(({ schema }) => [textOf(schema), schema]));
  const texts = [...schemas.keys()].sort();
  return compatible.remember(texts.join(' '), () => {
    const { conflicts } = intersectAll(texts.map((text) => ({ schema: schemas.get(text)! })));
    return conflicts.length === 0;
  });
}

function contributorsOf(context: CheckContext, item: Subjected): Contributor[] {
  const { bound } = context;
  const role = bound.roles.get(item.role);
  const element: Contributor = {
    schema: elementSchemaOf(bound, item.kind, item.role, item.name),
    written: item.kind === 'field' ? elementOf(bound, item.role, item.name)?.schema : undefined,
    guard: true,
    at: { file: role?.subjectFile ?? bound.file, pointer: `/elements/${item.name}/schema` },
    who: 'element',
  };
  const seen = new Map<string, Contributor>();
  for (const need of item.needs) {
    if (need.choice !== undefined) continue;
    const schema = narrowingOf(bound, need.leaf);
    if (schema === undefined) continue;
    const key = `${need.use.block.id} ${need.leaf.at.pointer}`;
    const written = 'schema' in need.leaf.input ? need.leaf.input.schema : undefined;
    const at = { ...need.leaf.at, pointer: need.leaf.at.pointer + (written === undefined ? '' : '/schema') };
    // A material that is not asked has no form to contradict; a field keeps its value wherever it comes from.
    const guard = item.kind === 'material' ? need.asked : need.guard;
    seen.set(key, { schema, written, guard, at, who: { use: need.use.name }, need });
  }
  return [element, ...seen.values()];
}

function checkOne(context: CheckContext, item: Subjected, contributors: readonly Contributor[]): void {
  const { sets, complete } = conflictSets(contributors, (when) => possible(context, when), { sets: 'first' });
  const what = tell('conflict.together', { field: item.key });
  const undecided = (because: Message, at: SourceRef) =>
    context.report(createDiagnostic('prove/undecided', { what, because }, at));
  for (const set of sets) {
    // An element that nobody can meet is told at the element.
    if (set.conflict.whole && set.members.every(({ need }) => need === undefined)) continue;
    if (set.meets.verdict === 'yes') reportConflict(context, item, set, set.meets.facts);
    else undecided(set.meets.because, set.members[set.members.length - 1]!.at);
  }
  if (!complete) undecided(tell('conflict.too-many'), contributors[contributors.length - 1]!.at);
}

function reportConflict(
  context: CheckContext,
  item: Subjected,
  set: ConflictSet<Contributor>,
  facts: JsonObject,
): void {
  const { conflict, members } = set;
  const keywords = listOf(set.said, 'semicolon');
  const related = sayContributors(set);
  const at = (members.find(({ need }) => need !== undefined) ?? members[0]!).at;
  const details = { related, witness: witnessCase(context.bound, facts) };
  if (!conflict.whole) {
    const args = { field: item.key, part: conflict.at, keywords };
    context.report(createDiagnostic('compose/impossible-part', args, at, details));
    return;
  }
  const withElement = members.some(({ need }) => need === undefined);
  const code = withElement && members.length <= 2 ? 'compose/widened' : 'compose/conflict';
  context.report(createDiagnostic(code, { field: item.key, keywords }, at, details));
}
