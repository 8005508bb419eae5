import { resolveSituation } from '../../plan/index.js';
import { resolutionText } from '../../report/index.js';
import { catalogueOption, openCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { composeSituation, situationOf, withSituation } from '../options/situation-options.js';
import type { SituationOptions } from '../options/situation-options.js';
import { formatOption, localeOption, textOptions } from '../options/text-options.js';

interface ResolveFlags extends SituationOptions {
  catalogue: string;
  format: string;
}

/** `resolve`: what is settled, and the questions that are still open. */
export const registerResolve: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command = program
    .command('resolve')
    .summary(say('help.resolve.summary'))
    .description(say('help.resolve.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.resolve.argument.bundle'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json'))
    .addOption(localeOption(say))
    .action(context.action((bundle: string, flags: ResolveFlags) => resolve(bundle, flags, context)));
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething resolve newborn', say('help.resolve.example-1')],
    ['onething resolve newborn --facts mother.yaml', say('help.resolve.example-2')],
    [
      'onething resolve newborn --fact mother.insurance=employee --choose card=no',
      say('help.resolve.example-3'),
    ],
  );
};

function resolve(bundle: string, flags: ResolveFlags, { io }: CommandContext): ExitCode {
  const catalogue = openCatalogue(flags.catalogue, io);
  const situation = situationOf(catalogue, bundle, flags, io);
  // What the facts leave open is composed again only where a choice could be mistyped.
  if (Object.keys(situation.choices).length > 0) composeSituation(catalogue, bundle, flags, io);
  const resolution = resolveSituation(catalogue, bundle, situation);
  if (flags.format === 'json') printJson(io, resolution);
  else io.out(resolutionText(resolution, textOptions(catalogue, io, flags.locale)));
  return exitCodes.fine;
}
