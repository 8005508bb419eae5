/** Every table of messages is in the one table, and no two say something under one key. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeMessages } from '../../../src/diagnostics/index.js';
import { messages } from '../../../src/languages/messages.js';
import type { MessageEntry, MessageTable } from '../../../src/messages/index.js';

const sources = join(import.meta.dirname, '..', '..', '..', 'src');

/** Files that hold messages: those of rooms, and those that are shown at once. The room `messages` only hands its on. */
const isTableFile = (path: string) => {
  const file = path.replaceAll('\\', '/');
  if (file === 'languages/messages.ts' || /(^|\/)messages\/index\.ts$/.test(file)) return false;
  return /(^|\/)messages\.ts$|(^|\/)messages\/[a-z-]+\.ts$|^languages\/tables\//.test(file);
};

const isEntry = (entry: unknown): entry is MessageEntry =>
  typeof entry === 'object' && entry !== null && 'en' in entry && 'zh' in entry;

const isTable = (value: unknown): value is MessageTable => {
  if (typeof value !== 'object' || value === null) return false;
  const entries: unknown[] = Object.values(value);
  return entries.length > 0 && entries.every(isEntry);
};

async function tables(): Promise<[file: string, key: string][]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(isTableFile);
  const found = await Promise.all(
    files.map(async (file) => {
      const room = (await import(join(sources, file))) as Record<string, unknown>;
      const own = Object.values(room).filter(isTable);
      return own.flatMap((table) => Object.keys(table).map((key): [string, string] => [file, key]));
    }),
  );
  return found.flat();
}

test('every message of a room is in the one table, and stands there once', async () => {
  const told = await tables();
  expect(told.length).toBeGreaterThan(500);
  const keys = told.map(([, key]) => key);
  expect(told.filter(([, key]) => !Object.hasOwn(messages, key))).toEqual([]);
  const twice = told.filter(([, key], index) => keys.indexOf(key) !== index);
  expect(twice).toEqual([]);
  expect(keys.filter((key) => Object.hasOwn(codeMessages(), key))).toEqual([]);
  expect(Object.keys(messages).filter((key) => !keys.includes(key))).toEqual([]);
}, 60_000);
