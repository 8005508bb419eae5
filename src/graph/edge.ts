/**
 * One dependency between two steps: `from` must have ended before `to` can begin.
 *
 * Two edges may join the same steps in the same direction, each with a reason of its own.
 */
export interface Edge<T> {
  /** The step that comes first. */
  readonly from: string;
  /** The step that waits for it. */
  readonly to: string;
  /** Whatever the caller wants back with the edge: reason, condition, place in a file. */
  readonly data: T;
}
