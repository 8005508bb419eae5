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
  const command = program
    .command('types')
    .summary('TypeScript of form, inputs, outputs and handlers')
    .description(
      'Writes the TypeScript of a bundle: its form, what each block is given and yields, and a Handlers type that does not compile where a handler is missing.',
    )
    .argument('<bundle>', 'the id of a bundle')
    .addOption(catalogueOption())
    .addOption(formatOption('text', 'json'))
    .action(context.action((bundle: string, flags: TypesFlags) => types(bundle, flags, context)));
  withExamples(
    command,
    ['onething types newborn > newborn.ts', 'types for a host application'],
    ['onething types newborn --format json', 'the same text in a JSON document'],
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
