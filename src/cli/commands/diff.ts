import { Option } from 'commander';
import type { Command } from 'commander';
import { omitUndefined } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { diffCatalogues } from '../../diff/index.js';
import type { CatalogueDiff } from '../../model/index.js';
import { diffMarkdown, diffText, findingsText } from '../../report/index.js';
import { catalogueOption } from '../options/catalogue-option.js';
import { collect, printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { openSide } from '../options/diff-sides.js';
import type { DiffSide } from '../options/diff-sides.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import type { CommandIo } from '../io.js';
import { formatOption, localeOption, textOptions } from '../options/text-options.js';

/** From which grade on changes make the command fail. */
type DiffFailOn = 'breaking' | 'unknown' | 'any' | 'none';

interface DiffFlags {
  catalogue: string;
  format: string;
  failOn: DiffFailOn;
  bundle?: string[];
  checkVersion?: boolean;
  locale?: string;
}

/** `diff`: two versions of a catalogue, every change graded and told. */
export const registerDiff: RegisterCommand = (program, context) => {
  const command: Command = program
    .command('diff')
    .summary('what has changed between two versions, graded, and what it means for applicants')
    .description(
      'Compares two versions of a catalogue: folders, single documents, packed catalogues, or revisions of git (HEAD~1 is this catalogue at that revision, HEAD~1:path what stands at a path from the top of the repository).',
    )
    .argument('<old>', 'a file, a folder or a revision')
    .argument('[new]', 'a file, a folder or a revision; left out: the catalogue as it is now')
    .addOption(catalogueOption())
    .addOption(
      new Option('--bundle <id>', 'only this bundle and the blocks that it uses; may be repeated').argParser(
        collect,
      ),
    )
    .addOption(formatOption('text', 'json', 'markdown'))
    .addOption(
      new Option('--fail-on <grade>', 'which changes make the exit code 1')
        .choices(['breaking', 'unknown', 'any', 'none'])
        .default('breaking'),
    )
    .option('--check-version', 'the version of the new catalogue has to say what has changed')
    .addOption(localeOption())
    .action(
      context.action((old: string, now: string | undefined, flags: DiffFlags) =>
        diff(old, now, flags, context),
      ),
    );
  withExamples(
    command,
    ['onething diff HEAD~1', 'what the last commit has changed'],
    ['onething diff v1.2.0 --check-version', 'before a release'],
    ['onething diff published/ . --bundle newborn', 'two folders, one bundle'],
    ['onething diff old.yaml new.yaml', 'two documents'],
    ['onething diff origin/main --format markdown --fail-on any', 'for a change request'],
  );
};

function diff(old: string, now: string | undefined, flags: DiffFlags, { io }: CommandContext): ExitCode {
  const other = now ?? flags.catalogue;
  const before = openSide(old, other, flags.catalogue, io);
  const after = openSide(other, old, flags.catalogue, io);
  const documents = namedDocuments(before, after);
  const compared = diffCatalogues(before.catalogue, after.catalogue, {
    ...omitUndefined({ bundles: flags.bundle, documents, checkVersion: flags.checkVersion }),
    onBundle: (bundle) => io.progress?.(io.say('diff.comparing', { bundle })),
  });
  io.progress?.('');
  print(compared, before, after, flags, io);
  return isFailure(compared, flags.failOn) ? exitCodes.findings : exitCodes.fine;
}

/** Of two single documents only what they say is compared. */
function namedDocuments(...sides: DiffSide[]): { kind: string; id: string }[] | undefined {
  const named = sides.filter(({ file }) => file !== undefined);
  if (named.length === 0) return undefined;
  return named.flatMap(({ catalogue, file }) => {
    const { subjects, materials, authorities, registries, calendars, blocks, bundles } = catalogue;
    const kinds = { subjects, materials, authorities, registries, calendars, blocks, bundles };
    const found = Object.values(kinds)
      .flatMap((entries) => [...entries.values()])
      .filter((entry) => entry.file === file)
      .map(({ document }) => ({ kind: document.kind, id: document.id }));
    if (found.length === 0)
      throw new UsageError(tell('usage/no-document', { file: file! }), tell('usage/no-document:kinds'));
    return found;
  });
}

function print(
  compared: CatalogueDiff,
  before: DiffSide,
  after: DiffSide,
  flags: DiffFlags,
  io: CommandIo,
): void {
  if (flags.format === 'json') {
    printJson(io, compared);
    return;
  }
  const options = { ...textOptions(after.catalogue, io, flags.locale), fileName: after.fileName };
  if (flags.format === 'markdown') io.out(diffMarkdown(compared, options));
  else io.out(diffText(compared, { ...options, oldFileName: before.fileName }));
  const textOf = (file: string) => after.catalogue.text(file) ?? before.catalogue.text(file);
  if (compared.diagnostics.length > 0) io.err(`${findingsText(compared.diagnostics, textOf, options)}\n`);
}

function isFailure({ counts, diagnostics }: CatalogueDiff, failOn: DiffFailOn): boolean {
  // A version that says too little was asked for by name.
  if (diagnostics.some(({ severity }) => severity === 'error')) return true;
  if (failOn === 'none') return false;
  if (counts.breaking > 0) return true;
  if (failOn === 'breaking') return false;
  return counts.unknown > 0 || (failOn === 'any' && counts.compatible > 0);
}
