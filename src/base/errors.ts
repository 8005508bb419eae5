/** A mistake of the caller of the API or of the command line. Exit code 2. */
export class UsageError extends Error {
  /**
   * @param code stable, `room/kebab-name`
   * @param message one fact, with a full stop
   * @param help what to do about it
   */
  constructor(
    readonly code: string,
    message: string,
    readonly help?: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The world is not as it must be: a disk, a network, a cluster or a store fails. Exit code 3. */
export class UnavailableError extends Error {
  /** Whether the same may come off later, with nobody having mended anything by hand. */
  readonly isRetryable: boolean;
  /** What to do about it. */
  readonly help?: string;

  /**
   * @param code stable, `room/kebab-name`
   * @param message one fact, with a full stop
   */
  constructor(
    readonly code: string,
    message: string,
    { help, isRetryable = true, cause }: { help?: string; isRetryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'UnavailableError';
    this.isRetryable = isRetryable;
    if (help !== undefined) this.help = help;
  }
}

/** A mistake of ours: something that the code promises does not hold. Exit code 70. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(`${message} This is a bug in onething.`);
    this.name = 'InvariantError';
  }
}

/** For the branch that the types say is never taken. */
export function unreachable(value: never): never {
  throw new InvariantError(`The value ${JSON.stringify(value)} has no case.`);
}
