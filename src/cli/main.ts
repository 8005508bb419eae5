import { CommanderError } from 'commander';
import { exitCodes, reportFailure } from './command/exit.js';
import type { ExitCode } from './command/exit.js';
import type { Io } from './io.js';
import { inItsLanguage } from './options/language.js';
import { createProgram } from './program.js';

/**
 * Runs one command line.
 * @param argv the words behind the name of the binary
 * @returns the exit code; nothing is thrown
 */
export async function main(argv: readonly string[], outside: Io): Promise<ExitCode> {
  const io = inItsLanguage(outside, argv);
  let code: ExitCode = exitCodes.fine;
  try {
    const program = await createProgram(argv, io, (settled) => (code = settled));
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    return reportFailure(error, io, io.language);
  }
}
