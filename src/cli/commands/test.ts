import { join } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { listOf, UsageError } from '../../messages/index.js';
import { resultsInLanguage } from '../output/case-results.js';
import { tell } from '../messages.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { checkCatalogue } from '../../check/index.js';
import { isPackedFile, readCatalogue } from '../../node/index.js';
import { renderIn } from '../../languages/index.js';
import { printable, widthOf } from '../../report/index.js';
import { casesJunit, percentOf, runCases, withExpectation, witnessCases } from '../../testing/index.js';
import type { CaseResult, CaseResults, Coverage, Reach } from '../../testing/index.js';
import { catalogueOption, findCatalogue, withinCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import type { CommandIo } from '../io.js';
import { onDisk } from '../output/edited-text.js';
import { writeFiles } from '../output/write-file.js';
import { fileNames, formatOption } from '../options/text-options.js';

interface TestFlags {
  catalogue: string;
  format: string;
  update?: boolean;
  saveFindings?: string;
  coverage?: boolean;
  minCoverage?: number;
}

/** `test`: golden cases, and what they reach. */
export const registerTest: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('test')
    .summary(say('help.test.summary'))
    .description(say('help.test.description'))
    .argument(`[${say('placeholder.path')}...]`, say('help.test.argument.path'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json', 'junit'))
    .option('--update', say('help.test.update'))
    .option(`--save-findings <${say('placeholder.folder')}>`, say('help.test.save-findings'))
    .option('--coverage', say('help.test.coverage'))
    .addOption(
      new Option(`--min-coverage <${say('placeholder.percent')}>`, say('help.test.min-coverage')).argParser(
        percent,
      ),
    )
    .action(context.action((paths: string[], flags: TestFlags) => test(paths, flags, context)));
  withExamples(
    command,
    say,
    ['onething test', say('help.test.example-1')],
    ['onething test cases/newborn --update', say('help.test.example-2')],
    ['onething test --save-findings cases/findings', say('help.test.example-3')],
    ['onething test --coverage --min-coverage 80', say('help.test.example-4')],
  );
};

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new UsageError(tell('usage/option:no-percentage', { text }), tell('usage/option:percentage'));
}

function test(paths: readonly string[], flags: TestFlags, { io }: CommandContext): ExitCode {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  if (flags.saveFindings !== undefined) return saveFindings(catalogue, flags.saveFindings, io);
  const ids = new Set(paths.filter((path) => catalogue.cases.has(path)));
  const places = paths.filter((path) => !ids.has(path)).map((path) => withinCatalogue(path, folder, io));
  const isIn = (file: string) =>
    places.some((place) => place === '' || file === place || file.startsWith(`${place}/`));
  const results = runCases(catalogue, {
    ...(paths.length === 0 ? {} : { only: (id: string, file: string) => ids.has(id) || isIn(file) }),
    onCase: (id, index, count) => io.progress?.(`${index + 1}/${count}: ${id}`),
  });
  io.progress?.('');
  if (paths.length > 0 && results.cases.length === 0) {
    throw new UsageError(tell('usage/no-case', { paths: listOf(paths, 'comma') }));
  }
  const thin = results.coverage.filter((one) => percentOf(one) < (flags.minCoverage ?? 0));
  const left = flags.update === true ? update(catalogue, folder, results, io) : results.failed;
  if (flags.format === 'json') printJson(io, resultsInLanguage(results, io.documentLanguage));
  else if (flags.format === 'junit') io.out(casesJunit(results, io.documentLanguage));
  else printResults(results, folder, flags, { thin, left }, io);
  const isFine = thin.length === 0 && left === 0;
  return isFine ? exitCodes.fine : exitCodes.findings;
}

/** Writes what comes out into the cases that expect something else, all of them or none; counts those that it cannot. */
function update(catalogue: LoadedCatalogue, folder: string, { cases }: CaseResults, io: CommandIo): number {
  if (isPackedFile(folder)) {
    throw new UsageError(tell('usage/packed:cases'), tell('usage/packed:update'));
  }
  const nameOf = fileNames(folder, io);
  const files = new Map<string, string>();
  const failed = cases.filter(({ passed }) => !passed);
  for (const { file, recorded } of failed) {
    const before = isOwn(file) ? catalogue.text(file) : undefined;
    const written =
      before === undefined || recorded === undefined ? undefined : withExpectation(catalogue, file, recorded);
    if (written === undefined) {
      io.err(`${io.say('golden.notUpdated', { file: nameOf(file) })}\n`);
      continue;
    }
    files.set(join(folder, file), onDisk(folder, file, before!, written.text));
    for (const comment of written.lost) io.err(`${io.say('golden.lostComment', { file, comment })}\n`);
  }
  writeFiles(files, io);
  return failed.length - files.size;
}

/** Files of imported catalogues belong to somebody else. */
function isOwn(file: string): boolean {
  return !file.startsWith('../') && !file.startsWith('node_modules/');
}

function saveFindings(catalogue: LoadedCatalogue, folder: string, io: CommandIo): ExitCode {
  const cases = witnessCases(catalogue, checkCatalogue(catalogue).diagnostics);
  writeFiles(new Map(cases.map(({ document, text }) => [join(folder, `${document.id}.yaml`), text])), io);
  const count = cases.length;
  io.out(`${count === 0 ? io.say('golden.nothingToSave') : io.say('golden.saved', { count, folder })}\n`);
  return exitCodes.fine;
}

function printResults(
  results: CaseResults,
  folder: string,
  flags: TestFlags,
  { thin, left }: { thin: readonly Coverage[]; left: number },
  io: CommandIo,
): void {
  const nameOf = fileNames(folder, io);
  for (const result of results.cases) if (!result.passed) io.out(failureText(result, nameOf, io));
  if (flags.coverage === true) for (const one of results.coverage) io.out(coverageText(one, io));
  for (const one of thin) {
    const args = { bundle: one.bundle, percent: percentOf(one), least: flags.minCoverage ?? 0 };
    io.out(`${io.style.red(io.say('golden.thin'))} ${io.say('golden.tooLittle', args)}\n`);
  }
  const { passed, failed, catalogue } = results;
  const { id, version } = catalogue;
  const cases = io.say('golden.cases', { count: passed + failed });
  const args = { catalogue: id, version, cases, passed, failed, updated: failed - left };
  const isUpdated = flags.update === true && failed > 0;
  io.out(`${isUpdated ? io.say('golden.updated', args) : io.say('golden.summary', args)}\n`);
}

function failureText(
  { id, differences }: CaseResult,
  nameOf: (file: string) => string,
  io: CommandIo,
): string {
  const lines = differences.map((one) => {
    const { at, part } = one;
    const place = at.range === undefined ? '' : `:${at.range.start.line}:${at.range.start.column}`;
    const said = { part, message: printable(renderIn(one, io.language)) };
    return `  ${io.style.dim(`${nameOf(at.file)}${place}`)} ${io.say('golden.difference', said)}\n`;
  });
  return `${io.style.red(io.say('golden.failed'))} ${id}\n${lines.join('')}\n`;
}

function coverageText(coverage: Coverage, io: CommandIo): string {
  const { say, style } = io;
  const parts = (['conditions', 'situations', 'uses', 'fields', 'alternatives'] as const).map((part) => {
    const { covered, of, missing }: Reach = coverage[part];
    const names = missing
      .slice(0, 3)
      .map((one) => printable(renderIn(one, io.language)))
      .join(say('plan.names'));
    const without = { names, count: missing.length - 3 };
    const told = say(missing.length > 3 ? 'golden.withoutMore' : 'golden.without', without);
    const absent = missing.length === 0 ? '' : `  ${style.dim(told)}`;
    return `  ${padded(say(`golden.${part}`))} ${`${covered}/${of}`.padStart(9)}${absent}\n`;
  });
  for (const { fields, count, exact, covered } of coverage.large) {
    const about = style.dim(say('golden.of', { fields: fields.map(printable).join(say('plan.names')) }));
    parts.push(`  ${padded('')} ${`${covered}/${exact ? '' : '≥'}${count}`.padStart(9)}  ${about}\n`);
  }
  const cases = say('golden.cases', { count: coverage.cases });
  const head = say('golden.reach', { percent: percentOf(coverage), cases });
  return `${style.bold(coverage.bundle)}  ${head}\n${parts.join('')}\n`;
}

/** A name in the column of names; wide characters take two places. */
function padded(name: string): string {
  return name + ' '.repeat(Math.max(0, 12 - widthOf(name)));
}
