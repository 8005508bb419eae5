import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkFolder } from '../../../src/cli/check/check-folder.js';
import type { CheckedFolder, CheckRequest } from '../../../src/cli/check/check-request.js';
import { watchFolder } from '../../../src/cli/check/check-watch.js';
import type { CommandIo } from '../../../src/cli/io.js';
import { sayIn } from '../../../src/languages/index.js';
import { plainStyle } from '../../../src/report/index.js';

const documents = {
  'catalogue.yaml': 'kind: catalogue\nid: town\nversion: 1.0.0\n',
  'person.yaml':
    'kind: subject\nid: person\nelements: { phone: { title: Phone, schema: { type: string } } }\n',
  'blocks/a.yaml':
    'kind: block\nid: a\ntitle: A\nroles: { owner: person }\ninputs: [ { field: owner.phone } ]\n',
  'blocks/b.yaml':
    'kind: block\nid: b\ntitle: B\nroles: { owner: person }\ninputs: [ { field: owner.phone } ]\n',
  'one.yaml': 'kind: bundle\nid: one\ntitle: One\nroles: { owner: person }\nuses: [ { block: a } ]\n',
  'two.yaml': 'kind: bundle\nid: two\ntitle: Two\nroles: { owner: person }\nuses: [ { block: b } ]\n',
};

let top: string;
let folder: string;
let ended: AbortController;
let watching: Promise<void>;
let seen: { checked: CheckedFolder; composed: readonly string[] }[];
let gone: number;

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const io = (): CommandIo => ({
  out: () => undefined,
  err: () => undefined,
  input: () => '',
  cwd: top,
  env: {},
  style: plainStyle,
  width: 100,
  say: sayIn('en'),
  language: 'en',
  languageTag: 'en',
  documentLanguage: 'en',
});

const request = (): CheckRequest => ({ folder, places: [''], errors: [], baseline: undefined });
const codesSeen = (): string[] | undefined =>
  seen.at(-1)?.checked.findings.diagnostics.map(({ code }) => code);

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'onething-watch-'));
  folder = join(top, 'catalogue');
  for (const [path, text] of Object.entries(documents)) put(path, text);
  ended = new AbortController();
  seen = [];
  gone = 0;
  watching = watchFolder(request(), io(), {
    signal: ended.signal,
    onChecked: (checked, composed) => void seen.push({ checked, composed }),
    onGone: () => (gone += 1),
  });
  await vi.waitFor(() => expect(codesSeen()).toEqual([]));
});

afterEach(async () => {
  ended.abort();
  await watching;
  rmSync(top, { recursive: true, force: true });
});

const soon = { timeout: 20_000, interval: 20 };

describe('watching a catalogue', () => {
  test('checks again what an edit touches, and only that', async () => {
    expect(seen[0]!.composed).toEqual(['one', 'two']);
    put('blocks/b.yaml', documents['blocks/b.yaml'].replace('owner.phone', 'owner.phnoe'));
    await vi.waitFor(() => expect(codesSeen()).toContain('catalogue/unknown-element'), soon);
    expect(seen.at(-1)!.composed).toEqual(['two']);
    put('blocks/b.yaml', documents['blocks/b.yaml']);
    await vi.waitFor(() => expect(codesSeen()).toEqual([]), soon);
  });

  test('survives a broken file, and one that is saved by moving another over it', async () => {
    put('one.yaml', 'kind: [ bundle');
    await vi.waitFor(() => expect(codesSeen()).toContain('documents/syntax'), soon);
    writeFileSync(join(folder, '.one.swp'), documents['one.yaml']);
    renameSync(join(folder, '.one.swp'), join(folder, 'one.yaml'));
    await vi.waitFor(() => expect(codesSeen()).toEqual([]), soon);
  });

  test('survives a folder within that is deleted, and sees new ones', async () => {
    rmSync(join(folder, 'blocks'), { recursive: true });
    await vi.waitFor(() => expect(codesSeen()).toContain('catalogue/unknown-reference'), soon);
    put('further/deep/a.yaml', documents['blocks/a.yaml']);
    put('further/deep/b.yaml', documents['blocks/b.yaml']);
    await vi.waitFor(() => expect(codesSeen()).toEqual([]), soon);
  });

  test('waits for the catalogue itself where it is gone', async () => {
    cpSync(folder, join(top, 'kept'), { recursive: true });
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => expect(gone).toBe(1), soon);
    const before = seen.length;
    renameSync(join(top, 'kept'), folder);
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before), soon);
    expect(codesSeen()).toEqual([]);
    put('two.yaml', documents['two.yaml'].replace('block: b', 'block: c'));
    await vi.waitFor(() => expect(codesSeen()).toContain('catalogue/unknown-reference'), soon);
  });

  test('finds what a check from the beginning finds', async () => {
    put('two.yaml', documents['two.yaml'].replace('block: b', 'blok: b'));
    await vi.waitFor(() => expect(codesSeen()).toContain('catalogue/unknown-key'), soon);
    expect(seen.at(-1)!.checked.findings).toEqual((await checkFolder(request(), io())).findings);
    expect(readFileSync(join(folder, 'two.yaml'), 'utf8')).toContain('blok');
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the command ends with %s as it should: nothing is wrong',
  async (signal) => {
    const bin = join(import.meta.dirname, '../../../src/cli/bin.ts');
    const words = ['--import', 'tsx', bin, 'check', '--watch', '--catalogue', folder];
    const running = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    running.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    await vi.waitFor(() => expect(out).toContain('2 bundles, 2 blocks: no errors'), soon);
    running.kill(signal);
    expect(await once(running, 'exit')).toEqual([0, null]);
  },
);
