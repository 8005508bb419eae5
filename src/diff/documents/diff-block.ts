import { compareCodeUnits, pointer } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Entry, LoadedCatalogue } from '../../catalogue/index.js';
import { composeModel } from '../../compose/index.js';
import type { BoundUse, ComposedBundle } from '../../compose/index.js';
import type { Block, Bundle, BundleRole, Input, OrderWish, Prerequisite } from '../../model/index.js';
import { isAnyOfInput, materialKey } from '../../model/index.js';
import { createComparison, isSame } from '../comparison.js';
import type { Collect, Comparison } from '../comparison.js';
import { diffForm } from '../form/diff-form.js';
import { diffEligibility } from '../plan/diff-eligibility.js';
import { diffActs } from '../terms/diff-acts.js';
import { diffApply } from '../terms/diff-apply.js';
import { diffChannels, diffTimes } from '../terms/diff-limits.js';
import { diffResults } from '../terms/diff-results.js';
import { asJson, diffWords } from './diff-documents.js';
import { diffCodes, diffOutputs } from './diff-outputs.js';
import { diffTerms, termKeys } from './diff-terms.js';

/** A block by itself, outside any bundle: what it takes, yields, needs, costs. */
export function diffBlock(
  before: { catalogue: LoadedCatalogue; entry: Entry<Block> },
  after: { catalogue: LoadedCatalogue; entry: Entry<Block> },
  add: Collect,
): void {
  const comparison = createComparison(
    alone(before.catalogue, before.entry),
    alone(after.catalogue, after.entry),
    (change) =>
      add(
        // The block's own roles stand in the block.
        change.kind === 'role-added' ? { ...change, grade: 'breaking' } : change,
      ),
  );
  diffForm(comparison);
  diffOutputs(comparison);
  diffEligibility(comparison, 'block');
  if (isSame(before.entry.document, after.entry.document)) return;
  diffCodes(before.entry, after.entry, add);
  diffTerms(before.entry, after.entry, add);
  const [[from], [to]] = [comparison.old.bound.uses, comparison.new.bound.uses];
  if (from !== undefined && to !== undefined) diffSituational(comparison, from, to);
  diffWaits(before.entry, after.entry, add);
  diffPapers(before.entry, after.entry, add);
  diffRuleWords(before.entry, after.entry, add);
  diffWords(before.entry, after.entry, toldKeys, add);
}

/** What holds in some situations only: limits, ways to apply, places, results, the time to apply. */
function diffSituational(comparison: Comparison, from: BoundUse, to: BoundUse): void {
  diffTimes(comparison, from, to);
  diffChannels(comparison, from, to);
  diffActs(comparison, from, to);
  diffResults(comparison, from, to);
  diffApply(comparison, from, to);
}

/** The words of rules that themselves say the same. */
function diffRuleWords(before: Entry<Block>, after: Entry<Block>, add: Collect): void {
  const wordsOf = ({ eligibility = [], prerequisites = [], pauses = [] }: Block) => ({
    eligibility: eligibility.map(({ otherwise, basis }) => [otherwise, basis]),
    prerequisites: prerequisites.map(({ because, basis }) => [because, basis]),
    pauses: pauses.map(({ reason, basis }) => [reason, basis]),
  });
  const [was, is] = [wordsOf(before.document), wordsOf(after.document)];
  for (const key of ['eligibility', 'prerequisites', 'pauses'] as const) {
    if (isSame(was[key], is[key]) || was[key].length !== is[key].length || is[key].length === 0) continue;
    const at = `/${key}`;
    const places = { old: { file: before.file, pointer: at }, new: { file: after.file, pointer: at } };
    add({ ...places, kind: 'text-changed', grade: 'compatible' });
  }
}

const toldKeys = [
  'kind',
  'id',
  'roles',
  'inputs',
  'outputs',
  'eligibility',
  'prerequisites',
  'after',
  'before',
  ...termKeys,
];

/** A bundle of nothing but this block: its form is what the block takes. */
function alone(catalogue: LoadedCatalogue, { document, file }: Entry<Block>): ComposedBundle {
  const roles = Object.entries(document.roles).map(([role, declared]): [string, string | BundleRole] => [
    role,
    typeof declared === 'object' && declared.many === true
      ? { type: declared.type, many: { min: 0, max: 1000 } }
      : typeof declared === 'object'
        ? declared.type
        : declared,
  ]);
  const bundle: Bundle = {
    kind: 'bundle',
    id: document.id,
    roles: Object.fromEntries(roles),
    uses: [{ block: document.id }],
  };
  return composeModel(catalogue, { document: bundle, file });
}

