import { Option } from 'commander';
import type { Command } from 'commander';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { sortDiagnostics } from '../../diagnostics/index.js';
import { matrixCsv, matrixMarkdown, matrixOf } from '../../export/index.js';
import type { Matrix } from '../../export/index.js';
import { readCatalogue } from '../../node/index.js';
import { composeBundle } from '../../plan/index.js';
import { findingsText } from '../../report/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { failOnOption, isFailure } from '../check/fail-on.js';
import type { FailOn } from '../check/fail-on.js';
import { writeOutput } from '../output/output-file.js';
import { environmentLocale, fileNames, localeOption, textOptions } from '../options/text-options.js';

interface MatrixFlags {
  catalogue: string;
  all?: boolean;
  format?: 'markdown' | 'csv' | 'json';
  output?: string;
  locale?: string;
  failOn: FailOn;
}

/** `matrix`: which authority receives what, and on which legal basis. */
export const registerMatrix: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('matrix')
    .summary(say('help.matrix.summary'))
    .description(say('help.matrix.description'))
    .argument(`[${say('placeholder.bundle')}]`, say('help.matrix.argument.bundle'))
    .option('--all', say('help.matrix.all'))
    .addOption(catalogueOption(say))
    .addOption(
      new Option(`--format <${say('placeholder.format')}>`, say('help.matrix.format')).choices([
        'markdown',
        'csv',
        'json',
      ]),
    )
    .option(`--output <${say('placeholder.file')}>`, say('help.matrix.output'))
    .addOption(localeOption(say))
    .addOption(failOnOption(say))
    .action(
      context.action((bundle: string | undefined, flags: MatrixFlags) => matrix(bundle, flags, context)),
    );
  withExamples(
    command,
    say,
    ['onething matrix newborn', say('help.matrix.example-1')],
    ['onething matrix --all --output matrix.csv', say('help.matrix.example-2')],
    ['onething matrix newborn --fail-on warning', say('help.matrix.example-3')],
  );
};

function matrix(bundle: string | undefined, flags: MatrixFlags, { io }: CommandContext): ExitCode {
  if ((bundle === undefined) === (flags.all !== true)) {
    throw new UsageError(tell('usage/option:one-or-all'));
  }
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const locale = flags.locale ?? environmentLocale(catalogue, io);
  const bundles = bundle === undefined ? [...catalogue.bundles.keys()] : [bundle];
  const composed = bundles.map((id) => composeBundle(catalogue, id));
  const matrices = composed.map((composition) => matrixOf(catalogue, composition, { locale }));
  const errors = composed.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'error'),
  );
  const found = sortDiagnostics([...errors, ...matrices.flatMap(({ diagnostics }) => diagnostics)]);
  if (found.length > 0) {
    const options = { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) };
    io.err(`${findingsText(found, (file) => catalogue.text(file), options)}\n`);
  }
  writeOutput(flags.output, textOf(matrices, flags), io);
  return isFailure(found, flags.failOn) ? exitCodes.findings : exitCodes.fine;
}

function textOf(matrices: readonly Matrix[], { format, output }: MatrixFlags): string {
  const named = output === undefined ? undefined : /\.(csv|json)$/i.exec(output)?.[1]?.toLowerCase();
  switch (format ?? named) {
    case 'csv':
      // Spreadsheets take a file without the mark for one in the encoding of the country.
      return `${output === undefined || output === '-' ? '' : '\uFEFF'}${matrixCsv(matrices)}`;
    case 'json':
      return `${JSON.stringify(matrices, null, 2)}\n`;
    default:
      return matrixMarkdown(matrices);
  }
}
