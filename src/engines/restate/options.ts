import type { ConcurrencyLimits, Handlers, Notice, RetryPolicy } from '../../runtime/index.js';

/** What the services of a cluster need; the same on every node. */
export interface RestateOptions {
  handlers: Handlers;
  /** Signs tokens; at least 32 characters, the same for all nodes and for the client. */
  secret: string;
  /** Begins the names of the services; "onething" unless told. */
  name?: string;
  /** Offset of the authorities' time from UTC; "+08:00" unless told. */
  offset?: string;
  /** After so many milliseconds an attempt counts as failed; 60,000 unless told. */
  attemptTimeoutMs?: number;
  /** How new cases repeat failed attempts. */
  retry?: Partial<RetryPolicy>;
  /** A draft to which nothing has happened for so many milliseconds expires; 30 days unless told, `Infinity`: never. */
  draftExpiryMs?: number;
  /**
   * How many attempts an authority takes at once, over all nodes. Slots are given in the order of waiting; an attempt that
   * nobody wants any more when its turn comes is not made.
   */
  limits?: Pick<ConcurrencyLimits, 'authorities'>;
  /**
   * Hears what happens to cases: of one case in order, at least once (`seq` tells the second time). Throwing means: try
   * again later, and nothing later of that case before.
   */
  notify?: (notice: Notice) => void | Promise<void>;
}
