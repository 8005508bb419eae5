import { assertArguments } from '../messages/index.js';
import { escapeMarkdown } from '../base/index.js';
import type { CatalogueDiff } from '../model/index.js';
import { applicantLines } from './diff-applicant.js';
import { changeSentence } from './diff-words.js';
import {
  countsOf,
  groupsOf,
  headingOf,
  quietBundles,
  quietText,
  withoutBundles,
} from './text/changes/diff-text.js';
import { viewOf } from './text/view.js';
import type { TextOptions } from './text/view.js';

/** Two versions of a catalogue compared, as a page or a comment on a change request. */
export function diffMarkdown(diff: CatalogueDiff, options: TextOptions = {}): string {
  assertArguments('diffMarkdown', { diff: 'from diffCatalogues', options: 'object' }, { diff, options });
  const view = viewOf(options);
  const { old: from, new: to } = diff;
  const lines = [
    `# ${escapeMarkdown(`${from.id} ${from.version} → ${to.id} ${to.version}`)}`,
    '',
    escapeMarkdown(countsOf(diff, view)),
  ];
  const quiet = quietBundles(diff);
  for (const [about, changes] of groupsOf(withoutBundles(diff.changes, quiet))) {
    lines.push('', `## ${escapeMarkdown(headingOf(about, diff, view))}`, '');
    const consequences = diff.consequences.find(({ bundle }) => about === `bundle ${bundle}`);
    if (consequences !== undefined) {
      const told = applicantLines(consequences, changes, view);
      const said = told.length === 0 ? [view.say('diff.applicant.none')] : told;
      lines.push(view.say('diff.applicant'), '', ...said.map((line) => `- ${escapeMarkdown(line)}`), '');
    }
    lines.push(
      `| | ${view.say('diff.change')} | ${view.say('diff.kind')} | ${view.say('diff.place')} |`,
      '| --- | --- | --- | --- |',
    );
    for (const change of changes) {
      const at = change.at.new ?? change.at.old;
      const cells = [
        view.say(`diff.grade.${change.grade}`),
        changeSentence(change, view),
        change.kind,
        at === undefined ? '' : view.place(at),
      ];
      lines.push(`| ${cells.map((cell) => escapeMarkdown(cell)).join(' | ')} |`);
    }
  }
  if (quiet.length > 0) lines.push('', escapeMarkdown(quietText(quiet, view)));
  if (diff.version !== undefined && diff.changes.length > 0)
    lines.push('', escapeMarkdown(view.say('diff.version', { least: diff.version.least })));
  return `${lines.join('\n')}\n`;
}
