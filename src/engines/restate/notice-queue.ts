import { UsageError } from '../../messages/index.js';
import { tell } from './messages.js';
import type { Notice } from '../../runtime/index.js';

/** Hands notices on to everybody who listens. */
export interface Notices {
  publish(notice: Notice): void;
  listen(): AsyncIterableIterator<Notice>;
  end(): void;
}

/** A listener that falls further behind is told so, rather than filling the memory. */
const mostBuffered = 10_000;

interface Listener {
  push(notice: Notice): void;
  end(): void;
}

/** A list of listeners, each with a queue of its own. */
export function createNotices(): Notices {
  const listeners = new Set<Listener>();
  return {
    publish(notice) {
      for (const listener of listeners) listener.push(notice);
    },
    listen: () => createListener(listeners),
    end() {
      for (const listener of listeners) listener.end();
    },
  };
}

function createListener(listeners: Set<Listener>): AsyncIterableIterator<Notice> {
  const queue: Notice[] = [];
  let wake: (() => void) | undefined;
  let ended = false;
  let lagging = false;
  const listener: Listener = {
    push(notice) {
      if (queue.length >= mostBuffered) lagging = true;
      else queue.push(notice);
      wake?.();
    },
    end() {
      ended = true;
      wake?.();
    },
  };
  listeners.add(listener);
  const finish = (): IteratorResult<Notice> => {
    listeners.delete(listener);
    return { done: true, value: undefined };
  };
  return {
    async next() {
      for (;;) {
        const notice = queue.shift();
        if (notice !== undefined) return { done: false, value: notice };
        if (lagging) {
          listeners.delete(listener);
          throw new UsageError(tell('runtime/listener-lagging'), tell('runtime/listener-lagging:help'));
        }
        if (ended) return finish();
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    return() {
      listener.end();
      return Promise.resolve(finish());
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
