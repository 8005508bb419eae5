/**
 * Part of every service's name: a later version of the machine that stored states could not be read by gets another.
 * Handlers of a case are short, so no journal is ever continued by changed code for long.
 */
export const machineVersion = 'v2';

/** The names under which an adapter registers its services. */
export interface ServiceNames {
  /** A virtual object for each case. */
  cases: string;
  /** Makes attempts. */
  worker: string;
  /** Gives slots where an authority takes only so many attempts at once: an object for each authority. */
  counter: string;
  /** Tells the host what happened, an object for each case. */
  notices: string;
}

/** Names of the services that an adapter with this name registers. */
export function serviceNames(name = 'onething'): ServiceNames {
  const nameOf = (part: string): string => `${name}-${part}-${machineVersion}`;
  return {
    cases: nameOf('case'),
    worker: nameOf('worker'),
    counter: nameOf('counter'),
    notices: nameOf('notices'),
  };
}
