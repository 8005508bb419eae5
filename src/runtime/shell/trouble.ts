import { InvariantError } from '../../base/index.js';
import { UnavailableError, UsageError, literal } from '../../messages/index.js';
import type { LiteralArg, Message } from '../../messages/index.js';
import type { Instant } from '../../time/index.js';
import { tell } from './messages.js';

/**
 * Something that goes wrong in a runner rather than in a case: its store fails, a stored case is damaged, or there is a
 * bug of ours. Holds nothing of what applicants, authorities and handlers said.
 */
export interface Trouble {
  at: Instant;
  /** Of the error; `runtime/bug` where it is ours. */
  code: string;
  /** What goes wrong. */
  said: Message;
  help?: Message;
  /** The case that it befell. */
  case?: string;
  /**
   * `retried`: it is tried again, with growing patience, and not told of again until it has come off; `set-aside`: the
   * case is left alone until somebody calls for it, or until the next start; `nothing`: there is nothing to try again.
   */
  then: 'retried' | 'set-aside' | 'nothing';
  /** Where in the code it happened, of a bug. */
  stack?: string;
}

/** Where lines about trouble go; `console` is one. */
export interface Logger {
  error(line: string): void;
  warn(line: string): void;
}

/** Who is told of trouble. */
export interface TroubleOptions {
  /** Hears of trouble as data. Throwing changes nothing for the runner. */
  onError?: (trouble: Trouble) => void;
  /** Writes a line for each trouble. Left out: the console, where nobody listens to `onError`. */
  logger?: Logger;
}

/** Tells of trouble. */
export type TellTrouble = (trouble: Trouble) => void;

/** A teller for the options. Never throws. */
export function createTroubleTeller({ onError, logger }: TroubleOptions): TellTrouble {
  const lines = logger ?? (onError === undefined ? console : undefined);
  return (trouble) => {
    try {
      lines?.[trouble.then === 'retried' ? 'warn' : 'error'](lineOf(trouble));
      onError?.(trouble);
    } catch (error) {
      console.error(tell('trouble.not-told', { error: nameOf(error) }).message);
    }
  };
}

/** What an error tells without personal data: our own words, and of all others only what kind of error it is. */
export function troubleOf(
  error: unknown,
  more: Pick<Trouble, 'at' | 'then'> & { case?: string | undefined },
): Trouble {
  const { at, then } = more;
  const where = more.case === undefined ? {} : { case: more.case };
  if (error instanceof UnavailableError || error instanceof UsageError) {
    const help = error.help === undefined ? {} : { help: error.help };
    const cause = error instanceof UnavailableError ? error.cause : undefined;
    // What others say of a failure may quote what they were given.
    const said = cause === undefined ? error.said : tell('trouble.store-fails', { error: nameOf(cause) });
    return { at, code: error.code, said, ...help, ...where, then };
  }
  const said =
    error instanceof InvariantError
      ? tell('runtime/bug:invariant', { text: literal(error.message) })
      : tell('runtime/bug', { error: nameOf(error) });
  const stack = framesOf(error);
  return { at, code: said.code, said, ...where, then, ...(stack === '' ? {} : { stack }) };
}

/** The class of an error; its message may hold anything. */
export function nameOf(error: unknown): LiteralArg | Message {
  const isNamed = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name);
  return isNamed ? literal(error.name) : tell('trouble.unknown-error');
}

/** The frames of a stack; the lines before them are the message. */
function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .join('\n');
}

function lineOf({ at, code, said, help, case: id, then, stack }: Trouble): string {
  const where = id === undefined ? '' : ` case ${JSON.stringify(id)}:`;
  const what = then === 'nothing' ? '' : ` ${tell(`trouble.${then}`).message}`;
  const parts = [`${at} onething ${code}:${where} ${said.message}${what}`, help?.message, stack];
  return parts.filter((part) => part !== undefined).join('\n  ');
}
