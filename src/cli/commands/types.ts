import { typesOf } from '../../codegen/index.js';
import { readCatalogue } from '../../node/index.js';
import { composeBundle } from '../../plan/index.js';
import { findingsText } from '../../report/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { isFailure } from '../check/fail-on.js';
import { fileNames, formatOption, textOptions } from '../options/text-options.js';

interface TypesFlags {
  catalogue: string;
  format: string;
}

/** `types`: TypeScript of form, inputs, outputs and handlers. */
export const registerTypes: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command = program
    .command('types')
    .summary(say('help.types.summary'))
    .description(say('help.types.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.types.argument.bundle'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json'))
    .action(context.action((bundle: string, flags: TypesFlags) => types(bundle, flags, context)));
  withExamples(
    command,
    say,
    ['onething types newborn > newborn.ts', say('help.types.example-1')],
    ['onething types newborn --format json', say('help.types.example-2')],
  );
};

async function types(bundle: string, flags: TypesFlags, { io }: CommandContext): Promise<ExitCode> {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const { plan, diagnostics } = composeBundle(catalogue, bundle);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const options = { ...textOptions(catalogue, io, undefined), fileName: fileNames(folder, io) };
    io.err(`${findingsText(errors, (file) => catalogue.text(file), options)}\n`);
  }
  const text = await typesOf(plan);
  if (flags.format === 'json') printJson(io, { formatVersion: 1, bundle, plan: plan.hash, typescript: text });
  else io.out(text);
  return isFailure(diagnostics, 'error') ? exitCodes.findings : exitCodes.fine;
}
