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

interface WhyFlags extends SituationOptions {
  catalogue: string;
  format: string;
}

/** `why`: from a field, a material or a step to the law and the line. */
export const registerWhy: RegisterCommand = (program, context) => {
  const command = program
    .command('why')
    .summary('why a field, a material or a step is there')
    .description(
      'Explains a field, a material or a step: where it comes from, who takes it and when, each constraint, the legal basis, file and line.',
    )
    .argument('<bundle>', 'the id of a bundle')
    .argument('<name>', 'role.element, "material of role", or the id of a step')
    .addOption(catalogueOption())
    .addOption(formatOption('text', 'json'))
    .addOption(localeOption())
    .action(
      context.action((bundle: string, name: string, flags: WhyFlags) => why(bundle, name, flags, context)),
    );
  withSituation(command);
  withExamples(
    command,
    ['onething why newborn guardian.phone', 'a field'],
    ['onething why newborn "birth-certificate of child"', 'a material'],
    ['onething why newborn household-registration', 'a step'],
  );
};

function why(bundle: string, name: string, flags: WhyFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const explanation = explain(compositionOf(composeSituation(catalogue, bundle, flags, io)), name);
  if (flags.format === 'json') printJson(io, explanation);
  else {
    const options = { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) };
    io.out(explanationText(explanation, options));
  }
  return exitCodes.fine;
}
