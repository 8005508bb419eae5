import { describe, expect, it } from 'vitest';
import { perChunk, Table } from '../../../src/base/index.js';
import { createRandom } from '../../runtime/random.js';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => [`k${at}`, at] as const);

describe('a table', () => {
  it('says what a map says, whatever was set in which of its descendants', () => {
    const random = createRandom(5);
    const versions: { table: Table<number>; model: Map<string, number> }[] = [
      { table: Table.of<number>([]), model: new Map() },
    ];
    for (let turn = 0; turn < 2_000; turn++) {
      const { table, model } = versions[Math.floor(random() * versions.length)]!;
      const key = `k${Math.floor(random() * 200)}`;
      versions.push({ table: table.with(key, turn), model: new Map(model).set(key, turn) });
      if (versions.length > 50) versions.shift();
    }
    for (const { table, model } of versions) {
      expect([...table.entries()]).toEqual([...model]);
      expect(table.size).toBe(model.size);
      for (let at = 0; at < 200; at++) expect(table.get(`k${at}`)).toBe(model.get(`k${at}`));
      expect(table.toRecord()).toEqual(Object.fromEntries(model));
    }
  });

  it('tells what differs from one before it, also where keys are gone', () => {
    const before = Table.of(numbered(100));
    const after = before.with('k40', 0).with('new', 1);
    expect(after.changesSince(before)).toEqual([
      ['k40', 0],
      ['new', 1],
    ]);
    expect(after.goneSince(before)).toEqual([]);
    const replaced = before.replace('k3', [['k3[0]', 3]]);
    expect(replaced.changesSince(before)).toEqual([['k3[0]', 3]]);
    expect(replaced.goneSince(before)).toEqual(['k3']);
  });

  it('shares all but a few dozen values with the one before it', () => {
    const before = Table.of(numbered(1_000));
    const after = before.with('k500', 0);
    const copied = after.chunks.filter((chunk, at) => chunk !== before.chunks[at]).flat();
    expect(copied).toHaveLength(32);
    let asked = 0;
    const sum = perChunk((chunk: readonly number[]) => {
      asked += 1;
      return chunk.reduce((a, b) => a + b, 0);
    });
    before.chunks.forEach(sum);
    asked = 0;
    after.chunks.forEach(sum);
    expect(asked).toBe(1);
  });

  it('has every key of a record, whatever it is called', () => {
    const record = JSON.parse('{ "__proto__": 1, "constructor": 2 }') as Record<string, number>;
    expect(Table.from(record).get('__proto__')).toBe(1);
    expect(Table.from(record).get('toString')).toBeUndefined();
    expect(JSON.stringify(Table.of(Object.entries(record)).toRecord())).toBe(JSON.stringify(record));
  });

  it('is the one that a record was made of', () => {
    const table = Table.of(numbered(3));
    expect(Table.from(table.toRecord())).toBe(table);
  });
});
