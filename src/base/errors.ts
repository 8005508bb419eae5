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
