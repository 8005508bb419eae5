import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { deepEqual } from '../../base/index.js';
import { literal, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { JsonObject } from '../../base/index.js';
import { createRunner, createSqliteStore, readCatalogue } from '../../node/index.js';
import type { Duration, Plan, World } from '../../model/index.js';
import { durationPattern } from '../../model/index.js';
import { composeBundle } from '../../plan/index.js';
import { findingsText, printable } from '../../report/index.js';
import {
  createManualClock,
  createMemoryStore,
  createSimulation,
  trustedStore,
  createSystemClock,
  instantIn,
  isInstant,
  msOf,
  isOver,
} from '../../runtime/index.js';
import type { CaseStore, CaseView, LogEntry, SimulatedFate } from '../../runtime/index.js';
import { caseDocument } from '../output/case-document.js';
import { caseText, liveText, logText } from '../output/case-text.js';
import { catalogueOption, findCatalogue } from '../options/catalogue-option.js';
import { collect, oneOf, printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import type { CommandIo } from '../io.js';
import { createLiveTable } from '../output/live-table.js';
import { refusedError } from '../command/refused.js';
import { readAnswers } from '../options/situation-options.js';
import { assertStep, stepsNamed, worldOf } from '../options/world-options.js';
import type { WorldOptions } from '../options/world-options.js';
import { fileNames, formatOption, localeOption, textOptions } from '../options/text-options.js';

interface RunFlags extends WorldOptions {
  catalogue: string;
  format: string;
  locale?: string;
  answers?: string;
  known?: string;
  fail?: string[];
  delay?: string[];
  seed?: string;
  store?: string;
  id?: string;
  start?: string;
  pace?: string;
}

/** `run`: a case on the embedded runner, with everybody else simulated. */
export const registerRun: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command = program
    .command('run')
    .summary(say('help.run.summary'))
    .description(say('help.run.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.run.argument.bundle'))
    .addOption(catalogueOption(say))
    .option(`--answers <${say('placeholder.file')}>`, say('help.run.answers'))
    .option(`--known <${say('placeholder.file')}>`, say('help.run.known'))
    .option(`--world <${say('placeholder.file')}>`, say('help.run.world'))
    .option(`--defer <${say('placeholder.material')}>`, say('help.run.defer'), collect)
    .option(`--commit <${say('placeholder.material')}>`, say('help.run.commit'), collect)
    .option(`--untrue <${say('placeholder.material')}>`, say('help.run.untrue'), collect)
    .option(`--yield <${say('placeholder.yield')}>`, say('help.run.yield'), collect)
    .option(`--lie <${say('placeholder.lie')}>`, say('help.run.lie'), collect)
    .option(`--fail <${say('placeholder.fate')}>`, say('help.run.fail'), collect)
    .option(`--delay <${say('placeholder.duration')}>`, say('help.run.delay'), collect)
    .option(`--seed <${say('placeholder.number')}>`, say('help.run.seed'))
    .option(`--start <${say('placeholder.moment')}>`, say('help.run.start'))
    .option(`--pace <${say('placeholder.ms')}>`, say('help.run.pace'), '0')
    .option(`--store <${say('placeholder.file')}>`, say('help.run.store'))
    .option(`--id <${say('placeholder.id')}>`, say('help.run.id'), 'simulated')
    .addOption(formatOption(say, 'text', 'json'))
    .addOption(localeOption(say))
    .action(context.action((bundle: string, flags: RunFlags) => run(bundle, flags, context)));
  withExamples(
    command,
    say,
    ['onething run newborn', say('help.run.example-1')],
    ['onething run newborn --fail birth-certificate=rejected', say('help.run.example-2')],
    ['onething run newborn --pace 500', say('help.run.example-3')],
    ['onething run newborn --world cases/twins.yaml', say('help.run.example-5')],
    ['onething run newborn --store cases.db --id c1', say('help.run.example-4')],
  );
};

async function run(bundle: string, flags: RunFlags, { io }: CommandContext): Promise<ExitCode> {
  const folder = findCatalogue(flags.catalogue, io);
  const catalogue = readCatalogue(folder);
  const { plan, diagnostics } = composeBundle(catalogue, bundle);
  const options = textOptions(catalogue, io, flags.locale);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const setting = { ...options, fileName: fileNames(folder, io) };
    io.err(`${findingsText(errors, (file) => catalogue.text(file), setting)}\n`);
    return exitCodes.findings;
  }
  const answers = flags.answers === undefined ? undefined : readAnswers(flags.answers, io);
  const known = flags.known === undefined ? undefined : readAnswers(flags.known, io, '--known');
  const world = worldOf({ catalogue, bundle, plan }, flags, io);
  const store =
    flags.store === undefined ? createMemoryStore() : await createSqliteStore(resolve(io.cwd, flags.store));
  try {
    const { view, log } = await simulate(plan, flags, store, {
      answers,
      known,
      world,
      watch: watching(flags, io, options.locale),
      io,
    });
    if (flags.format === 'json') printJson(io, caseDocument(view, log, io));
    else io.out(`${logText(log, io)}\n${caseText(view, io, options.locale)}`);
    return exitCodes.fine;
  } finally {
    await store.close();
  }
}

