import { Option } from 'commander';
import type { Command, HelpConfiguration } from 'commander';
import { own } from '../base/index.js';
import type { CommandContext, RegisterCommand } from './command/command.js';
import type { ExitCode } from './command/exit.js';
import { languages } from '../messages/index.js';
import type { Language } from '../messages/index.js';
import type { CommandIo } from './io.js';
import { SpokenCommand } from './command/spoken-command.js';
import { version } from './command/version.js';

/** In the order in which people meet them. Loaded when needed: the whole engine is more than a help text waits for. */
const commands: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  init: async () => (await import('./commands/init.js')).registerInit,
  check: async () => (await import('./commands/check.js')).registerCheck,
  compose: async () => (await import('./commands/compose.js')).registerCompose,
  plan: async () => (await import('./commands/plan.js')).registerPlan,
  report: async () => (await import('./commands/report.js')).registerReport,
  why: async () => (await import('./commands/why.js')).registerWhy,
  resolve: async () => (await import('./commands/resolve.js')).registerResolve,
  project: async () => (await import('./commands/project.js')).registerProject,
  test: async () => (await import('./commands/test.js')).registerTest,
  run: async () => (await import('./commands/run.js')).registerRun,
  case: async () => (await import('./commands/case.js')).registerCase,
  diff: async () => (await import('./commands/diff.js')).registerDiff,
  types: async () => (await import('./commands/types.js')).registerTypes,
  guide: async () => (await import('./commands/guide.js')).registerGuide,
  matrix: async () => (await import('./commands/matrix.js')).registerMatrix,
  build: async () => (await import('./commands/build.js')).registerBuild,
  explain: async () => (await import('./commands/explain.js')).registerExplain,
};

/**
 * The command line as commander knows it; it throws instead of leaving the process.
 * @param argv the words behind the name of the binary: of a known command only that one is loaded
 */
export async function createProgram(
  argv: readonly string[],
  io: CommandIo,
  settle: (code: ExitCode) => void,
): Promise<Command> {
  const { say } = io;
  const program = new SpokenCommand('onething', io.language)
    .description(say('help.onething'))
    .version(version(), '-V, --version', say('help.version'))
    .helpOption('-h, --help', say('help.help'))
    .addOption(new Option(`--lang <${say('placeholder.language')}>`, say('help.language')).choices(languages))
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
    })
    .configureHelp({ helpWidth: io.width, showGlobalOptions: true, ...(await wording(io.language)) })
    .exitOverride();
  program.showHelpAfterError(say('help.after-mistake')).addHelpText('after', `\n${say('help.exit-codes')}`);
  const context: CommandContext = {
    io,
    action:
      (run) =>
      async (...args) =>
        settle(await run(...args)),
  };
  for (const load of wanted(argv)) (await load())(program, context);
  return program;
}

/** Commander speaks English of itself; what sets its help in another language is loaded when it is needed. */
async function wording(language: Language): Promise<HelpConfiguration> {
  return language === 'en' ? {} : (await import('./command/help-in-language.js')).helpIn(language);
}

/** The command that is named; none for the version; all for the overview and for mistyped names. */
function wanted(argv: readonly string[]): readonly (() => Promise<RegisterCommand>)[] {
  const [first = ''] = argv;
  const named = own(commands, first);
  if (named !== undefined) return [named];
  return first === '--version' || first === '-V' ? [] : Object.values(commands);
}
