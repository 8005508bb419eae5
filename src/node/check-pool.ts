import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { InvariantError } from '../base/index.js';
import type { CheckAnswers, CheckTask } from './check-tasks.js';

/** Threads that do pieces of work. */
export interface CheckPool {
  /** How many. */
  size: number;
  /** Gives a piece of work to the thread that has least to do. */
  run<K extends CheckTask['kind']>(task: CheckTask & { kind: K }): Promise<CheckAnswers[K]>;
  /** Gives each thread the same piece of work. */
  tell(task: CheckTask): Promise<void>;
  close(): Promise<void>;
}

/**
 * Threads for checking a large catalogue; undefined where there is but one processor, or where the file of the thread
 * does not stand beside this one: in sources that are run as they are, and in a bundle that somebody else made.
 */
export function openCheckPool(): CheckPool | undefined {
  // More threads than this wait for each other.
  const size = Math.min(availableParallelism(), 8);
  const place = workerFile();
  return size < 2 || place === undefined ? undefined : new ThreadPool(place, size);
}

function workerFile(): string | undefined {
  // Undefined where the module was made into CommonJS.
  const url = import.meta.url as string | undefined;
  if (url?.startsWith('file:') !== true) return undefined;
  const place = fileURLToPath(new URL('./check-worker.js', url));
  return existsSync(place) ? place : undefined;
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

class ThreadPool implements CheckPool {
  readonly #threads: Thread[];

  constructor(
    place: string,
    readonly size: number,
  ) {
    this.#threads = Array.from({ length: size }, () => new Thread(place));
  }

  run<K extends CheckTask['kind']>(task: CheckTask & { kind: K }): Promise<CheckAnswers[K]> {
    const free = this.#threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
    return free.run(task) as Promise<CheckAnswers[K]>;
  }

  async tell(task: CheckTask): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.run(task)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(place: string) {
    this.#worker = new Worker(place);
    // Answers come in the order of the questions.
    this.#worker.on('message', (answer) => this.#waiting.shift()?.resolve(answer as never));
    this.#worker.on('error', (error: unknown) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new InvariantError('A thread of the check has ended early.')));
  }

  get load(): number {
    return this.#waiting.length;
  }

  run(task: CheckTask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error : new InvariantError(String(error));
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}