/** What a case is started with, and who watches it. */
interface Setting {
  answers: JsonObject | undefined;
  known: JsonObject | undefined;
  world: World | undefined;
  watch: Watch;
  io: CommandIo;
}

interface Watch {
  step(view: CaseView, now: string): Promise<void>;
  end(): void;
}

/** Shows the table of steps where somebody looks, and waits before each answer. */
function watching(flags: RunFlags, io: CommandIo, locale: string | undefined): Watch {
  const paceMs = numberOf('--pace', flags.pace ?? '0');
  const live = io.progress === undefined ? undefined : createLiveTable(io.progress);
  return {
    async step(view, now) {
      live?.show(liveText(view, now, io, locale));
      if (paceMs > 0) await delay(paceMs);
    },
    end: () => live?.clear(),
  };
}

async function simulate(
  plan: Plan,
  flags: RunFlags,
  store: CaseStore,
  { answers, known, world, watch, io }: Setting,
): Promise<{ view: CaseView; log: LogEntry[] }> {
  const id = flags.id ?? 'simulated';
  const before = await store.load(id);
  const kept = before === undefined ? plan : ((await store.loadPlan(before.plan)) ?? plan);
  const simulation = createSimulation(kept, {
    fates: fatesOf(kept, flags.fail ?? []),
    delays: delaysOf(kept, flags.delay ?? []),
    ...(flags.seed === undefined ? {} : { seed: numberOf('--seed', flags.seed) }),
    ...(world === undefined ? {} : { world }),
    watch: (view, now) => watch.step(view, now),
  });
  const log = before === undefined ? [] : await store.history(id);
  const clock = createManualClock(log.at(-1)?.event.at ?? startOf(flags.start ?? world?.start, kept));
  // The store is closed by whoever opened it.
  const runner = await createRunner({
    store: { ...trustedStore(store), close: () => Promise.resolve() },
    handlers: simulation.handlers,
    clock,
  });
  const interrupted = (): void => {
    watch.end();
    io.err(`${io.say('case.kept', { id: printable(id) })}\n`);
    process.exit(128 + 2);
  };
  if (flags.store !== undefined) process.once('SIGINT', interrupted);
  try {
    if (before === undefined) {
      const given = {
        answers: answers ?? simulation.answers(known),
        known: known ?? simulation.known(),
        consents: simulation.consents(),
        id,
      };
      const receipt = await runner.start(kept, given);
      if (!receipt.accepted) throw refusedError(receipt.refusal, flags.locale ?? io.languageTag);
      const left = receipt.notTaken ?? [];
      if (left.length > 0) io.err(`${io.say('case.notTaken', { places: left.map(printable).join(', ') })}\n`);
    } else if (answers !== undefined && !deepEqual(answers, firstAnswers(log))) {
      throw new UsageError(tell('usage/case-exists', { id }));
    } else if (isOver(before.state.status)) {
      io.err(`${io.say('case.isOver', { id: printable(id) })}\n`);
    } else {
      io.err(`${io.say('case.resumed', { id: printable(id), count: before.seq })}\n`);
    }
    const view = await simulation.run(runner, clock, id, await store.secret());
    return { view, log: await store.history(id) };
  } finally {
    process.off('SIGINT', interrupted);
    watch.end();
    await runner.stop();
  }
}

function firstAnswers(log: readonly LogEntry[]): JsonObject | undefined {
  const first = log[0]?.event;
  return first?.type === 'started' ? first.answers : undefined;
}

function fatesOf(plan: Plan, list: readonly string[]): Record<string, SimulatedFate> {
  const fates: Record<string, SimulatedFate> = {};
  for (const text of list) {
    const [id, fate] = pairOf('--fail', text);
    assertStep(plan, id);
    const isBlock = stepsNamed(plan, id).some(({ kind }) => kind !== 'registry');
    fates[id] = oneOf('fate', fate, isBlock ? ['rejected', 'returned', 'withdrawn'] : ['down']);
  }
  return fates;
}

function delaysOf(plan: Plan, list: readonly string[]): Record<string, Duration> {
  const delays: Record<string, Duration> = {};
  for (const text of list) {
    const [id, delay] = pairOf('--delay', text);
    assertStep(plan, id);
    if (!durationPattern.test(delay)) {
      throw new UsageError(tell('usage/option:no-duration', { text: delay }), tell('usage/option:duration'));
    }
    delays[id] = delay;
  }
  return delays;
}

function pairOf(option: string, text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(
    tell('usage/option:no-value', { option: literal(option), text }),
    tell('usage/option:block-and-value', { option: literal(option) }),
  );
}

function numberOf(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(tell('usage/option:no-number', { option: literal(option), text }));
}

function startOf(text: string | undefined, { calendar }: Plan): string {
  // What is shown is what a clock on the wall of the authorities says.
  if (text === undefined) return instantIn(calendar, msOf(createSystemClock().now()));
  if (isInstant(text)) return text;
  throw new UsageError(tell('usage/option:no-moment', { text: String(text) }), tell('usage/option:moment'));
}
