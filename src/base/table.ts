/** Keys in the order in which they came. Tables that follow from each other share them: what one adds, others do not see. */
interface Keys {
  readonly list: string[];
  readonly positions: Map<string, number>;
}

/** Some values of a table, which never change: what is found out about them holds for every table that has them. */
export type Chunk<T> = readonly T[];

/** So many values are copied to change one of them; of so many lists, one for each such number of values. */
const chunkSize = 32;

/** The tables that records were made of. */
const origins = new WeakMap<object, Table<unknown>>();

/**
 * Values under text keys, in the order in which the keys came. A table never changes; one that follows from it shares with
 * it whatever is the same, so that to change one value, and to find what differs, costs little however many there are.
 */
export class Table<T> {
  readonly #keys: Keys;
  readonly #size: number;
  readonly #chunks: readonly Chunk<T>[];
  #record: Readonly<Record<string, T>> | undefined;

  private constructor(keys: Keys, size: number, chunks: readonly Chunk<T>[]) {
    this.#keys = keys;
    this.#size = size;
    this.#chunks = chunks;
  }

  /** The table of some entries, each key once. */
  static of<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const list: string[] = [];
    const values: T[] = [];
    for (const [key, value] of entries) {
      list.push(key);
      values.push(value);
    }
    const chunks: Chunk<T>[] = [];
    for (let at = 0; at < values.length; at += chunkSize) chunks.push(values.slice(at, at + chunkSize));
    return new Table({ list, positions: new Map(list.map((key, at) => [key, at])) }, list.length, chunks);
  }

  /** The table of a record: the one that the record was made of, where it was made of one. */
  static from<T>(record: Readonly<Record<string, T>>): Table<T> {
    let table = origins.get(record) as Table<T> | undefined;
    if (table === undefined) {
      table = Table.of(Object.entries(record));
      origins.set(record, table);
    }
    return table;
  }

  get size(): number {
    return this.#size;
  }

  /** The values, some in each chunk. */
  get chunks(): readonly Chunk<T>[] {
    return this.#chunks;
  }

  get(key: string): T | undefined {
    const at = this.#positionOf(key);
    return at === undefined ? undefined : this.#chunks[Math.floor(at / chunkSize)]![at % chunkSize];
  }

  /** The key of a value: the number of its chunk, and its place there. */
  keyAt(chunk: number, index: number): string {
    return this.#keys.list[chunk * chunkSize + index]!;
  }

  /** The table in which a key has this value; a key that is new comes last. */
  with(key: string, value: T): Table<T> {
    const known = this.#positionOf(key);
    const at = known ?? this.#size;
    const keys = known === undefined ? this.#keysWith(key) : this.#keys;
    const chunks = [...this.#chunks];
    const chunk = [...(chunks[Math.floor(at / chunkSize)] ?? [])];
    chunk[at % chunkSize] = value;
    chunks[Math.floor(at / chunkSize)] = chunk;
    return new Table(keys, Math.max(this.#size, at + 1), chunks);
  }

  /** The table without a key, and with some others at its end. */
  replace(key: string, by: Iterable<readonly [string, T]>): Table<T> {
    return Table.of([...[...this.entries()].filter(([other]) => other !== key), ...by]);
  }

  *entries(): IterableIterator<[string, T]> {
    for (let chunk = 0; chunk < this.#chunks.length; chunk++) {
      const values = this.#chunks[chunk]!;
      for (let index = 0; index < values.length; index++)
        yield [this.keyAt(chunk, index), values[index] as T];
    }
  }

  keys(): string[] {
    return this.#keys.list.slice(0, this.#size);
  }

  /** The entries that a table before this one has not, or has with another value. */
  changesSince(before: Table<T>): [string, T][] {
    const changes: [string, T][] = [];
    const isSameOrder = before.#keys === this.#keys;
    for (let chunk = 0; chunk < this.#chunks.length; chunk++) {
      const values = this.#chunks[chunk]!;
      const old = isSameOrder ? before.#chunks[chunk] : undefined;
      if (old === values) continue;
      for (let index = 0; index < values.length; index++) {
        const key = this.keyAt(chunk, index);
        const value = values[index] as T;
        const isSame = isSameOrder ? old?.[index] === value : before.get(key) === value;
        if (!isSame) changes.push([key, value]);
      }
    }
    return changes;
  }

  /** The keys that a table before this one has, and this one has not. */
  goneSince(before: Table<T>): string[] {
    if (before.#keys === this.#keys) return [];
    return before.keys().filter((key) => this.#positionOf(key) === undefined);
  }

  /** The same as an object, made once. */
  toRecord(): Readonly<Record<string, T>> {
    if (this.#record === undefined) {
      // What is made of entries has every key as its own, whatever it is called.
      this.#record = Object.fromEntries(this.entries());
      origins.set(this.#record, this);
    }
    return this.#record;
  }

  /** Keys that a shorter table shares may go on beyond its end. */
  #positionOf(key: string): number | undefined {
    const at = this.#keys.positions.get(key);
    return at !== undefined && at < this.#size ? at : undefined;
  }

  #keysWith(key: string): Keys {
    let { list, positions } = this.#keys;
    if (list.length > this.#size) {
      // Another table has added keys of its own.
      list = this.keys();
      positions = new Map(list.map((known, at) => [known, at]));
    }
    list.push(key);
    positions.set(key, this.#size);
    return list === this.#keys.list ? this.#keys : { list, positions };
  }
}

/** What is found out about a chunk, once: about values that no longer change. */
export function perChunk<T, R>(find: (chunk: Chunk<T>) => R): (chunk: Chunk<T>) => R {
  const found = new WeakMap<Chunk<T>, { is: R }>();
  return (chunk) => {
    let known = found.get(chunk);
    if (known === undefined) {
      known = { is: find(chunk) };
      found.set(chunk, known);
    }
    return known.is;
  };
}
