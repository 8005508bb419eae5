/** A priority queue: gives back its items smallest first (binary heap). */
export interface Heap<V> {
  push(item: V): void;
  /** Takes the smallest item out; nothing when there is none. */
  pop(): V | undefined;
}

/** @param compare must never call two different items equal, or their order would depend on the heap's history */
export function createHeap<V>(compare: (a: V, b: V) => number): Heap<V> {
  const items: V[] = [];
  const swap = (a: number, b: number): void => {
    const kept = items[a]!;
    items[a] = items[b]!;
    items[b] = kept;
  };
  const before = (a: number, b: number): boolean => compare(items[a]!, items[b]!) < 0;
  const sift = (start: number): void => {
    for (let at = start; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < items.length && before(left, least)) least = left;
      if (right < items.length && before(right, least)) least = right;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    push(item) {
      items.push(item);
      for (let at = items.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const top = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        sift(0);
      }
      return top;
    },
  };
}
