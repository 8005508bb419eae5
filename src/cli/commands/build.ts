import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { packCatalogue, packedText } from '../../catalogue/index.js';
import { checkCatalogue } from '../../check/index.js';
import { isPackedFile, readCatalogue } from '../../node/index.js';
import { findingsText } from '../../report/index.js';
import { findCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import type { Io } from '../io.js';
import { writeOutput } from '../output/output-file.js';
import { fileNames, formatOption, textOptions } from '../options/text-options.js';

interface BuildFlags {
  output: string;
  format: string;
}

/** `build`: a checked catalogue in one file that can be verified. */
export const registerBuild: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('build')
    .summary(say('help.build.summary'))
    .description(say('help.build.description'))
    .argument(`[${say('placeholder.dir')}]`, say('help.build.argument.dir'), '.')
    .option(`--output <${say('placeholder.file')}>`, say('help.build.output'), 'catalogue.json')
    .addOption(formatOption(say, 'text', 'json'))
    .action(context.action((dir: string, flags: BuildFlags) => build(dir, flags, context)));
  withExamples(
    command,
    say,
    ['onething build', say('help.build.example-1')],
    ['onething build catalogue --output dist/catalogue.json', say('help.build.example-2')],
    ['onething compose newborn --catalogue dist/catalogue.json', say('help.build.example-3')],
  );
};

function build(dir: string, { output, format }: BuildFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(dir, io);
  assertReplaceable(output, io);
  const catalogue = readCatalogue(folder);
  const errors = checkCatalogue(catalogue).diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const options = { ...textOptions(catalogue, io, undefined), fileName: fileNames(folder, io) };
    io.err(`${findingsText(errors, (file) => catalogue.text(file), options)}\n${io.say('build.refused')}\n`);
    return exitCodes.findings;
  }
  const packed = packCatalogue(catalogue);
  const text = packedText(packed);
  writeOutput(output, text, io);
  if (output === '-') return exitCodes.fine;
  const { id, version, hash, documents } = packed;
  if (format === 'json') {
    printJson(io, {
      formatVersion: 1,
      file: output,
      catalogue: { id, version },
      documents: documents.length,
      hash,
    });
  } else {
    const size = sizeOf(new TextEncoder().encode(text).length);
    const args = { catalogue: id, version, count: documents.length, file: output, size };
    io.out(`${io.say('build.packed', args)}\n${io.style.dim(hash)}\n`);
  }
  return exitCodes.fine;
}

/** A packed catalogue takes the place of one, and of nothing else: "catalogue.json" may be the catalogue's manifest. */
function assertReplaceable(output: string, io: Io): void {
  const place = resolve(io.cwd, output);
  if (output === '-' || !existsSync(place) || isPackedFile(place)) return;
  throw new UsageError(tell('usage/output:no-packed', { path: output }), tell('usage/output:other'));
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
