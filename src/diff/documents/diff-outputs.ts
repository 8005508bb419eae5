import { compareCodeUnits, groupBy, own, pointer } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { Entry } from '../../catalogue/index.js';
import { elementSchemaOf } from '../../compose/index.js';
import type { BoundOutput, ComposedBundle } from '../../compose/index.js';
import type { Block } from '../../model/index.js';
import { isFieldInput } from '../../model/index.js';
import { any, keyOf, not } from '../../predicate/index.js';
import { includes, selfContained } from '../../schema/index.js';
import { isSame, situation } from '../comparison.js';
import type { Collect, Comparison } from '../comparison.js';
import { reasonOf } from '../form/diff-entry.js';

/** What a block yields, and when; the block is looked at alone. */
export function diffOutputs(comparison: Comparison): void {
  const { old: before, new: after } = comparison;
  const [old, now] = [outputsOf(before), outputsOf(after)];
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort(compareCodeUnits))
    diffOutput(comparison, key, old.get(key) ?? [], now.get(key) ?? []);
}

function outputsOf({ bound }: ComposedBundle): Map<string, BoundOutput[]> {
  return groupBy(
    bound.uses.flatMap(({ outputs }) => outputs),
    ({ key }) => key,
  );
}

function diffOutput(
  { old: before, new: after, add, possible }: Comparison,
  key: string,
  from: readonly BoundOutput[],
  to: readonly BoundOutput[],
): void {
  const subject = { [(to[0] ?? from[0])!.kind]: key };
  const places = { subject, old: from[0]?.at, new: to[0]?.at };
  const [was, is] = [any(...from.map(({ guard }) => guard)), any(...to.map(({ guard }) => guard))];
  const words = { before: was as JsonValue, after: is as JsonValue };
  if (keyOf(was) !== keyOf(is)) {
    const gone = possible(was, not(is));
    if (gone.verdict === 'yes') {
      const counterexample = situation(gone.facts);
      add({ ...places, ...words, kind: 'output-removed', grade: 'breaking', counterexample });
    } else if (gone.verdict === 'unknown')
      add({ ...places, ...words, kind: 'output-removed', grade: 'unknown', because: gone.because });
    if (possible(is, not(was)).verdict !== 'no')
      add({ ...places, ...words, kind: 'output-added', grade: 'compatible' });
  }
  if (from.length === 0 || to.length === 0) return;
  const [old, now] = [schemaOf(before, from), schemaOf(after, to)];
  if (isSame(old, now)) return;
  const schemas = { before: statedOf(from), after: statedOf(to) };
  const forth = includes(now, old);
  if (forth.verdict === 'no') {
    const counterexample = { kind: 'payload', value: forth.instance } as const;
    add({ ...places, ...schemas, kind: 'output-narrowed', grade: 'breaking', counterexample });
  } else if (forth.verdict === 'unknown')
    add({
      ...places,
      ...schemas,
      kind: 'output-narrowed',
      grade: 'unknown',
      because: reasonOf(forth.stoppedBy),
    });
  const back = includes(old, now);
  if (back.verdict === 'no') add({ ...places, ...schemas, kind: 'output-widened', grade: 'compatible' });
  else if (back.verdict === 'unknown')
    add({
      ...places,
      ...schemas,
      kind: 'output-widened',
      grade: 'unknown',
      because: reasonOf(back.stoppedBy),
    });
}

/** What the block itself says of the value, for showing. */
function statedOf(outputs: readonly BoundOutput[]): JsonValue {
  const said = outputs.flatMap(({ schema }) => (schema === undefined ? [] : [selfContained(schema)]));
  return said.length === 1 ? said[0]! : said;
}

function schemaOf({ bound }: ComposedBundle, outputs: readonly BoundOutput[]): JsonSchema {
  const all = outputs.flatMap((output) => [
    elementSchemaOf(bound, output.kind, output.role, output.name),
    output.schema ?? true,
  ]);
  const said = all.filter((schema) => schema !== true);
  return said.length === 1 ? said[0]! : { allOf: said };
}

/** The code lists of the authority. */
export function diffCodes(before: Entry<Block>, after: Entry<Block>, add: Collect): void {
  const codesOf = ({ document }: Entry<Block>) =>
    new Map(
      (document.inputs ?? []).flatMap((input, index) =>
        isFieldInput(input)
          ? [[input.field, { codes: input.codes, at: pointer('inputs', index) }] as const]
          : [],
      ),
    );
  const [old, now] = [codesOf(before), codesOf(after)];
  for (const [field, { codes: to, at }] of now) {
    const first = old.get(field);
    if (first === undefined || isSame(first.codes, to)) continue;
    const from = first.codes;
    const kept =
      from !== undefined &&
      to !== undefined &&
      Object.keys(from).every((key) => isSame(own(from, key), own(to, key)));
    add({
      kind: kept ? 'codes-added' : 'codes-changed',
      grade: kept ? 'compatible' : 'breaking',
      subject: { field },
      before: from ?? null,
      after: to ?? null,
      old: { file: before.file, pointer: from === undefined ? first.at : `${first.at}/codes` },
      new: { file: after.file, pointer: to === undefined ? at : `${at}/codes` },
    });
  }
}
