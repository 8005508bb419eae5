import { Option } from 'commander';
import type { Command } from 'commander';
import { literals, meantBy, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { Figures } from '../../model/index.js';
import { readCatalogue } from '../../node/index.js';
import { reportBySituation, worstCases } from '../../prove/index.js';
import type { WorstCase } from '../../prove/index.js';
import { compositionText, reportMarkdown } from '../../report/index.js';
import { compositionOf } from '../../plan/index.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { collect, printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { composeSituation, withSituation } from '../options/situation-options.js';
import type { CommandIo } from '../io.js';
import type { SituationOptions } from '../options/situation-options.js';
import { fileNames, formatOption, localeOption, textOptions } from '../options/text-options.js';

interface ReportFlags extends SituationOptions {
  catalogue: string;
  format: string;
  max?: string[];
  situations?: boolean;
}

/** `report`: before and after, and the most that any situation comes to. */
export const registerReport: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('report')
    .summary(say('help.report.summary'))
    .description(say('help.report.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.report.argument.bundle'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json', 'markdown'))
    .addOption(new Option(`--max <${say('placeholder.limit')}>`, say('help.report.max')).argParser(collect))
    .option('--situations', say('help.report.situations'))
    .addOption(localeOption(say))
    .action(context.action((bundle: string, flags: ReportFlags) => report(bundle, flags, context)));
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething report newborn', say('help.report.example-1')],
    ['onething report newborn --max materialsLeft=4 --max workingDays=10', say('help.report.example-2')],
    ['onething report newborn --format markdown', say('help.report.example-3')],
  );
};

function report(bundle: string, flags: ReportFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const composed = composeSituation(catalogue, bundle, flags, io);
  const worst = worstCases(composed);
  const broken = (flags.max ?? []).flatMap((text) => exceeding(text, worst));
  if (flags.format === 'json') {
    const situations = flags.situations === true ? reportBySituation(composed) : undefined;
    printJson(io, {
      formatVersion: 1,
      bundle,
      ...composed.report,
      worst,
      ...(flags.situations === true ? { situations: situations ?? 'too many' } : {}),
    });
  } else if (flags.format === 'markdown') {
    io.out(reportMarkdown(bundle, composed.report, worst, io.language));
  } else {
    const options = { ...textOptions(catalogue, io, flags.locale), fileName: fileNames(folder, io) };
    io.out(compositionText(compositionOf(composed), options, 'report'));
    const most = worst.filter(
      ({ figure, value, unknown }) => figure.startsWith('after.') && (value > 0 || unknown !== undefined),
    );
    const shown = most.map(({ figure, value, exact, unknown }) => {
      const name = labelOf(figure.slice(6), io);
      if (unknown !== undefined) return io.say('report.figureOpen', { name, value });
      return exact ? io.say('report.figure', { name, value }) : io.say('report.figureUpTo', { name, value });
    });
    io.out(`\n${io.say('report.atMost', { figures: shown.join(io.say('plan.separator')) })}\n`);
  }
  for (const { figure, value, facts, limit, unknown = [] } of broken) {
    const told =
      value > limit
        ? io.say('report.exceeds', { figure, value, limit, facts: JSON.stringify(facts) })
        : io.say('report.mayExceed', { figure, limit, steps: literals(unknown) });
    io.err(`${io.style.red(io.say('report.tooMany'))} ${told}\n`);
  }
  return broken.length > 0 ? exitCodes.findings : exitCodes.fine;
}

/** What people call a figure. */
function labelOf(name: string, { say }: CommandIo): string {
  if (name.startsWith('fees.')) return say('figure.fees', { currency: name.slice(5) });
  return say(`figure.${name as keyof Omit<Figures, 'fees'>}`);
}

/** A limit that some situation exceeds. `materials` is short for what is left to give. */
function exceeding(text: string, worst: readonly WorstCase[]): (WorstCase & { limit: number })[] {
  const [name = '', given = ''] = text.split('=');
  const limit = Number(given);
  if (given.trim() === '' || !Number.isFinite(limit)) {
    throw new UsageError(tell('usage/option:no-limit', { text }), tell('usage/option:limit'));
  }
  const short: Partial<Record<string, keyof Figures>> = {
    materials: 'materialsLeft',
    fields: 'fieldsToFill',
  };
  // eslint-disable-next-line no-restricted-syntax -- a figure, no key
  const figure = name.includes('.') ? name : `after.${short[name] ?? name}`;
  const found = worst.find((one) => one.figure === figure);
  if (found === undefined) {
    const names = worst.map((one) => one.figure.replace(/^after\./, ''));
    const help = meantBy(name, names) ?? tell('usage/option:figures', { names: literals(names) });
    throw new UsageError(tell('usage/option:no-figure', { name }), help);
  }
  // What is not known to stay below a limit does not pass for staying below it.
  return found.value > limit || found.unknown !== undefined ? [{ ...found, limit }] : [];
}
