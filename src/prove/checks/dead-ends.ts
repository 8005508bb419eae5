import {
  conflictSets,
  elementSchemaOf,
  leavesOf,
  narrowingOf,
  sayContributors,
  usedHere,
  waysOf,
} from '../../compose/index.js';
import type {
  BoundUse,
  ChoiceDemand,
  ConflictSet,
  Demand,
  LeafDemand,
  Need,
  Statement,
} from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { fieldParts } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, not, test } from '../../predicate/index.js';
import type { Satisfiability } from '../../predicate/index.js';
import { groupBy, isObject, omitUndefined, own as ownOf } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { ProveContext } from '../prove-context.js';
import { areUnserved } from './unserved.js';
import type { FieldConflict } from './unserved.js';
import { testsByField } from '../tests-by-field.js';
import type { FieldTest } from '../tests-by-field.js';
import { listOf } from '../../messages/index.js';
import { tell } from '../messages.js';

/** Each set may bite in another situation. */
const everySet = { sets: 'every', wholeOnly: true } as const;

interface Said extends Statement {
  /** A condition on the field itself: the situation, rather than what somebody wants. */
  isSituation: boolean;
  /** It narrows a member of alternatives. */
  leaf?: LeafDemand;
}

/**
 * In every situation each field has a value that all its constraints take, where the situation itself says something
 * of the field: "from 50 square metres on" and "at most 40" leave no form to fill. What the constraints say against
 * each other is found when composing.
 */
export function checkDeadEnds(context: ProveContext): void {
  const { needs } = context.composed.needs;
  const tests = testsByField(context.bound);
  const byField = groupBy(needs, ({ leaf, choice }) =>
    leaf.kind === 'field' && choice === undefined ? leaf.key : undefined,
  );
  for (const [field, own] of byField) {
    const reported = new Set<string>();
    const wanted = narrowings(context, own);
    // Every cell has a value as far as the element goes: only what is wanted besides can take it away.
    if (wanted.length === 0) continue;
    for (const cell of cellsOf(context, field, tests.get(field) ?? [])) {
      if (haveCommonValue(context, field, [...cell, ...wanted])) continue;
      const statements = [...cell, elementOf(context, own[0]!.leaf), ...wanted];
      const { sets, complete } = conflictSets(statements, context.possible, everySet);
      for (const set of sets) {
        const wants = set.members.filter(({ isSituation }) => !isSituation);
        if (wants.length === set.members.length) continue;
        const conflict = { ...set, field, wants };
        const isUnserved = areUnserved(context, conflict);
        const key = `${isUnserved} ${wants.map(({ at }) => at.file + at.pointer).join()}`;
        if (reported.has(key)) continue;
        reported.add(key);
        if (isUnserved) reportUnserved(context, conflict);
        else reportDeadEnd(context, field, set, wants);
      }
      if (!complete)
        context.undecided(
          tell('undecided.value', { field }),
          tell('undecided.too-many-blocks'),
          own[0]!.leaf.at,
        );
    }
  }
}

/** A value that meets every statement at once leaves nothing to look for. */
function haveCommonValue({ possible }: ProveContext, field: string, statements: readonly Said[]): boolean {
  return possible(...statements.map(({ schema }) => test(field, schema))).verdict === 'yes';
}

function reportDeadEnd(
  context: ProveContext,
  field: string,
  set: ConflictSet<Said>,
  wants: readonly Said[],
): void {
  const place = wants.find(({ who }) => who !== 'element') ?? set.members[0]!;
  if (set.meets.verdict === 'unknown') {
    context.undecided(tell('undecided.value', { field }), set.meets.because, place.at);
    return;
  }
  const { witness, note } = context.witness(set.meets.facts);
  const related = sayContributors(set);
  const args = { field, keywords: listOf(set.said, 'semicolon') };
  context.report(
    createDiagnostic('prove/dead-end', args, place.at, {
      related,
      witness,
      ...omitUndefined({ help: note }),
    }),
  );
}

function reportUnserved(context: ProveContext, conflict: FieldConflict<Said>): void {
  const { field, members, said, wants } = conflict;
  const place = wants.find(({ who }) => who !== 'element') ?? members[0]!;
  const related = sayContributors(conflict);
  const args = { field, keywords: listOf(said, 'semicolon') };
  context.report(createDiagnostic('prove/unserved', args, place.at, { related }));
}

function elementOf({ bound }: ProveContext, leaf: LeafDemand): Said {
  const role = bound.roles.get(leaf.role);
  return {
    schema: elementSchemaOf(bound, leaf.kind, leaf.role, leaf.name),
    written: ownOf(role?.subject?.elements ?? {}, leaf.name)?.schema,
    guard: true,
    at: { file: role?.subjectFile ?? bound.file, pointer: `/elements/${leaf.name}/schema` },
    who: 'element',
    isSituation: false,
  };
}

function narrowings({ bound }: ProveContext, needs: readonly Need[]): Said[] {
  return needs.flatMap(({ leaf, use, guard }): Said[] => {
    const schema = narrowingOf(bound, leaf);
    if (schema === undefined || schema === true) return [];
    const written = 'schema' in leaf.input ? leaf.input.schema : undefined;
    const at = { ...leaf.at, pointer: leaf.at.pointer + (written === undefined ? '' : '/schema') };
    return [{ schema, written, guard, at, who: { use: use.name }, isSituation: false, leaf }];
  });
}

