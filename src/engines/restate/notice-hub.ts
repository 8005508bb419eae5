import { BoundedCache } from '../../base/index.js';
import { createNotices } from './notice-queue.js';
import type { Notice } from '../../runtime/index.js';

/** Joins the services of a process to whoever listens in the same process. */
export interface NoticeHub {
  /** For the services: `createRestateServices({ notify: hub.notify, … })`. */
  notify: (notice: Notice) => void;
  /**
   * What these services tell from now on: of one case in order, each once. Ends when the hub is ended.
   * @throws UsageError `runtime/listener-lagging`, of `next()`, where the listener has fallen too far behind
   */
  events(): AsyncIterableIterator<Notice>;
  /** Ends what listens. */
  end(): void;
}

/** What comes a second time comes soon: of so many cases, the last that was heard is remembered. */
const mostRemembered = 10_000;

/**
 * A hub for the services of one process. A cluster tells each notice to one of its service processes, so that a hub
 * hears all of them where there is one process, and its share where there are several.
 */
export function createNoticeHub(): NoticeHub {
  const notices = createNotices();
  const heard = new BoundedCache<number>(mostRemembered);
  return {
    notify(notice) {
      const last = heard.get(notice.case) ?? 0;
      // A cluster tells a notice again where it does not know that it was taken.
      if (notice.seq <= last) return;
      heard.set(notice.case, notice.seq);
      notices.publish(notice);
    },
    events: () => notices.listen(),
    end: () => notices.end(),
  };
}
