import { readCatalogue } from '../../node/index.js';
import { compositionOf, explain } from '../../plan/index.js';
import { explanationText } from '../../report/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { composeSituation, withSituation } from '../options/situation-options.js';
import type { SituationOptions } from '../options/situation-options.js';
import { fileNames, formatOption, localeOption, textOptions } from '../options/text-options.js';
import { explanationInLanguage } from '../output/json-in-language.js';

interface WhyFlags extends SituationOptions {
  catalogue: string;
  format: string;
}

/** `why`: from a field, a material or a step to the law and the line. */
export const registerWhy: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command = program
    .command('why')
    .summary(say('help.why.summary'))
    .description(say('help.why.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.why.argument.bundle'))
    .argument(`<${say('placeholder.name')}>`, say('help.why.argument.name'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json'))
    .addOption(localeOption(say))
    .action(
      context.action((bundle: string, name: string, flags: WhyFlags) => why(bundle, name, flags, context)),
    );
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething why newborn guardian.phone', say('help.why.example-1')],
    ['onething why newborn "birth-certificate of child"', say('help.why.example-2')],
    ['onething why newborn household-registration', say('help.why.example-3')],
  );
};

function why(bundle: string, name: string, flags: WhyFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const explanation = explain(compositionOf(composeSituation(catalogue, bundle, flags, io)), name);
  if (flags.format === 'json') printJson(io, explanationInLanguage(explanation, io.documentLanguage));
  else {
    const options = { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) };
    io.out(explanationText(explanation, options));
  }
  return exitCodes.fine;
}
