import { assertArguments } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import { tell } from './messages.js';
import { noticeOf } from './notices.js';
import type { Notice } from './notices.js';
import type { LoggedEntry } from './ports.js';

/** Which events to hear. */
export interface EventsOptions {
  /** The position of the last notice that was dealt with; 0 for all that there are. Left out: from now on. */
  after?: number;
  /** Of one case alone. */
  case?: string;
}

/** What a feed stands on. */
export interface FeedOptions {
  /** Entries of the log behind a position, in their order, at most so many. */
  read: (after: number, limit: number, id: string | undefined) => Promise<LoggedEntry[]>;
  /** The position of the last entry that is written. */
  last: () => number;
  /** So often the log is looked at, where nobody tells that something was written. */
  pollMs?: number;
}

/** Notices out of a log: each listener reads at its own pace, from the position where it stands. */
export interface Feed {
  /** Something has been written. */
  changed(): void;
  listen(options: EventsOptions): AsyncIterableIterator<Notice>;
  /**
   * Listeners hear the last that is written (a thousand at most) and end. Resolves when the log is not read any more; does
   * not wait for whoever is slow.
   */
  end(): Promise<void>;
}

const page = 100;
const lastPage = 1_000;

/** The position of an entry in a log. */
export const positionArgument: OwnKind = {
  is: (value) => value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0),
  what: tell('argument.position'),
};

/** Is that what `events` takes? */
export function assertEventsOptions(options: EventsOptions): void {
  assertArguments('events', { options: 'object' }, { options });
  assertArguments('events', { after: positionArgument, case: 'text?' }, { ...options });
}

/** A feed over a log. Nobody has a queue: what a slow listener has not read yet stays in the log. */
export function createFeed(options: FeedOptions): Feed {
  const listeners = new Set<Listener>();
  let hasEnded = false;
  return {
    changed() {
      for (const listener of listeners) listener.wake();
    },
    async end() {
      hasEnded = true;
      await Promise.all([...listeners].map((listener) => listener.finish()));
    },
    listen({ after = options.last(), case: id }) {
      const listener = new Listener(options, { after, id, leave: () => listeners.delete(listener) });
      if (hasEnded) void listener.return();
      else listeners.add(listener);
      return listener;
    },
  };
}

class Listener implements AsyncIterableIterator<Notice> {
  readonly #options: FeedOptions;
  readonly #id: string | undefined;
  readonly #leave: () => void;
  #position: number;
  #buffer: Notice[] = [];
  /** Nothing more is read. */
  #isLast = false;
  #isOver = false;
  /** Something may have been written since the log was read last. */
  #isNews = false;
  #wake: (() => void) | undefined;
  /** One read at a time, in the order in which they were asked for. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(
    options: FeedOptions,
    { after, id, leave }: { after: number; id: string | undefined; leave: () => void },
  ) {
    this.#options = options;
    this.#position = after;
    this.#id = id;
    this.#leave = leave;
  }

  wake(): void {
    this.#isNews = true;
    this.#wake?.();
  }

  next(): Promise<IteratorResult<Notice>> {
    return this.#inTurn(() => this.#next());
  }

  return(): Promise<IteratorResult<Notice>> {
    this.#isOver = true;
    this.#buffer = [];
    this.#leave();
    this.#wake?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Reads what is left, once. */
  async finish(): Promise<void> {
    this.#isLast = true;
    this.#wake?.();
    await this.#inTurn(() => (this.#isOver ? Promise.resolve() : this.#read(lastPage)));
    this.#leave();
  }

  async #next(): Promise<IteratorResult<Notice>> {
    for (;;) {
      const notice = this.#buffer.shift();
      if (notice !== undefined) return { done: false, value: notice };
      if (this.#isLast || this.#isOver) return { done: true, value: undefined };
      this.#isNews = false;
      await this.#read(page);
      if (this.#buffer.length === 0 && !this.#mayGoOn()) await this.#pause();
    }
  }

  #mayGoOn(): boolean {
    return this.#isNews || this.#isLast || this.#isOver;
  }

  async #read(limit: number): Promise<void> {
    const entries = await this.#options.read(this.#position, limit, this.#id);
    this.#position = entries.at(-1)?.position ?? this.#position;
    if (this.#isOver) return;
    for (const { case: id, entry, position } of entries) this.#buffer.push(noticeOf(id, entry, position));
  }

  async #pause(): Promise<void> {
    const { pollMs } = this.#options;
    await new Promise<void>((resolve) => {
      const timer = pollMs === undefined ? undefined : setTimeout(resolve, pollMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#tail.then(work, work);
    this.#tail = mine.catch(() => undefined);
    return mine;
  }
}