/** What is known of a field of a single role. */
function factOf({ composed }: ProveContext, field: string): JsonValue | undefined {
  const { role, element } = fieldParts(field);
  const holder = ownOf(composed.facts, role);
  return isObject(holder) ? ownOf(holder, element) : undefined;
}

/** The ways in which the tests of a field can turn out together, each as statements about its value. */
function cellsOf(context: ProveContext, field: string, tests: readonly FieldTest[]): Said[][] {
  const known = factOf(context, field);
  if (known !== undefined) {
    const at = tests[0]?.at ?? { file: context.bound.file, pointer: '' };
    return [[{ schema: { const: known }, guard: true, at, who: 'applicant', isSituation: true }]];
  }
  let cells: Said[][] = [[]];
  for (const { schema, at } of tests) {
    const said = (holds: boolean): Said => {
      const meant: JsonSchema = holds ? schema : { not: schema };
      const who = holds ? 'condition' : 'unmet-condition';
      return { schema: meant, guard: test(field, meant), at, who, isSituation: true };
    };
    cells = cells
      .flatMap((cell) => [
        [...cell, said(true)],
        [...cell, said(false)],
      ])
      .filter((cell) => context.possible(all(...cell.map(({ guard }) => guard))).verdict !== 'no');
    if (cells.length > 64) {
      context.undecided(tell('undecided.value', { field }), tell('undecided.too-many-conditions'), at);
      return [];
    }
  }
  return cells[0]!.length === 0 ? [] : cells;
}

/** In every situation one of the alternatives of an input can be met: given, and by a value that the form takes. */
export function checkAlternatives(context: ProveContext): void {
  const tests = testsByField(context.bound);
  for (const { use, choice, guard } of context.composed.needs.choices) {
    const groups = choice.groups.map((group) => impossibleGroup(context, use.name, group, tests));
    const dead = choice.optional ? false : all(guard, ...groups);
    const found: Satisfiability = dead === false ? { verdict: 'no' } : context.possible(dead);
    if (found.verdict === 'no') {
      // Where one of them can always be met, another one that never can be is not in the way, and of no use.
      for (const [index, group] of groups.entries())
        if (context.possible(guard, not(group)).verdict === 'no') reportIdle(context, use, choice, index);
      continue;
    }
    if (found.verdict === 'unknown') {
      context.undecided(tell('undecided.alternative', { step: use.name }), found.because, choice.at);
      continue;
    }
    const { witness, note } = context.witness(found.facts);
    const related = choice.groups.flatMap((group, index) =>
      group.map(({ at }) => ({ at, ...tell('alternative.part', { number: index + 1 }) })),
    );
    const details = { related, witness, ...omitUndefined({ help: note }) };
    const because = tell('alternative.none');
    context.report(createDiagnostic('prove/no-alternative', { step: use.name, because }, choice.at, details));
  }
}

function reportIdle(context: ProveContext, use: BoundUse, choice: ChoiceDemand, index: number): void {
  const group = choice.groups[index]!;
  if (context.possible(use.guard, choice.guard).verdict !== 'yes') return;
  const inputs = listOf(
    [...leavesOf(group)].map(({ key }) => key),
    'comma',
  );
  const at = { ...choice.at, pointer: `${choice.at.pointer}/anyOf/${index}` };
  const related = usedHere(use);
  const args = { step: use.name, inputs };
  context.report(createDiagnostic('prove/idle-alternative', args, at, { related }));
}

/** When a group has a member that cannot be met. */
function impossibleGroup(
  context: ProveContext,
  step: string,
  group: readonly Demand[],
  tests: ReadonlyMap<string, readonly FieldTest[]>,
): Predicate {
  const ofDemand = (demand: Demand): Predicate => {
    if (demand.optional) return false;
    if (demand.kind === 'choice') {
      const inner = demand.groups.map((one) => impossibleGroup(context, step, one, tests));
      return all(demand.guard, ...inner);
    }
    const need = context.composed.needs.needs.find(({ leaf, use }) => leaf === demand && use.name === step);
    if (need === undefined) return false;
    const { asked } = need;
    if (demand.kind === 'material') return waysOf(demand.accept).length > 0 ? false : asked;
    const others = context.composed.needs.needs.filter(
      (other) => other.leaf.key === demand.key && other.choice === undefined,
    );
    const cells = cellsOf(context, demand.key, tests.get(demand.key) ?? []);
    const statements = (cell: readonly Said[]) => [
      ...cell,
      elementOf(context, demand),
      ...narrowings(context, [...others, need]),
    ];
    return any(
      ...(cells.length === 0 ? [[]] : cells).flatMap((cell) =>
        conflictSets(statements(cell), context.possible, everySet)
          .sets.filter(({ members }) => members.some(({ leaf }) => leaf === demand))
          .map(({ when }) => all(asked, when)),
      ),
    );
  };
  return any(...group.map(ofDemand));
}
