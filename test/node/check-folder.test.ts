import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateCatalogue } from '../../bench/scale/generate.js';
import { checkCatalogue } from '../../src/check/index.js';
import type { CheckPool } from '../../src/node/check-pool.js';
import { createTaskRunner } from '../../src/node/check-tasks.js';
import { checkCatalogueFolder, readCatalogue } from '../../src/node/index.js';

/** Threads that are none: what they are told and what they answer is copied just as between threads. */
function poolWithin(size: number): CheckPool & { tasks: string[] } {
  const runners = Array.from({ length: size }, () => createTaskRunner());
  const tasks: string[] = [];
  let turn = 0;
  const pass = (runner: (typeof runners)[number], task: Parameters<typeof runner>[0]) => {
    tasks.push(task.kind);
    return Promise.resolve(structuredClone(runner(structuredClone(task))));
  };
  return {
    size,
    tasks,
    run: (task) => pass(runners[turn++ % size]!, task) as never,
    tell: async (task) => void (await Promise.all(runners.map((runner) => pass(runner, task)))),
    close: () => Promise.resolve(),
  };
}

let top = '';
beforeEach(() => (top = mkdtempSync(join(tmpdir(), 'onething-folder-'))));
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

async function expectSame(): Promise<void> {
  const pool = poolWithin(3);
  const there = await checkCatalogueFolder(top, { pool });
  const catalogue = readCatalogue(top);
  const here = checkCatalogue(catalogue);
  expect(there.findings).toEqual(here);
  for (const shelf of ['blocks', 'bundles', 'subjects', 'materials', 'cases'] as const) {
    const documents = (from: typeof catalogue) =>
      [...from[shelf]].map(([id, { document, file }]) => [id, document, file, from.text(file)]);
    expect(documents(there.catalogue)).toEqual(documents(catalogue));
  }
  expect(pool.tasks).toContain('read');
  if (here.bundles.length > 0) expect(pool.tasks).toContain('bundles');
}

describe('checking a folder on several threads', () => {
  it('finds what one thread finds in a catalogue of real bundles', async () => {
    for (const part of [
      'catalogue.yaml',
      'subjects',
      'materials',
      'authorities',
      'registries',
      'calendars',
    ]) {
      cpSync(join('examples/catalogue', part), join(top, part), { recursive: true });
    }
    for (const bundle of [
      'newborn-jiangxi',
      'restaurant-opening',
      'pingyuan-plants',
      'medical-reimbursement',
    ]) {
      cpSync(join('examples/catalogue/bundles', bundle), join(top, 'bundles', bundle), { recursive: true });
    }
    await expectSame();
  });

  it('finds the same faults, each in its place', async () => {
    for (const { path, text } of generateCatalogue(60, 3)) write(path, text);
    const spoil = (path: string, from: RegExp, to: string) =>
      write(path, readFileSync(join(top, path), 'utf8').replace(from, to));
    spoil('matters/thing-0/thing-0-0.yaml', /^authority: .*$/m, 'authority: authority-nine');
    spoil('matters/thing-0/thing-0-1.yaml', /^inputs:$/m, 'inputs:\n  - field: applicant.nobody');
    spoil('matters/thing-0/thing-0-2.yaml', /maxLength/, 'maxlength');
    spoil('matters/thing-0/bundle.yaml', /^applicant: .*$/m, 'applicant: nobody');
    spoil('subjects/person.yaml', /^ {4}schema: .*$/m, '    schema: { type: text }');
    write('matters/broken.yaml', 'kind: block\nid: thing-0-1\ntitle: [\n');
    write('matters/empty.yaml', '');
    write('matters/latin.yaml', 'kind: material\nid: latin\n');
    writeFileSync(join(top, 'matters/latin.yaml'), Buffer.from('kind: material\nid: caf\xe9\n', 'latin1'));
    write('matters/twice.yaml', 'kind: material\nid: material-0\ntitle: Twice\n');
    write('matters/same.json', '{"kind": "material", "id": "json-one", "title": "One", "id": "json-two"}');
    write('matters/large.json', `{"kind": "material", "id": "large", "title": "${'x'.repeat(11_000_000)}"}`);
    symlinkSync(tmpdir(), join(top, 'outside'));
    await expectSame();
  });

  it('takes over what is imported, from within the folder and beside it', async () => {
    const outer = top;
    top = join(outer, 'own');
    try {
      for (const { path, text } of generateCatalogue(12, 5)) write(path, text);
      write(
        'catalogue.yaml',
        'kind: catalogue\nid: own\nversion: 1.0.0\nlocales: [zh]\nimports: [./part, ../beside]\n',
      );
      write('part/catalogue.yaml', 'kind: catalogue\nid: part\nversion: 1.0.0\n');
      write('part/material.yaml', 'kind: material\nid: of-part\ntitle: Part\n');
      write('../package.json', '{}');
      write('../beside/catalogue.yaml', 'kind: catalogue\nid: beside\nversion: 1.0.0\n');
      write('../beside/material.yaml', 'kind: material\nid: of-neighbour\ntitle: { en: Neighbour }\n');
      write(
        'more.yaml',
        'kind: bundle\nid: more\nroles: { applicant: person }\napplicant: applicant\nuses: [ { block: extra } ]\n',
      );
      write(
        'extra.yaml',
        'kind: block\nid: extra\ntitle: Extra\nauthority: authority-0\nroles: { applicant: person }\ninputs: [ { material: of-part, of: applicant }, { material: of-neighbour, of: applicant } ]\n',
      );
      await expectSame();
    } finally {
      top = outer;
    }
  });

  it('checks a small catalogue and one that is not there as ever', async () => {
    write('catalogue.yaml', 'kind: catalogue\nid: small\nversion: 1.0.0\n');
    const { findings } = await checkCatalogueFolder(top);
    expect(findings).toEqual(checkCatalogue(readCatalogue(top)));
    await expect(checkCatalogueFolder(join(top, 'nowhere'))).rejects.toThrow(/There is no folder/);
  });
});
