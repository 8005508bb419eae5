import { assertArguments } from '../../../messages/index.js';
import { groupBy, isObject } from '../../../base/index.js';
import type { CatalogueDiff, Change, Counterexample, Grade } from '../../../model/index.js';
import { renderIn } from '../../../languages/index.js';
import { applicantLines } from '../../diff-applicant.js';
import { changeSentence } from '../../diff-words.js';
import { printable } from '../layout/printable.js';
import { viewOf } from '../view.js';
import type { TextOptions, View } from '../view.js';
import { wrapText } from '../layout/wrap-text.js';

/** How a comparison is shown. */
export interface DiffTextOptions extends TextOptions {
  /** How a file of the old version is named. Left out: as the catalogue names it. */
  oldFileName?: (file: string) => string;
}

/** Two versions of a catalogue compared, for people: per bundle what applicants notice, then every change. */
export function diffText(diff: CatalogueDiff, options: DiffTextOptions = {}): string {
  assertArguments('diffText', { diff: 'from diffCatalogues', options: 'object' }, { diff, options });
  const view = viewOf(options);
  const old = viewOf({ ...options, fileName: options.oldFileName ?? options.fileName ?? ((file) => file) });
  const { style } = view;
  const head = `${printable(diff.old.id)} ${printable(diff.old.version)} → ${printable(diff.new.id)} ${printable(diff.new.version)}`;
  const lines = [`${style.bold(head)}: ${countsOf(diff, view)}`];
  const quiet = quietBundles(diff);
  for (const [about, changes] of groupsOf(withoutBundles(diff.changes, quiet))) {
    lines.push('', style.bold(headingOf(about, diff, view)));
    const consequences = diff.consequences.find(({ bundle }) => about === `bundle ${bundle}`);
    if (consequences !== undefined) {
      const told = applicantLines(consequences, changes, view);
      const said = told.length === 0 ? [view.say('diff.applicant.none')] : told;
      for (const line of said) lines.push(...indented(line, 2, view));
      lines.push('');
    }
    for (const change of changes) lines.push(...changeLines(change, view, old));
  }
  if (quiet.length > 0) lines.push('', ...indented(quietText(quiet, view), 0, view));
  if (diff.version !== undefined && diff.changes.length > 0)
    lines.push('', view.say('diff.version', { least: diff.version.least }));
  return `${lines.join('\n')}\n`;
}

/** Bundles of which nobody notices anything but that the plan is another one; a single one is told like all others. */
export function quietBundles({ changes, consequences }: CatalogueDiff): string[] {
  const loud = new Set(
    changes.flatMap(({ subject, kind }) => (kind === 'cases-continue' ? [] : (subject.bundle ?? []))),
  );
  const quiet = consequences
    .filter(({ bundle, figures }) => figures.length === 0 && !loud.has(bundle))
    .map(({ bundle }) => bundle);
  return quiet.length > 1 ? quiet : [];
}

/** The changes of everything but these bundles. */
export function withoutBundles(changes: readonly Change[], bundles: readonly string[]): Change[] {
  return changes.filter(({ subject }) => subject.bundle === undefined || !bundles.includes(subject.bundle));
}

/** One sentence for all of them. */
export function quietText(bundles: readonly string[], { say }: View): string {
  return say('diff.quiet', { count: bundles.length, names: bundles.map((one) => printable(one)).join(', ') });
}

/** How many changes there are of each grade. */
export function countsOf({ counts, changes }: CatalogueDiff, view: View): string {
  return changes.length === 0 ? view.say('diff.nothing') : view.say('diff.counts', counts);
}

/** The changes by what they show in, in the order of the document. */
export function groupsOf(changes: readonly Change[]): Map<string, Change[]> {
  const order = ({ subject }: Change) =>
    subject.bundle !== undefined ? 0 : subject.block !== undefined ? 1 : 2;
  const sorted = [...changes].sort((a, b) => order(a) - order(b));
  return groupBy(sorted, ({ subject: { bundle, block } }) =>
    bundle !== undefined ? `bundle ${bundle}` : block !== undefined ? `block ${block}` : '',
  );
}

/** What a group of changes is called. */
export function headingOf(about: string, diff: CatalogueDiff, view: View): string {
  if (about === '') return view.say('diff.catalogue');
  const name = printable(about.slice(about.indexOf(' ') + 1));
  if (about.startsWith('block ')) return view.say('diff.block', { name });
  const title = diff.consequences.find(({ bundle }) => about === `bundle ${bundle}`)?.title;
  const called = printable(view.title(title, ''));
  return `${view.say('diff.bundle', { name })}${called === '' ? '' : `: ${called}`}`;
}

function changeLines(change: Change, view: View, old: View): string[] {
  const { style } = view;
  const label = view.say(`diff.grade.${change.grade}`);
  const lines = indented(
    `${paintOf(change.grade, view)(label)} ${changeSentence(change, view)} ${style.dim(`[${change.kind}]`)}`,
    2,
    view,
  );
  const { counterexample, because, at } = change;
  const more: string[] = [];
  if (counterexample !== undefined && !isEverybody(counterexample)) {
    const value = printable(JSON.stringify(counterexample.value));
    const isAnswered = counterexample.kind === 'payload' && change.after === 'output';
    more.push(view.say(isAnswered ? 'diff.payload.output' : `diff.${counterexample.kind}`, { value }));
  }
  if (change.grade === 'unknown' && because !== undefined)
    more.push(view.say('diff.because', { because: printable(renderIn(because, view.language)) }));
  const place =
    at.new === undefined ? (at.old === undefined ? undefined : old.place(at.old)) : view.place(at.new);
  if (place !== undefined) more.push(style.dim(`--> ${place}`));
  return [...lines, ...more.map((line) => `    ${line}`)];
}

/** A situation without facts is every one: it needs no example. */
function isEverybody({ kind, value }: Counterexample): boolean {
  return kind === 'situation' && isObject(value) && Object.keys(value).length === 0;
}

function paintOf(grade: Grade, { style }: View): (text: string) => string {
  return grade === 'breaking' ? style.red : grade === 'unknown' ? style.yellow : style.green;
}

function indented(text: string, by: number, view: View): string[] {
  const space = ' '.repeat(by);
  return wrapText(text, view.width - by).map((line, index) => `${space}${index === 0 ? '' : '  '}${line}`);
}
