import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { applyFixes, areMended, checkCatalogue, mendingFixes, readyFixes } from '../../check/index.js';
import type { EditedText } from '../../check/index.js';
import { isPackedFile, readCatalogue } from '../../node/index.js';
import { lineDiff } from '../../report/index.js';
import { checkFolder } from './check-folder.js';
import type { CheckedFolder } from './check-request.js';
import type { CommandIo } from '../io.js';
import { fileNames } from '../options/text-options.js';
import { onDisk } from '../output/edited-text.js';
import { writeFiles } from '../output/write-file.js';

/** What mending came to. */
export interface Mended {
  /** The catalogue afterwards; unchanged where nothing was written. */
  checked: CheckedFolder;
  /** What is said of it: the difference, where nothing was to be written, and a line that counts. */
  text: string;
}

/** How often what is left is looked at again: one edit can bring the next misspelling to light. */
const mostRounds = 5;

/**
 * Mends the findings of a catalogue whose right answer is known. Each edit is tried out before it is written: it must
 * remove its finding and put nothing wrong in its place.
 * @param write false only shows what would change
 */
export async function mend(checked: CheckedFolder, write: boolean, io: CommandIo): Promise<Mended> {
  const { request } = checked;
  if (isPackedFile(request.folder)) {
    throw new UsageError(tell('usage/packed'), tell('usage/packed:mend'));
  }
  const texts = new Map<string, string>();
  let mended = 0;
  let current = checked;
  for (let round = 0; round < mostRounds; round++) {
    const { fixed, edited } = oneRound(current, texts);
    if (fixed === 0) break;
    mended += fixed;
    for (const [file, { text }] of edited) texts.set(file, text);
    current = again(current, texts);
  }
  if (mended === 0) return { checked, text: `${io.say('check.nothingToMend')}\n` };
  const nameOf = fileNames(request.folder, io);
  const counted = { count: mended, files: io.say('check.files', { count: texts.size }) };
  if (!write) {
    const diffs = [...texts].map(([file, text]) =>
      lineDiff(nameOf(file), checked.catalogue.text(file)!, text),
    );
    return { checked, text: `${diffs.join('')}${io.say('check.wouldMend', counted)}\n` };
  }
  writeFiles(
    new Map(
      [...texts].map(([file, text]) => [
        nameOf(file),
        onDisk(request.folder, file, checked.catalogue.text(file)!, text),
      ]),
    ),
    io,
  );
  return { checked: await checkFolder(request, io), text: `${io.say('check.mended', counted)}\n` };
}

/** The fixes of one reading that hold, and the texts with them. */
function oneRound(
  checked: CheckedFolder,
  texts: ReadonlyMap<string, string>,
): { fixed: number; edited: ReadonlyMap<string, EditedText> } {
  const { catalogue, findings, all } = checked;
  const isOwn = (file: string) =>
    !file.startsWith('../') && !file.startsWith('node_modules/') && catalogue.text(file) !== undefined;
  const ready = readyFixes(findings.diagnostics, isOwn);
  const textOf = (file: string) => catalogue.text(file);
  const holding = mendingFixes(ready, (fixes) => {
    const edited = applyFixes(fixes, textOf);
    const tried = new Map([...texts, ...[...edited].map(([file, { text }]) => [file, text] as const)]);
    const after = checkCatalogue(readCatalogue(checked.request.folder, { texts: tried }));
    return areMended(fixes, edited, all, after.diagnostics);
  });
  return { fixed: holding.length, edited: applyFixes(holding, textOf) };
}

/** The catalogue as it would be with other texts. What a baseline accepts is mended all the same where it can be. */
function again(checked: CheckedFolder, texts: ReadonlyMap<string, string>): CheckedFolder {
  const catalogue = readCatalogue(checked.request.folder, { texts });
  const findings = checkCatalogue(catalogue);
  return { ...checked, catalogue, findings, all: findings.diagnostics };
}
