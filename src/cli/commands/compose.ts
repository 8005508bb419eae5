import { omitUndefined } from '../../base/index.js';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Composition } from '../../model/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { composeBundle, compositionOf, normalizeFacts } from '../../plan/index.js';
import { formView } from '../../view/index.js';
import { compositionText, findingsText, planText } from '../../report/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import type { CommandIo } from '../io.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { failOnOption, isFailure } from '../check/fail-on.js';
import type { FailOn } from '../check/fail-on.js';
import { readCatalogue } from '../../node/index.js';
import { composeSituation, situationOf, withSituation } from '../options/situation-options.js';
import type { SituationOptions } from '../options/situation-options.js';
import {
  environmentLocale,
  fileNames,
  formatOption,
  localeOption,
  textOptions,
} from '../options/text-options.js';
import { compositionInLanguage } from '../output/json-in-language.js';

const parts = ['form', 'view', 'plan', 'report'] as const;
type Part = (typeof parts)[number];

interface ComposeFlags extends SituationOptions {
  catalogue: string;
  format: string;
  part?: Part;
  failOn: FailOn;
}

/** `compose`: one form, one set of materials, one plan, and the report. */
export const registerCompose: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('compose')
    .summary(say('help.compose.summary'))
    .description(say('help.compose.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.compose.argument.bundle'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json'))
    .addOption(new Option(`--part <${say('placeholder.part')}>`, say('help.compose.part')).choices(parts))
    .addOption(localeOption(say))
    .addOption(failOnOption(say))
    .action(context.action((bundle: string, flags: ComposeFlags) => compose(bundle, flags, context)));
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething compose newborn', say('help.compose.example-1')],
    ['onething compose newborn --format json', say('help.compose.example-2')],
    ['onething compose newborn --part form --format json', say('help.compose.example-3')],
    ['onething compose newborn --part view --facts answers.json', say('help.compose.example-5')],
    ['onething compose newborn --fact mother.insurance=none', say('help.compose.example-4')],
  );
};

function compose(bundle: string, flags: ComposeFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const isText = flags.format === 'text';
  const locale = flags.locale ?? (isText ? environmentLocale(catalogue, io) : undefined);
  if (flags.part === 'view')
    return printView(catalogue, bundle, { ...flags, ...omitUndefined({ locale }) }, io);
  const composition = compositionOf(composeSituation(catalogue, bundle, flags, io));
  if (isText) {
    const options = { ...textOptions(catalogue, io, locale), fileName: fileNames(folder, io) };
    const errors = composition.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) io.err(`${findingsText(errors, (file) => catalogue.text(file), options)}\n`);
    io.out(
      flags.part === 'plan'
        ? planText(composition.plan, options)
        : compositionText(composition, options, flags.part),
    );
  } else {
    printJson(io, partOf(compositionInLanguage(composition, io.documentLanguage), flags.part));
  }
  return isFailure(composition.diagnostics, flags.failOn) ? exitCodes.findings : exitCodes.fine;
}

/** The form as it is drawn for the answers so far: what is said is what the applicant has answered. */
function printView(catalogue: LoadedCatalogue, bundle: string, flags: ComposeFlags, io: CommandIo): ExitCode {
  const { facts, choices } = situationOf(catalogue, bundle, flags, io);
  const composition = composeBundle(catalogue, bundle);
  const locale = flags.locale ?? environmentLocale(catalogue, io);
  printJson(io, formView(composition, normalizeFacts(facts, choices), { locale }));
  return isFailure(composition.diagnostics, flags.failOn) ? exitCodes.findings : exitCodes.fine;
}

function partOf(composition: Composition, part: Exclude<Part, 'view'> | undefined): unknown {
  switch (part) {
    case undefined:
      return composition;
    case 'form':
      return composition.form.schema;
    case 'plan':
      return composition.plan;
    case 'report':
      return composition.report;
  }
}
