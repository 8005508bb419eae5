import { InvariantError } from '../../base/index.js';
import { UnavailableError, UsageError } from '../../messages/index.js';
import { messageInLanguage, sayIn } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import type { Io } from '../io.js';

/** What the shell is told. Never a count: counts above 255 would wrap around. */
export const exitCodes = {
  fine: 0,
  /** The documents have findings that the caller asked to fail on. */
  findings: 1,
  /** The caller asked for something that makes no sense. */
  usage: 2,
  /** Something outside failed: a disk, a network, a cluster, a store. */
  unavailable: 3,
  /** Our mistake (EX_SOFTWARE of sysexits.h). */
  bug: 70,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Tells people what went wrong, and gives the exit code that says so. */
export function reportFailure(error: unknown, io: Io, language: Language = 'en'): ExitCode {
  const say = sayIn(language);
  if (error instanceof UsageError || error instanceof UnavailableError) {
    const { said, help } = error;
    const { message } = messageInLanguage(said, language);
    io.err(`${io.style.red(say('findings.severity.error'))} ${error.code}: ${message}\n`);
    if (help !== undefined) io.err(`  ${messageInLanguage(help, language).message}\n`);
    return error instanceof UsageError ? exitCodes.usage : exitCodes.unavailable;
  }
  const message = error instanceof Error ? error.message : String(error);
  const said = error instanceof InvariantError ? message : `${message} This is a bug in onething.`;
  io.err(`${io.style.red('bug')} ${said}\n`);
  if (io.env['ONETHING_DEBUG'] !== undefined) {
    io.err(`${error instanceof Error ? (error.stack ?? message) : message}\n`);
  } else {
    io.err('  Set ONETHING_DEBUG=1 for the stack, and report it with the catalogue that shows it.\n');
  }
  return exitCodes.bug;
}
