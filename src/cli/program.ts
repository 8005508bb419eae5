import { Command } from 'commander';
import type { CommandContext, RegisterCommand } from './command.js';
import { registerCheck } from './commands/check.js';
import { registerCompose } from './commands/compose.js';
import { registerExplain } from './commands/explain.js';
import { registerPlan } from './commands/plan.js';
import { registerProject } from './commands/project.js';
import { registerResolve } from './commands/resolve.js';
import { registerWhy } from './commands/why.js';
import type { ExitCode } from './exit.js';
import type { Io } from './io.js';
import { version } from './version.js';

/** In the order in which people meet them. */
const commands: readonly RegisterCommand[] = [
  registerCheck,
  registerCompose,
  registerPlan,
  registerWhy,
  registerResolve,
  registerProject,
  registerExplain,
];

/** The command line as commander knows it; it throws instead of leaving the process. */
export function createProgram(io: Io, settle: (code: ExitCode) => void): Command {
  const program = new Command('onething')
    .description('One thing, done in one go (一件事一次办): one form, one set of materials, one plan.')
    .version(version())
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .configureHelp({ helpWidth: io.width })
    .exitOverride()
    .showHelpAfterError('(onething --help lists the commands; onething <command> --help shows examples)')
    .addHelpText('after', '\nExit codes: 0 fine, 1 findings, 2 usage, 70 a bug in onething.');
  const context: CommandContext = {
    io,
    action:
      (run) =>
      async (...args) =>
        settle(await run(...args)),
  };
  for (const register of commands) register(program, context);
  return program;
}
