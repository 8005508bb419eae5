import { entriesOf } from '../../compose/index.js';
import type { ComposedBundle, FormPart } from '../../compose/index.js';
import { compareCodeUnits } from '../../base/index.js';
import type { ChangeKind } from '../../model/index.js';
import { portableSchema } from '../../schema/index.js';
import type { Comparison, FoundChange } from '../comparison.js';
import type { FormSide } from './complete-answers.js';
import { diffAlternatives } from './diff-alternatives.js';
import { diffEntry } from './diff-entry.js';
import { diffRoles } from './diff-roles.js';

/** The forms of two versions: roles, every field and material, alternatives; in the main form and in later ones. */
export function diffForm(comparison: Comparison): void {
  const reshaped = diffRoles(comparison);
  const { old: before, new: after } = comparison;
  const steps = new Set([...before.formParts, ...after.formParts].map(({ step }) => step));
  const found: FoundChange[] = [];
  for (const step of [...steps].sort((a, b) => compareCodeUnits(a ?? '', b ?? ''))) {
    const [old, now] = [sideOf(before, step), sideOf(after, step)];
    const within: Comparison = { ...comparison, add: (change) => found.push(atStep(change, step)) };
    const keys = [...new Set([...old.entries.keys(), ...now.entries.keys()])].sort(compareCodeUnits);
    for (const key of keys) {
      const pair = { key, old: old.entries.get(key), new: now.entries.get(key) };
      if (!reshaped.has((pair.new ?? pair.old)!.role)) diffEntry(within, old, now, pair);
    }
    diffAlternatives(within, old, now);
  }
  for (const change of joinMoves(found)) comparison.add(change);
}

const nothing: FormPart = { step: undefined, after: new Set(), needs: [], choices: [], questions: [] };

function sideOf(composed: ComposedBundle, step: string | undefined): FormSide {
  const part = composed.formParts.find((one) => one.step === step);
  if (part === undefined) return { composed, part: { ...nothing, step }, entries: new Map(), schema: {} };
  const schema = portableSchema(composed.forms.get(part)!);
  return { composed, part, entries: entriesOf(part), schema };
}

function atStep(change: FoundChange, step: string | undefined): FoundChange {
  return step === undefined ? change : { ...change, subject: { ...change.subject, step } };
}

/** What one form no longer asks and another one asks has moved. */
function joinMoves(found: readonly FoundChange[]): FoundChange[] {
  const gone = new Map(
    found.filter(({ kind }) => kind.endsWith('-not-asked')).map((change) => [keyOf(change), change]),
  );
  const moved = new Set<FoundChange>();
  const result = found.map((change): FoundChange => {
    const before = isAsked(change.kind) ? gone.get(keyOf(change)) : undefined;
    if (before === undefined || before.subject?.step === change.subject?.step) return change;
    moved.add(before);
    const later = change.subject?.step !== undefined;
    const kind: ChangeKind = later ? 'asked-later' : 'asked-earlier';
    const { counterexample, ...rest } = change;
    if (later) return { ...rest, kind, grade: 'compatible' };
    return { ...rest, kind, grade: change.grade === 'compatible' ? 'unknown' : change.grade, counterexample };
  });
  return result.filter((change) => !moved.has(change));
}

function isAsked(kind: ChangeKind): boolean {
  return kind === 'field-asked' || kind === 'material-asked';
}

function keyOf({ subject }: FoundChange): string {
  return subject?.field ?? subject?.material ?? '';
}
