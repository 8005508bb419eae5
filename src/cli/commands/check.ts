import { Option } from 'commander';
import type { Command } from 'commander';
import { appendTo } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { updateBaseline } from '../check/baseline-file.js';
import { catalogueOption, findCatalogue, withinCatalogue } from '../options/catalogue-option.js';
import { mend } from '../check/check-fix.js';
import { checkFolder, checkedJson, checkedText, judged } from '../check/check-folder.js';
import type { CheckedFolder, CheckRequest } from '../check/check-request.js';
import { watchFolder } from '../check/check-watch.js';
import { collect, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { failOnOption, isFailure } from '../check/fail-on.js';
import type { FailOn } from '../check/fail-on.js';
import { outputFormats, outputOption, parseOutputs, putOut } from '../check/finding-output.js';
import type { Output } from '../check/finding-output.js';
import type { CommandIo } from '../io.js';
import { knownCode } from '../options/known-code.js';
import { fileNames, formatOption } from '../options/text-options.js';

interface CheckFlags {
  catalogue: string;
  format: string;
  output?: string[];
  failOn: FailOn;
  error?: string[];
  baseline?: string | boolean;
  updateBaseline?: boolean;
  fix?: boolean;
  dryRun?: boolean;
  watch?: boolean;
}

/** `check`: documents, references, every bundle composed and proven. */
export const registerCheck: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('check')
    .summary(say('help.check.summary'))
    .description(say('help.check.description'))
    .argument(`[${say('placeholder.path')}...]`, say('help.check.argument.path'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, ...outputFormats))
    .addOption(outputOption(say))
    .addOption(failOnOption(say))
    .option(`--error <${say('placeholder.code')}>`, say('help.check.error'), collect)
    .addOption(new Option(`--baseline <${say('placeholder.file')}>`, say('help.check.baseline')))
    .option('--no-baseline', say('help.check.no-baseline'))
    .option('--update-baseline', say('help.check.update-baseline'))
    .option('--fix', say('help.check.fix'))
    .option('--dry-run', say('help.check.dry-run'))
    .option('--watch', say('help.check.watch'))
    .action(context.action((paths: string[], flags: CheckFlags) => check(paths, flags, context)));
  withExamples(
    command,
    say,
    ['onething check', say('help.check.example-1')],
    ['onething check examples/catalogue', say('help.check.example-2')],
    ['onething check bundles/newborn', say('help.check.example-3')],
    ['onething check --fail-on warning --output sarif=findings.sarif', say('help.check.example-4')],
    ['onething check --fix --dry-run', say('help.check.example-5')],
  );
};

async function check(paths: readonly string[], flags: CheckFlags, { io }: CommandContext): Promise<ExitCode> {
  const outputs = parseOutputs(flags.output);
  const requests = requestsOf(paths, flags, io);
  if (flags.watch === true) return watchAll(requests, flags, outputs, io);
  const results: CheckedFolder[] = [];
  // One after the other: each has all processors to itself.
  for (const request of requests) results.push(await checkFolder(request, io));
  if (flags.fix === true) {
    for (const [index, result] of results.entries()) results[index] = await mended(result, flags, io);
  } else if (flags.dryRun === true) {
    throw new UsageError(tell('usage/option:dry-run'), tell('usage/option:fix-dry-run'));
  }
  const judgedAnew =
    flags.updateBaseline === true ? results.map((result) => withNewBaseline(result, flags, io)) : results;
  return putOutResults(judgedAnew, flags, outputs, io);
}

/** Prints and writes what was found, and says whether it makes the command fail. */
function putOutResults(
  results: readonly CheckedFolder[],
  flags: CheckFlags,
  outputs: readonly Output[],
  io: CommandIo,
): ExitCode {
  const sayings = {
    results: results.map(({ request, catalogue, findings }) => ({
      catalogue: { id: catalogue.id, version: catalogue.version },
      diagnostics: findings.diagnostics,
      fileName: fileNames(request.folder, io),
    })),
    failOn: flags.failOn,
    text: (style: CommandIo['style']) => results.map((result) => checkedText(result, style, io)).join(''),
    json: () => {
      const documents = results.map((result) => checkedJson(result, io));
      return documents.length === 1 ? documents[0] : documents;
    },
  };
  putOut(flags.format, outputs, sayings, io);
  const all = results.flatMap(({ findings }) => findings.diagnostics);
  return isFailure(all, flags.failOn) ? exitCodes.findings : exitCodes.fine;
}

/** Checks until the process is told to end; that is how watching ends, and no failure. */
async function watchAll(
  requests: readonly CheckRequest[],
  flags: CheckFlags,
  outputs: readonly Output[],
  io: CommandIo,
): Promise<ExitCode> {
  const [request, ...others] = requests;
  if (request === undefined || others.length > 0) {
    throw new UsageError(tell('usage/option:watch-several'), tell('usage/option:watch-each'));
  }
  if (flags.format !== 'text' || flags.fix === true || flags.updateBaseline === true) {
    throw new UsageError(tell('usage/option:watch-document'), tell('usage/option:watch-text'));
  }
  const ended = new AbortController();
  const end = () => ended.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  io.err(`${io.say('check.watching', { folder: request.folder })}\n`);
  await watchFolder(request, io, {
    signal: ended.signal,
    onChecked: (checked, composed) => {
      const bundles = io.say('check.bundles', { count: checked.findings.bundles.length });
      const time = (io.now?.() ?? new Date()).toTimeString().slice(0, 8);
      io.out(`${io.say('check.again', { time, composed: composed.length, bundles })}\n\n`);
      putOutResults([checked], flags, outputs, io);
    },
    onGone: () => io.out(`${io.say('check.gone', { folder: request.folder })}\n`),
  });
  process.off('SIGINT', end).off('SIGTERM', end);
  return exitCodes.fine;
}

function requestsOf(paths: readonly string[], flags: CheckFlags, io: CommandIo): CheckRequest[] {
  const { baseline: named, error: errors = [] } = flags;
  for (const code of errors) knownCode(code);
  const baseline = typeof named === 'string' ? named : named === false ? false : undefined;
  const folders = new Map<string, string[]>();
  for (const path of paths.length === 0 ? [flags.catalogue] : paths) {
    const folder = findCatalogue(path, io);
    appendTo(folders, folder, withinCatalogue(path, folder, io));
  }
  if (folders.size > 1 && baseline !== undefined && baseline !== false) {
    throw new UsageError(tell('usage/baseline:several', { count: folders.size }), tell('usage/baseline:own'));
  }
  return [...folders].map(([folder, places]) => ({ folder, places, errors, baseline }));
}

/** Said beside the findings: documents for machines hold findings alone. */
function aside(text: string, flags: CheckFlags, io: CommandIo): void {
  if (flags.format === 'text') io.out(text);
  else io.err(text);
}

async function mended(checked: CheckedFolder, flags: CheckFlags, io: CommandIo): Promise<CheckedFolder> {
  const result = await mend(checked, flags.dryRun !== true, io);
  aside(`${result.text}\n`, flags, io);
  return result.checked;
}

function withNewBaseline(checked: CheckedFolder, flags: CheckFlags, io: CommandIo): CheckedFolder {
  if (checked.request.baseline === false) {
    throw new UsageError(tell('usage/baseline:none-and-new'));
  }
  aside(`${updateBaseline(checked, io)}\n`, flags, io);
  // Only what is accepted has changed: what was found stands, before anything was left out.
  const { request, catalogue, findings, all } = checked;
  return judged(request, catalogue, { ...findings, diagnostics: [...all] }, io);
}
