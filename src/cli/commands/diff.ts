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
import { diffInLanguage } from '../output/json-in-language.js';

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
  const { say } = context.io;
  const command: Command = program
    .command('diff')
    .summary(say('help.diff.summary'))
    .description(say('help.diff.description'))
    .argument(`<${say('placeholder.old')}>`, say('help.diff.argument.old'))
    .argument(`[${say('placeholder.new')}]`, say('help.diff.argument.new'))
    .addOption(catalogueOption(say))
    .addOption(new Option(`--bundle <${say('placeholder.id')}>`, say('help.diff.bundle')).argParser(collect))
    .addOption(formatOption(say, 'text', 'json', 'markdown'))
    .addOption(
      new Option(`--fail-on <${say('placeholder.grade')}>`, say('help.diff.fail-on'))
        .choices(['breaking', 'unknown', 'any', 'none'])
        .default('breaking'),
    )
    .option('--check-version', say('help.diff.check-version'))
    .addOption(localeOption(say))
    .action(
      context.action((old: string, now: string | undefined, flags: DiffFlags) =>
        diff(old, now, flags, context),
      ),
    );
  withExamples(
    command,
    say,
    ['onething diff HEAD~1', say('help.diff.example-1')],
    ['onething diff v1.2.0 --check-version', say('help.diff.example-2')],
    ['onething diff published/ . --bundle newborn', say('help.diff.example-3')],
    ['onething diff old.yaml new.yaml', say('help.diff.example-4')],
    ['onething diff origin/main --format markdown --fail-on any', say('help.diff.example-5')],
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
    printJson(io, diffInLanguage(compared, io.documentLanguage));
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
