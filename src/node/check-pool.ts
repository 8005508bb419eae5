import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { InvariantError } from '../base/index.js';
import { createTaskRunner } from './check-tasks.js';
import type { CheckAnswers, CheckTask } from './check-tasks.js';

/** Threads that do pieces of work. */
export interface CheckPool {
  /** How many, the one that asks among them. */
  size: number;
  /** Has a piece of work done by whichever thread is free first. */
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

interface Piece {
  task: CheckTask;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** So many pieces a thread has before it, so that it need not wait while the main thread does one itself. */
const ahead = 3;

/**
 * The main thread works as well, whenever no answer is to be taken in: each further thread has to warm up its own code,
 * which on a small machine costs as much as it gives.
 */
class ThreadPool implements CheckPool {
  readonly #threads: Thread[];
  readonly #queue: Piece[] = [];
  readonly #runHere = createTaskRunner();
  #isDue = false;

  constructor(
    place: string,
    readonly size: number,
  ) {
    this.#threads = Array.from({ length: size - 1 }, () => new Thread(place));
  }

  run<K extends CheckTask['kind']>(task: CheckTask & { kind: K }): Promise<CheckAnswers[K]> {
    return new Promise<unknown>((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#deal();
    }).finally(() => this.#deal()) as Promise<CheckAnswers[K]>;
  }

  async tell(task: CheckTask): Promise<void> {
    const told = this.#threads.map((thread) => thread.run(task));
    this.#runHere(task);
    await Promise.all(told);
  }

  async close(): Promise<void> {
    // Nobody waits for what was not begun: closing before the end means that something has failed.
    this.#queue.length = 0;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #deal(): void {
    while (this.#queue.length > 0) {
      const freest = this.#threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
      if (freest.load >= ahead) break;
      freest.begin(this.#queue.shift()!);
    }
    if (this.#queue.length === 0 || this.#isDue) return;
    this.#isDue = true;
    setImmediate(() => this.#work());
  }

  #work(): void {
    this.#isDue = false;
    const piece = this.#queue.shift();
    if (piece === undefined) return;
    try {
      piece.resolve(this.#runHere(piece.task));
    } catch (error) {
      piece.reject(error);
    }
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: Piece[] = [];

  constructor(place: string) {
    this.#worker = new Worker(place);
    // Answers come in the order of the questions.
    this.#worker.on('message', (answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error: unknown) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new InvariantError('A thread of the check has ended early.')));
  }

  get load(): number {
    return this.#waiting.length;
  }

  run(task: CheckTask): Promise<unknown> {
    return new Promise((resolve, reject) => this.begin({ task, resolve, reject }));
  }

  begin(piece: Piece): void {
    this.#waiting.push(piece);
    this.#worker.postMessage(piece.task);
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
