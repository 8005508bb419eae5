import type { Command } from 'commander';
import { oneOfThese, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { ExitCode } from './exit.js';
import type { CommandIo, Io } from '../io.js';
import { spoken } from './spoken-command.js';

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

/** Adds examples to the help of a command. */
export function withExamples(command: Command, ...examples: readonly (readonly [string, string])[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  return command.addHelpText('after', () => {
    const lines = examples.map(([line, text]) => `  $ ${line.padEnd(width)}   ${spoken(text, command)}`);
    return `\n${spoken('Examples:', command)}\n${lines.join('\n')}`;
  });
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
