import { existsSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { createFolderChecker } from '../../node/index.js';
import type { FolderChecker } from '../../node/index.js';
import { judged } from './check-folder.js';
import type { CheckedFolder, CheckRequest } from './check-request.js';
import type { CommandIo } from '../io.js';

/** Editors save in several strokes: as long as events follow each other this closely, nothing is checked. */
const strokeMs = 60;
/** After this silence everything is read again: an operating system may lose events, or tell of a folder too late. */
const silenceMs = 700;
/** How often a folder that is gone is looked for. */
const absenceMs = 250;

/** What watching tells. */
export interface WatchOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  /** A check has ended, the first one included. */
  onChecked: (checked: CheckedFolder, composed: readonly string[]) => void;
  /** The folder is gone; it is waited for. */
  onGone: () => void;
}

/**
 * Checks a catalogue whenever something in its folder changes. Broken documents are findings as ever; a folder that is
 * deleted is waited for.
 * @returns when the signal says so
 */
export function watchFolder(request: CheckRequest, io: CommandIo, options: WatchOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const watched = new WatchedCatalogue(request, io, options, reject);
    const end = () => {
      watched.close();
      resolve();
    };
    if (options.signal.aborted) return end();
    options.signal.addEventListener('abort', end, { once: true });
    watched.begin();
  });
}

class WatchedCatalogue {
  #checker: FolderChecker | undefined;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** What has changed since the last check, relative to the folder. */
  readonly #changed = new Set<string>();
  #last = '';

  constructor(
    readonly request: CheckRequest,
    readonly io: CommandIo,
    readonly options: WatchOptions,
    readonly fail: (error: unknown) => void,
  ) {}

  begin(): void {
    this.#attempt(() => {
      this.#checker = createFolderChecker(this.request.folder);
      // Watched before it is read: a change in between is seen twice rather than never.
      this.#watcher = watch(this.request.folder, { recursive: true }, (_, name) => this.#touched(name));
      this.#watcher.on('error', () => this.#later(strokeMs));
      this.#check(undefined);
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #touched(name: string | null): void {
    if (name !== null) this.#changed.add(name);
    this.#later(strokeMs);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#attempt(() => this.#again()), ms);
  }

  #again(): void {
    if (!existsSync(this.request.folder)) throw new UsageError(tell('usage/folder-gone'));
    const paths = [...this.#changed];
    this.#changed.clear();
    this.#check(paths.length === 0 ? undefined : paths);
    if (paths.length > 0) this.#later(silenceMs);
  }

  #check(paths: readonly string[] | undefined): void {
    const { catalogue, findings, composed } = this.#checker!.check(paths);
    const checked = judged(this.request, catalogue, findings, this.io);
    const state = JSON.stringify([checked.findings, checked.accepted]);
    // Reading everything again mostly finds what is known.
    if (state === this.#last && composed.length === 0) return;
    this.#last = state;
    this.options.onChecked(checked, composed);
  }

  /** Does what may find the folder gone. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (existsSync(this.request.folder)) {
        this.close();
        this.fail(error);
      } else this.#gone();
    }
  }

  #gone(): void {
    this.close();
    if (this.#last !== 'gone') this.options.onGone();
    this.#last = 'gone';
    const look = () => {
      if (existsSync(this.request.folder)) this.begin();
      else this.#timer = setTimeout(look, absenceMs);
    };
    this.#timer = setTimeout(look, absenceMs);
  }
}
