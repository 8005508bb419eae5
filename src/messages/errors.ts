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
  constructor(said: Message, help?: Message) {
    super(said, help);
    this.name = 'UsageError';
  }
}

/** The world is not as it must be: a disk, a network, a cluster or a store fails. Exit code 3. */
export class UnavailableError extends ToldError {
  /** Whether the same may come off later, with nobody having mended anything by hand. */
  readonly isRetryable: boolean;

  constructor(said: Message, { help, isRetryable = true, cause }: UnavailableDetails = {}) {
    super(said, help, cause);
    this.name = 'UnavailableError';
    this.isRetryable = isRetryable;
  }
}

interface UnavailableDetails {
  help?: Message;
  isRetryable?: boolean;
  cause?: unknown;
}
