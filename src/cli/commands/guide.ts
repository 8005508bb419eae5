import { Option } from 'commander';
import type { Command } from 'commander';
import { guideHtml, guideMarkdown, guideOf } from '../../export/index.js';
import { readCatalogue } from '../../node/index.js';
import { compositionOf } from '../../plan/index.js';
import { findingsText } from '../../report/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { writeOutput } from '../output/output-file.js';
import { composeSituation, withSituation } from '../options/situation-options.js';
import type { SituationOptions } from '../options/situation-options.js';
import { environmentLocale, fileNames, localeOption, textOptions } from '../options/text-options.js';

interface GuideFlags extends SituationOptions {
  catalogue: string;
  format?: 'markdown' | 'html' | 'json';
  output?: string;
}

/** `guide`: what an applicant needs to know (办事指南), as Markdown or as one HTML page. */
export const registerGuide: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('guide')
    .summary(say('help.guide.summary'))
    .description(say('help.guide.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.guide.argument.bundle'))
    .addOption(catalogueOption(say))
    .addOption(
      new Option(`--format <${say('placeholder.format')}>`, say('help.guide.format')).choices([
        'markdown',
        'html',
        'json',
      ]),
    )
    .option(`--output <${say('placeholder.file')}>`, say('help.guide.output'))
    .addOption(localeOption(say))
    .action(context.action((bundle: string, flags: GuideFlags) => guide(bundle, flags, context)));
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething guide newborn', say('help.guide.example-1')],
    ['onething guide newborn --locale zh --output guide.html', say('help.guide.example-2')],
    ['onething guide newborn --facts answers.yaml', say('help.guide.example-3')],
  );
};

function guide(bundle: string, flags: GuideFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const locale = flags.locale ?? environmentLocale(catalogue, io);
  const composition = compositionOf(composeSituation(catalogue, bundle, flags, io));
  const errors = composition.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const options = { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) };
    io.err(`${findingsText(errors, (file) => catalogue.text(file), options)}\n`);
  }
  const made = guideOf(catalogue, composition, { locale });
  const text =
    formatOf(flags) === 'html'
      ? guideHtml(made)
      : formatOf(flags) === 'json'
        ? `${JSON.stringify(made, null, 2)}\n`
        : guideMarkdown(made);
  writeOutput(flags.output, text, io);
  return errors.length > 0 ? exitCodes.findings : exitCodes.fine;
}

/** The format that is named; else the one that the name of the file says. */
function formatOf({ format, output }: GuideFlags): 'markdown' | 'html' | 'json' {
  if (format !== undefined) return format;
  if (output === undefined) return 'markdown';
  return /\.html?$/i.test(output) ? 'html' : output.toLowerCase().endsWith('.json') ? 'json' : 'markdown';
}