function diffWaits(before: Entry<Block>, after: Entry<Block>, add: Collect): void {
  for (const key of ['prerequisites', 'after', 'before'] as const) {
    const [old, now] = [waitsOf(before.document, key), waitsOf(after.document, key)];
    for (const block of [...new Set([...old.keys(), ...now.keys()])].sort(compareCodeUnits)) {
      const [from, to] = [old.get(block), now.get(block)];
      if (isSame(from?.when, to?.when) && from !== undefined && to !== undefined) continue;
      const found = {
        before: from === undefined ? null : { block, ...when(from) },
        after: to === undefined ? null : { block, ...when(to) },
        ...(from === undefined ? {} : { old: { file: before.file, pointer: pointer(key, from.index) } }),
        ...(to === undefined ? {} : { new: { file: after.file, pointer: pointer(key, to.index) } }),
      };
      // A condition that has changed may ask for more: what it comes to is seen in the bundles.
      const isMore = to !== undefined && to.when !== from?.when;
      if (key === 'prerequisites')
        add({
          ...found,
          kind: isMore ? 'prerequisite-added' : 'prerequisite-removed',
          grade: isMore ? 'breaking' : 'compatible',
        });
      else add({ ...found, kind: isMore ? 'order-added' : 'order-removed', grade: 'compatible' });
    }
  }
}

interface StatedWait {
  when: JsonValue;
  index: number;
}

function when({ when: condition }: StatedWait): JsonObject {
  return condition === true ? {} : { when: condition };
}

function waitsOf(block: Block, key: 'prerequisites' | 'after' | 'before'): Map<string, StatedWait> {
  const list: readonly (Prerequisite | OrderWish)[] = block[key] ?? [];
  return new Map(
    list.map((one, index) => [
      typeof one === 'string' ? one : one.block,
      { when: typeof one === 'string' ? true : ((one.when ?? true) as JsonValue), index },
    ]),
  );
}

/** What an input says besides the schema: the words, the legal basis, and what a document must be like. */
function diffPapers(before: Entry<Block>, after: Entry<Block>, add: Collect): void {
  const inputsOf = (entry: Entry<Block>) =>
    new Map([...statedInputs(entry.document.inputs ?? [], '/inputs')].map((one) => [one.key, one]));
  const [old, now] = [inputsOf(before), inputsOf(after)];
  for (const [key, to] of now) {
    const from = old.get(key);
    if (from === undefined) continue;
    const found = {
      subject: { [to.kind]: key },
      old: { file: before.file, pointer: from.at },
      new: { file: after.file, pointer: to.at },
    };
    const words = ({ input }: StatedInput) => [
      input.title ?? null,
      input.description ?? null,
      ('field' in input ? input.message : undefined) ?? null,
    ];
    if (!isSame(words(from), words(to))) add({ ...found, kind: 'text-changed', grade: 'compatible' });
    if (!isSame(from.input.basis, to.input.basis))
      add({
        ...found,
        kind: 'basis-changed',
        grade: 'compatible',
        before: (from.input.basis ?? null) as JsonValue,
        after: (to.input.basis ?? null) as JsonValue,
      });
    const [was, is] = [paperOf(from.input), paperOf(to.input)];
    if (isSame(was, is)) continue;
    const isMore = is.copies > was.copies || (is.form !== was.form && is.form === 'original');
    const isOther = is.form !== was.form && is.form !== 'any' && is.form !== 'copy';
    const grade = isMore || isOther ? 'breaking' : 'compatible';
    add({ ...found, kind: 'material-form-changed', grade, before: { ...was }, after: { ...is } });
  }
}

interface StatedInput {
  kind: 'field' | 'material';
  key: string;
  input: Exclude<Input, { anyOf: unknown }>;
  at: string;
}

function* statedInputs(inputs: readonly Input[], at: string): Generator<StatedInput> {
  for (const [index, input] of inputs.entries()) {
    const place = `${at}/${index}`;
    if (isAnyOfInput(input)) {
      for (const [group, members] of input.anyOf.entries())
        yield* statedInputs(members, `${place}/anyOf/${group}`);
    } else if ('field' in input) yield { kind: 'field', key: input.field, input, at: place };
    else yield { kind: 'material', key: materialKey(input.material, input.of), input, at: place };
  }
}

function paperOf(input: StatedInput['input']): { form: string; copies: number } {
  if (!('material' in input)) return { form: 'any', copies: 1 };
  return { form: input.form ?? 'any', copies: input.copies ?? 1 };
}

/** Is what blocks refer to the same in both versions, so that an unchanged block means the same? */
export function blockReach(catalogue: LoadedCatalogue, { document }: Entry<Block>): unknown {
  const types = Object.values(document.roles).map((role) => (typeof role === 'string' ? role : role.type));
  const materials = [...statedInputs(document.inputs ?? [], '')].flatMap(({ input }) =>
    'material' in input ? [input.material] : [],
  );
  return [
    asJson(document),
    ...[...new Set(types)].sort().map((type) => catalogue.subjects.get(type)?.document.elements ?? null),
    ...[...new Set(materials)].sort().map((id) => catalogue.materials.get(id)?.document.accept ?? null),
  ];
}
