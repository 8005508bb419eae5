import type { Message } from './argument.js';

/** An error whose text is a message: a code and arguments, told in every language. */
abstract class ToldError extends Error {
  /** Stable, `room/kebab-name`. */
  readonly code: string;
  /** What is wrong, one fact. */
  readonly said: Message;
  /** What to do about it. */
  readonly help?: Message;

  constructor(said: Message, help: Message | undefined, cause?: unknown) {
    super(said.message, cause === undefined ? undefined : { cause });
    this.code = said.code;
    this.said = said;
    if (help !== undefined) this.help = help;
  }
}

/** A mistake of the caller of the API or of the command line. Exit code 2. */
export class UsageError extends ToldError {
  constructor(...what: [said: Message, help?: Message | undefined] | OldMistake) {
    const [said, help, more] = what;
    if (typeof said === 'string')
      super(oldMessage(help as string, said), typeof more === 'string' ? oldMessage(more) : more);
    else super(said, help as Message | undefined);
    this.name = 'UsageError';
  }
}

/** The world is not as it must be: a disk, a network, a cluster or a store fails. Exit code 3. */
export class UnavailableError extends ToldError {
  /** Whether the same may come off later, with nobody having mended anything by hand. */
  readonly isRetryable: boolean;

  constructor(
    ...what:
      | [said: Message, details?: UnavailableDetails<Message>]
      | [code: string, message: string, details?: UnavailableDetails<string>]
  ) {
    const [said, second, third] = what;
    const details = (typeof said === 'string' ? third : second) as UnavailableDetails<Message> | undefined;
    const { help, isRetryable = true, cause } = details ?? {};
    const told = typeof said === 'string' ? oldMessage(second as string, said) : said;
    super(told, typeof help === 'string' ? oldMessage(help) : help, cause);
    this.name = 'UnavailableError';
    this.isRetryable = isRetryable;
  }
}

interface UnavailableDetails<Help> {
  help?: Help;
  isRetryable?: boolean;
  cause?: unknown;
}

/** While rooms still say sentences in English alone. */
type OldMistake = [code: string, message: string, help?: string | Message | undefined];

function oldMessage(message: string, code = ''): Message {
  return { code, variant: 'old', message, args: {} };
}
