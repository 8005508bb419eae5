import { backoffMs } from '../../base/index.js';
import { UnavailableError, UsageError } from '../../messages/index.js';
import type { Backoff } from '../../base/index.js';

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
export function createIngress({ urls, patienceMs }: IngressOptions): Ingress {
  let preferred = 0;
  return {
    async call<T>(service: string, key: string, handler: string, body?: unknown): Promise<T> {
      const path = `${service}/${encodeURIComponent(key)}/${handler}`;
      const headers: Record<string, string> = {};
      if (body !== undefined) {
        headers['content-type'] = 'application/json';
        headers['idempotency-key'] = globalThis.crypto.randomUUID();
      }
      const request = {
        method: 'POST',
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const deadline = Date.now() + patienceMs;
      for (let tries = 0; ; tries++) {
        const url = urls[(preferred + tries) % urls.length]!;
        const answer = await ask(`${url}/${path}`, request);
        if (answer instanceof Response && !passing.has(answer.status)) {
          preferred = (preferred + tries) % urls.length;
          return read<T>(answer);
        }
        if (Date.now() >= deadline) throw unreachable(answer);
        const round = (tries + 1) / urls.length;
        if (Number.isInteger(round)) await wait(backoffMs(patience, round));
      }
    },
  };
}

async function ask(url: string, request: RequestInit): Promise<Response | Error> {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(answerMs) });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const text = await response.text();
  if (response.status === 400) throw new UsageError('usage/refused-by-cluster', messageOf(text));
  throw new UnavailableError(
    'runtime/cluster-failed',
    `The cluster answers with status ${response.status}: ${messageOf(text)}`,
    response.status === 404
      ? { help: 'Register the services with the cluster first.', isRetryable: false }
      : { isRetryable: response.status >= 500 },
  );
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

function unreachable(answer: Response | Error): UnavailableError {
  const why = answer instanceof Error ? answer.message : `status ${answer.status}`;
  return new UnavailableError('runtime/cluster-unreachable', `The cluster does not answer (${why}).`, {
    help: 'Check that a node runs at the address of the ingress.',
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
