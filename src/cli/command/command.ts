import type { Command } from 'commander';
import { oneOfThese, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { Say } from '../../languages/index.js';
import type { ExitCode } from './exit.js';
import type { CommandIo, Io } from '../io.js';

/** What a command is given besides its arguments. */
export interface CommandContext {
  io: CommandIo;
  /** Wraps the action of a command: what it returns becomes the exit code. */
  action: <A extends unknown[]>(
    run: (...args: A) => ExitCode | Promise<ExitCode>,
  ) => (...args: A) => Promise<void>;
}

/** Adds one command to the program. Each file of `commands/` exports one. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;

/** Adds examples to the help of a command, each with what it shows. */
export function withExamples(
  command: Command,
  say: Say,
  ...examples: readonly (readonly [line: string, text: string])[]
): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, text]) => `  $ ${line.padEnd(width)}   ${text}`);
  return command.addHelpText('after', `\n${say('help.examples')}\n${lines.join('\n')}`);
}

/** Prints a library document: whole, uncoloured, without a time. */
export function printJson(io: Io, document: unknown): void {
  io.out(`${JSON.stringify(document, null, 2)}\n`);
}

/** A value out of a closed list. */
export function oneOf<const T extends string>(
  option: 'answer' | 'choice' | 'fate' | 'format' | 'status',
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(
    tell('usage/option', { option: tell(`option.${option}`), value }),
    oneOfThese(allowed),
  );
}

/** For options that may stand several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
