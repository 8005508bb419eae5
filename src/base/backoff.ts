/** How patiently something is tried again. */
export interface Backoff {
  /** How long to wait after the first attempt. */
  firstMs: number;
  /** By which the wait grows from one attempt to the next. */
  factor: number;
  mostMs: number;
}

/** No wait is shorter: whatever fails at once, each time, must not fill the processor. */
export const shortestBackoffMs = 10;

/**
 * How long to wait after so many attempts have failed.
 * @param attempt counting from 1
 */
export function backoffMs({ firstMs, factor, mostMs }: Backoff, attempt: number): number {
  const waitMs = Math.max(shortestBackoffMs, firstMs) * factor ** Math.max(0, attempt - 1);
  return Math.round(Math.max(shortestBackoffMs, Math.min(mostMs, waitMs)));
}
