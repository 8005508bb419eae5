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
  const command: Command = program
    .command('guide')
    .summary('what applicants need to know (办事指南)')
    .description(
      'Writes the guide of a bundle, or of a situation: who may apply, what it takes, the steps with times, fees and legal basis, and what is not needed any more and why. As Markdown, or as one HTML page that needs no network and prints on A4.',
    )
    .argument('<bundle>', 'the id of a bundle')
    .addOption(catalogueOption())
    .addOption(
      new Option('--format <format>', 'left out: what the name of the file says, else markdown').choices([
        'markdown',
        'html',
        'json',
      ]),
    )
    .option('--output <file>', 'where to write it; the standard output when left out')
    .addOption(localeOption())
    .action(context.action((bundle: string, flags: GuideFlags) => guide(bundle, flags, context)));
  withSituation(command);
  withExamples(
    command,
    ['onething guide newborn', 'Markdown'],
    ['onething guide newborn --locale zh --output guide.html', 'one page for the web and for paper'],
    ['onething guide newborn --facts answers.yaml', 'the guide of one situation'],
  );
};

function guide(bundle: string, flags: GuideFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const locale = flags.locale ?? environmentLocale(catalogue, io);
  const composition = compositionOf(composeSituation(catalogue, bundle, { ...flags, locale }, io));
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
