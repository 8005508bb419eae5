import { isObject } from '../../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import type { DrawnControl, DrawnPlace } from './look.js';
import type { Look, RendererName } from './page.js';
import type { ExpectedPlace, Situation } from './situations.js';

/** What can be wrong with a drawn form. */
export const faultKinds = [
  'missing',
  'surplus',
  'untyped',
  'unlabelled',
  'raw codes',
  'must tick',
  'invented',
  'unmarked',
  'wrongly marked',
  'empty groups',
  'console',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export interface DrawingFault {
  kind: FaultKind;
  what: string;
}

/**
 * What the vanilla renderers do by themselves whatever they are given, and `onething/forms` mends: buttons whose labels
 * are not tied to them, and lists without a mark.
 */
export function isOfRenderer(renderer: RendererName, { kind }: DrawingFault): boolean {
  return renderer === 'stock vanilla' && (kind === 'unlabelled' || kind === 'unmarked');
}

/** Everything that is wrong with a form as it was drawn. */
export function faultsOf(
  situation: Situation,
  look: Look & { complaints: readonly string[] },
): DrawingFault[] {
  const faults: DrawingFault[] = [];
  const add = (kind: FaultKind, what: string): void => void faults.push({ kind, what });
  const drawn = byPlace(situation, look.places);
  for (const [at, expected] of situation.asked) {
    const parts = drawn.get(at) ?? [];
    if (parts.some(({ untyped }) => untyped)) add('untyped', at);
    else if (!parts.some(({ controls }) => controls.some(isAnswerable))) add('missing', at);
    else for (const [kind, what] of faultsAt(expected, parts)) add(kind, what);
  }
  for (const [at, parts] of drawn) {
    if (situation.asked.has(at)) continue;
    if (parts.some(({ controls }) => controls.some(({ editable, type }) => editable && type !== 'button')))
      add('surplus', at);
    else if (parts.some(({ untyped }) => untyped)) add('untyped', at);
  }
  for (const name of look.loose) add('surplus', `at no place: ${name}`);
  for (const at of invented(situation.data, look.data as JsonValue)) add('invented', at);
  for (const group of look.emptyGroups) add('empty groups', group);
  for (const complaint of look.complaints) add('console', complaint.slice(0, 300));
  if (look.crashed !== undefined) add('console', look.crashed);
  return faults;
}

const isAnswerable = ({ editable, type }: DrawnControl): boolean => editable && type !== 'output';

/** What is drawn at or within each place; the longest name that fits is the place. */
function byPlace({ places }: Situation, drawn: readonly DrawnPlace[]): Map<string, DrawnPlace[]> {
  const known = [...new Set(places)].sort((a, b) => b.length - a.length);
  const result = new Map<string, DrawnPlace[]>();
  for (const one of drawn) {
    const at = known.find((place) => one.at === place || one.at.startsWith(`${place}.`));
    if (at !== undefined) result.set(at, [...(result.get(at) ?? []), one]);
  }
  return result;
}

function faultsAt(expected: ExpectedPlace, parts: readonly DrawnPlace[]): [FaultKind, string][] {
  const { at, title, required, codes } = expected;
  const faults: [FaultKind, string][] = [];
  const controls = parts.flatMap((part) => part.controls).filter(isAnswerable);
  const fields = controls.filter(({ type }) => type !== 'button' && type !== 'submit');
  for (const { name, type } of fields) if (name === '') faults.push(['unlabelled', `${at} (${type})`]);
  const names = controls.flatMap((control) => [control.name, ...control.groups]);
  const text = parts.map((part) => part.text).join('\n');
  const isNamed =
    title === undefined ? names.some((name) => name !== '') : names.some((name) => name.includes(title));
  // What consists of several parts is named by the heading above them.
  const headings = parts.flatMap((part) => part.headings);
  const isHeaded =
    expected.isComposite && title !== undefined && [text, ...headings].some((one) => one.includes(title));
  if (!isNamed && !isHeaded) faults.push(['unlabelled', `${at}: ${names.join(' | ').slice(0, 100)}`]);
  const offered = [
    ...controls.flatMap(({ options }) => options),
    ...fields.filter(isRadio).map(({ name }) => name),
  ];
  // A list that offers nothing of what it should is no list.
  const lists = fields.filter(({ type }) => type === 'combobox' || type === 'select-one');
  if (
    codes.size > 0 &&
    lists.some(({ options }) => !options.some((one) => [...codes.values()].includes(one)))
  )
    faults.push(['missing', `${at}: no titled answers in its list`]);
  const raw = offered.filter((option) => (codes.get(option) ?? option) !== option);
  if (raw.length > 0) faults.push(['raw codes', `${at}: ${raw.slice(0, 3).join(', ')}`]);
  if (expected.isBoolean && fields.length === 1 && fields[0]!.type === 'checkbox')
    faults.push(['must tick', at]);
  const isMarked = text.includes('*') || controls.some((control) => control.required);
  if (required === true && !isMarked) faults.push(['unmarked', at]);
  if (required === false && isMarked && !expected.isComposite) faults.push(['wrongly marked', at]);
  return faults;
}

const isRadio = ({ type }: DrawnControl): boolean => type === 'radio';

/** Answers that stand in the data and that nobody gave. */
function invented(before: JsonValue | undefined, after: JsonValue | undefined, at = ''): string[] {
  if (isObject(after)) {
    const known: JsonObject = isObject(before) ? before : {};
    return Object.entries(after).flatMap(([name, value]) => invented(known[name], value, `${at}/${name}`));
  }
  if (Array.isArray(after)) {
    const known = Array.isArray(before) ? before : [];
    return after.flatMap((value, index) => invented(known[index], value, `${at}/${index}`));
  }
  return after === undefined || after === before ? [] : [`${at} = ${JSON.stringify(after)}`];
}
