import type { Command } from 'commander';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { mermaidOf } from '../../export/index.js';
import { readCatalogue } from '../../node/index.js';
import { compositionOf } from '../../plan/index.js';
import { adviseBundle } from '../../prove/index.js';
import { adviceText, findingsText, planText } from '../../report/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { collect, printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { isFailure } from '../check/fail-on.js';
import { composeSituation, withSituation } from '../options/situation-options.js';
import type { SituationOptions } from '../options/situation-options.js';
import { fileNames, formatOption, localeOption, textOptions } from '../options/text-options.js';

interface PlanFlags extends SituationOptions {
  catalogue: string;
  format: string;
  advise?: boolean;
  cut?: string[];
}

/** `plan`: stages, parallel steps and the longest chain. */
export const registerPlan: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('plan')
    .summary(say('help.plan.summary'))
    .description(say('help.plan.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.plan.argument.bundle'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json', 'mermaid'))
    .option('--advise', say('help.plan.advise'))
    .option(`--cut <${say('placeholder.cut')}>`, say('help.plan.cut'), collect)
    .addOption(localeOption(say))
    .action(context.action((bundle: string, flags: PlanFlags) => plan(bundle, flags, context)));
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething plan newborn', say('help.plan.example-1')],
    ['onething plan newborn --format json > plan.json', say('help.plan.example-2')],
    ['onething plan newborn --format mermaid', say('help.plan.example-3')],
    ['onething plan newborn --advise', say('help.plan.example-4')],
  );
};

function plan(bundle: string, flags: PlanFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const composed = composeSituation(catalogue, bundle, { ...flags, cuts: (flags.cut ?? []).map(cutOf) }, io);
  const composition = compositionOf(composed);
  if (flags.advise === true) {
    const advice = adviseBundle(composed);
    if (flags.format === 'json') printJson(io, advice);
    else
      io.out(
        adviceText(advice, { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) }),
      );
    return isFailure(composition.diagnostics, 'error') ? exitCodes.findings : exitCodes.fine;
  }
  const options = { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) };
  if (flags.format === 'json') {
    printJson(io, composition.plan);
  } else {
    const errors = composition.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) io.err(`${findingsText(errors, (file) => catalogue.text(file), options)}\n`);
    io.out(
      flags.format === 'mermaid' ? mermaidOf(composition.plan, options) : planText(composition.plan, options),
    );
  }
  return isFailure(composition.diagnostics, 'error') ? exitCodes.findings : exitCodes.fine;
}

function cutOf(text: string): { from: string; to: string } {
  const at = text.indexOf(':');
  if (at > 0 && at < text.length - 1) return { from: text.slice(0, at), to: text.slice(at + 1) };
  throw new UsageError(tell('usage/option:no-cut', { text }), tell('usage/option:cut'));
}
