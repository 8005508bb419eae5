import { backoffMs } from '../../base/index.js';
import { literal, UnavailableError, UsageError } from '../../messages/index.js';
import type { Backoff } from '../../base/index.js';
import { tell } from './messages.js';

/** Calls of a cluster over HTTP. */
export interface Ingress {
  /**
   * Calls a handler of an object and gives what it answers. A call that is cut off is made again, at the next
   * node where there are several, with the same idempotency key: the cluster takes it once.
   * @throws UnavailableError `runtime/cluster-unreachable`, `runtime/cluster-failed`
   * @throws UsageError `usage/refused-by-cluster`
   */
  call<T>(service: string, key: string, handler: string, body?: unknown): Promise<T>;
}

/** What an ingress needs. */
export interface IngressOptions {
  urls: readonly string[];
  patienceMs: number;
}

/** Answers of an ingress that say "not now" rather than "no". */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** All nodes are asked once before anybody waits. */
const patience: Backoff = { firstMs: 100, factor: 2, mostMs: 1_000 };
const answerMs = 30_000;

/** An ingress that remembers which node answered last. */
export function createIngress(options: IngressOptions): Ingress {
  const send = createSender({ ...options, isPassing: (status) => passing.has(status) });
  return {
    async call<T>(service: string, key: string, handler: string, body?: unknown): Promise<T> {
      const headers: Record<string, string> = {};
      if (body !== undefined) {
        headers['content-type'] = 'application/json';
        headers['idempotency-key'] = globalThis.crypto.randomUUID();
      }
      return read<T>(
        await send(`${service}/${encodeURIComponent(key)}/${handler}`, {
          method: 'POST',
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    },
  };
}

/** Sends a request to a path of some node, and gives what the node answers. */
export type Send = (path: string, request: RequestInit) => Promise<Answer>;

/** What a sender needs: `isPassing` says of a status whether the same request may be answered otherwise in a moment. */
interface SenderOptions extends IngressOptions {
  isPassing: (status: number) => boolean;
}

/**
 * Sends a request to one node after another until one answers, beginning with the node that answered last.
 * After each round it waits longer, until `patienceMs` milliseconds have passed; a failure is then given as it came.
 * @throws UnavailableError `runtime/cluster-unreachable`
 */
export function createSender(options: SenderOptions): Send {
  const { urls, patienceMs, isPassing } = options;
  let preferred = 0;
  return async (path, request) => {
    const deadline = Date.now() + patienceMs;
    for (let tries = 0; ; tries++) {
      const url = urls[(preferred + tries) % urls.length]!;
      const answer = await ask(`${url}/${path}`, request);
      if (!(answer instanceof Error) && !isPassing(answer.status)) {
        preferred = (preferred + tries) % urls.length;
        return answer;
      }
      if (Date.now() >= deadline) {
        if (answer instanceof Error || passing.has(answer.status)) throw unreachable(answer);
        return answer;
      }
      const round = (tries + 1) / urls.length;
      if (Number.isInteger(round)) await wait(backoffMs(patience, round));
    }
  };
}

interface Answer {
  status: number;
  text: string;
}

/** What an address answers, all of it: an answer that is cut off is none. */
async function ask(url: string, request: RequestInit): Promise<Answer | Error> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(answerMs) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What an answer holds: or whose mistake it is that it holds nothing. */
export function read<T>({ status, text }: Answer): T {
  if (status >= 200 && status < 300) return parse<T>(text);
  const answer = literal(messageOf(text));
  if (status === 400) throw new UsageError(tell('usage/refused-by-cluster', { answer }));
  throw new UnavailableError(
    tell('runtime/cluster-failed:answer', { status, answer }),
    status === 404
      ? { help: tell('runtime/cluster-failed:register'), isRetryable: false }
      : { isRetryable: status >= 500 || passing.has(status) },
  );
}

function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new UnavailableError(tell('runtime/cluster-failed:no-cluster'), {
      help: tell('runtime/cluster-failed:address'),
      isRetryable: false,
      cause,
    });
  }
}

/** The ingress answers with an object that holds a message. */
function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // It is told as it came.
  }
  return text.slice(0, 500);
}

/** Nobody answers, or whoever does says "not now". */
function unreachable(answer: Answer | Error): UnavailableError {
  const reason =
    answer instanceof Error
      ? literal(answer.message)
      : tell('runtime/cluster-unreachable:status', { status: answer.status });
  return new UnavailableError(tell('runtime/cluster-unreachable', { reason }), {
    help: tell('runtime/cluster-unreachable:help'),
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
