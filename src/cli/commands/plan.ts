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
  const command: Command = program
    .command('plan')
    .summary('stages, what runs in parallel, the longest chain')
    .description('Shows the plan of a bundle: its stages, what runs in parallel, and the longest chain.')
    .argument('<bundle>', 'the id of a bundle')
    .addOption(catalogueOption())
    .addOption(formatOption('text', 'json', 'mermaid'))
    .option('--advise', 'what would make it faster: each relaxation with the working days that it gains')
    .option('--cut <from:to>', 'the plan where "to" does not wait for "from"; may be repeated', collect)
    .addOption(localeOption())
    .action(context.action((bundle: string, flags: PlanFlags) => plan(bundle, flags, context)));
  withSituation(command);
  withExamples(
    command,
    ['onething plan newborn', 'the stages'],
    ['onething plan newborn --format json > plan.json', 'the document that a host runs'],
    ['onething plan newborn --format mermaid', 'a diagram for a page'],
    ['onething plan newborn --advise', 'what would make it faster'],
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
