import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { omitUndefined, own } from '../../base/index.js';
import { literals, meantBy, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { JsonObject } from '../../base/index.js';
import { createSqliteStore } from '../../node/index.js';
import { printable } from '../../report/index.js';
import { commitOf, createSystemClock, isSettled, Turn, viewOf } from '../../runtime/index.js';
import type { Answer, CaseRecord, CaseStore, CaseSummary } from '../../runtime/index.js';
import { caseStatuses } from '../../model/index.js';
import type { Plan } from '../../model/index.js';
import { caseDocument } from '../output/case-document.js';
import { caseText, logText, statusText } from '../output/case-text.js';
import { collect, oneOf, printJson, withExamples } from '../command/command.js';
import type { RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import type { CommandIo } from '../io.js';
import { refusedError } from '../command/refused.js';
import { readAnswers } from '../options/situation-options.js';
import { formatOption, localeOption } from '../options/text-options.js';

interface CaseFlags {
  store: string;
  format: string;
  status?: string;
  locale?: string;
  as?: string;
  output?: string;
  needs?: string[];
  reason?: string;
}

/** `case`: looks at the cases of a store file, and answers for an authority. */
export const registerCase: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const group = program
    .command('case')
    .summary(say('help.case.summary'))
    .description(say('help.case.description'));
  const add = (
    name: string,
    text: string,
    run: (io: CommandIo, flags: CaseFlags, ...args: string[]) => Promise<ExitCode>,
  ): Command =>
    group
      .command(name)
      .description(text)
      .requiredOption(`--store <${say('placeholder.file')}>`, say('help.case.store'))
      .addOption(formatOption(say, 'text', 'json'))
      .action(
        context.action((...args: unknown[]) => {
          const flags = args.find((arg): arg is CaseFlags => typeof arg === 'object' && arg !== null)!;
          return run(context.io, flags, ...args.filter((arg) => typeof arg === 'string'));
        }),
      );
  const list = add('list', say('help.case.list'), listCases).option(
    `--status <${say('placeholder.status')}>`,
    say('help.case.status'),
  );
  const show = add(`show <${say('placeholder.id')}>`, say('help.case.show'), showCase).addOption(
    localeOption(say),
  );
  const complete = add(
    `complete <${say('placeholder.id')}> <${say('placeholder.step')}>`,
    say('help.case.complete'),
    completeStep,
  )
    .option(`--as <${say('placeholder.answer')}>`, say('help.case.as'), 'approved')
    .option(`--output <${say('placeholder.file')}>`, say('help.case.output'))
    .option(`--needs <${say('placeholder.input')}>`, say('help.case.needs'), collect)
    .option(`--reason <${say('placeholder.text')}>`, say('help.case.reason'))
    .addOption(localeOption(say));
  withExamples(list, say, ['onething case list --store cases.db', say('help.case.example-1')]);
  withExamples(show, say, ['onething case show c1 --store cases.db', say('help.case.example-2')]);
  withExamples(complete, say, [
    'onething case complete c1 birth-certificate --store cases.db --as rejected',
    say('help.case.example-3'),
  ]);
};

/** A case that is new is not stored yet. */
const storedStatuses = caseStatuses.filter((status) => status !== 'new');

async function listCases(io: CommandIo, flags: CaseFlags): Promise<ExitCode> {
  return withStore(io, flags, async (store) => {
    const status = flags.status === undefined ? undefined : oneOf('status', flags.status, storedStatuses);
    const cases = await store.list({ limit: 1_000_000, ...omitUndefined({ status }) });
    if (flags.format === 'json') printJson(io, { formatVersion: 1, cases });
    else {
      const line = ({ id, status, seq }: CaseSummary): string =>
        `${printable(id)}  ${statusText(status, io.say)}  ${io.say('case.events', { count: seq })}\n`;
      io.out(cases.map(line).join(''));
    }
    return exitCodes.fine;
  });
}

async function showCase(io: CommandIo, flags: CaseFlags, id = ''): Promise<ExitCode> {
  return withStore(io, flags, async (store) => {
    const { plan, record } = await open(store, id);
    const view = viewOf(plan, record);
    const log = await store.history(id);
    if (flags.format === 'json') printJson(io, caseDocument(view, log, io));
    else io.out(`${logText(log, io)}\n${caseText(view, io, flags.locale ?? io.languageTag)}`);
    return exitCodes.fine;
  });
}

async function completeStep(io: CommandIo, flags: CaseFlags, id = '', step = ''): Promise<ExitCode> {
  return withStore(io, flags, async (store) => {
    const { plan, record } = await open(store, id);
    const round = own(record.state.steps, step)?.round ?? 0;
    const turn = new Turn(plan, record.state, record.seq);
    const answer = answerOf(flags, io);
    assertAnswerable(plan, record, step, answer);
    const refusal = turn.apply({ type: 'answered', step, round, answer }, createSystemClock().now());
    if (refusal !== undefined) throw refusedError(refusal, flags.locale ?? io.languageTag);
    await store.commit(commitOf(id, plan, turn));
    const view = viewOf(plan, { id, seq: record.seq + turn.entries.length, state: turn.state });
    if (flags.format === 'json') printJson(io, caseDocument(view, undefined, io));
    else io.out(caseText(view, io, flags.locale ?? io.languageTag));
    return exitCodes.fine;
  });
}

/** The machine would refuse each of these; who types it wants to know what to type instead. */
function assertAnswerable(plan: Plan, { state }: CaseRecord, key: string, answer: Answer): void {
  const step = own(state.steps, key);
  if (step === undefined) {
    throw new UsageError(tell('usage/unknown-step', { step: key }), meantBy(key, Object.keys(state.steps)));
  }
  if (step.round === 0 && !isSettled(step.status)) {
    throw new UsageError(tell('usage/not-begun', { step: key }));
  }
  if (answer.status !== 'returned') return;
  const inputs = Object.keys(plan.steps.find(({ id }) => id === step.step)?.in ?? {});
  const unknown = answer.needs.find((need) => !inputs.includes(need));
  if (answer.needs.length > 0 && unknown === undefined) return;
  throw new UsageError(
    unknown === undefined
      ? tell('usage/unknown-input:none')
      : tell('usage/unknown-input', { step: key, input: unknown }),
    tell('usage/unknown-input:inputs', { inputs: literals(inputs) }),
  );
}

function answerOf(flags: CaseFlags, io: CommandIo): Answer {
  const status = oneOf('answer', flags.as ?? 'approved', ['approved', 'rejected', 'returned', 'withdrawn']);
  const reason = omitUndefined({ reason: flags.reason });
  if (status === 'returned') return { status, needs: flags.needs ?? [], ...reason };
  if (status !== 'approved') return { status, ...reason };
  const output: JsonObject = flags.output === undefined ? {} : readAnswers(flags.output, io, '--output');
  return { status, output };
}

async function open(store: CaseStore, id: string): Promise<{ plan: Plan; record: CaseRecord }> {
  const record = await store.load(id);
  const plan = record === undefined ? undefined : await store.loadPlan(record.plan);
  if (record === undefined || plan === undefined) {
    throw new UsageError(tell('usage/unknown-case:store', { id }), tell('usage/unknown-case:list'));
  }
  return { plan, record };
}

async function withStore(
  io: CommandIo,
  flags: CaseFlags,
  use: (store: CaseStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  const path = resolve(io.cwd, flags.store);
  if (!existsSync(path)) throw new UsageError(tell('usage/no-store', { path: flags.store }));
  const store = await createSqliteStore(path);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
