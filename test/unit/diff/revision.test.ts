import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/messages/index.js';
import type { Io } from '../../../src/cli/io.js';
import { main } from '../../../src/cli/main.js';
import { readCatalogue, readRevision, repositoryOf } from '../../../src/node/index.js';
import { plainStyle } from '../../../src/report/index.js';

let repository: string;

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: repository, stdio: 'pipe' });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

const block = (days: number) =>
  `kind: block\nid: 登记\nroles: { owner: person }\ninputs: [{ field: owner.name }]\ntime: { promised: ${days}wd }\n`;

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'onething-diff-'));
  git('init', '--quiet', '--initial-branch=main');
  write('town/catalogue.yaml', 'kind: catalogue\nid: town\nversion: 1.0.0\nimports: [../shared]\n');
  write('shared/catalogue.yaml', 'kind: catalogue\nid: shared\nversion: 1.0.0\n');
  write(
    'shared/person.yaml',
    'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }\n',
  );
  write('town/事项/登记.yaml', block(3));
  write('town/bundle.yaml', 'kind: bundle\nid: all\nroles: { owner: person }\nuses: [{ block: 登记 }]\n');
  write('town/tsconfig.json', '{ "compilerOptions": {} }');
  symlinkSync('/etc/hostname', join(repository, 'town/outside.yaml'));
  git('add', '-A');
  git('commit', '--quiet', '-m', 'first');
  git('tag', 'v1.0.0');
  write('town/事项/登记.yaml', block(5));
  rmSync(join(repository, 'town/outside.yaml'));
  git('add', '-A');
  git('commit', '--quiet', '-m', 'second');
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

async function run(line: string, cwd = join(repository, 'town'), env: Io['env'] = {}) {
  const result = { out: '', err: '', code: 0 };
  const io: Io = {
    out: (text) => (result.out += text),
    err: (text) => (result.err += text),
    input: () => '',
    cwd,
    env,
    style: plainStyle,
    width: 100,
  };
  result.code = await main(line.split(' '), io);
  return result;
}

describe('a revision of git', () => {
  test('is read as the folder was, with imports of the same revision, and links that lead outside named', () => {
    const { catalogue, folder } = readRevision(repositoryOf(repository)!, {
      revision: 'v1.0.0',
      path: 'town',
    });
    expect(folder).toBe('town');
    expect(catalogue.blocks.get('登记')?.document.time).toEqual({ promised: '3wd' });
    expect([...catalogue.subjects.keys()]).toEqual(['person']);
    expect(catalogue.diagnostics.map(({ code, at }) => [code, at.file])).toEqual([
      ['catalogue/link-outside', 'outside.yaml'],
    ]);
  });

  test('of today is what stands on the disk', () => {
    const { catalogue } = readRevision(repositoryOf(repository)!, { revision: 'HEAD', path: 'town' });
    const today = readCatalogue(join(repository, 'town'));
    expect([...catalogue.blocks.values()]).toEqual([...today.blocks.values()]);
    expect(catalogue.diagnostics).toEqual(today.diagnostics);
  });

  test.each([
    ['diff HEAD~1', 'HEAD~1 against the folder'],
    ['diff v1.0.0 HEAD', 'two revisions'],
    ['diff v1.0.0:town HEAD:./', 'paths from the top and from here'],
    ['diff HEAD~1:town/事项/登记.yaml 事项/登记.yaml', 'one document'],
    ['diff HEAD~1 事项/登记.yaml', 'one document at a revision'],
  ])('%s compares %s', async (line) => {
    const { out, code } = await run(line);
    expect(out).toContain('promised 3wd → promised 5wd');
    expect(code).toBe(1);
  });

  test('names files of the old version by its revision', async () => {
    write('town/extra.yaml', 'kind: material\nid: extra\n');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'third');
    git('rm', '--quiet', 'town/extra.yaml');
    git('commit', '--quiet', '-m', 'fourth');
    const { out } = await run('diff HEAD~1');
    expect(out).toContain('--> HEAD~1:town/extra.yaml:1:1');
  });

  test.each([
    ['diff nowhere', 'There is no file, folder or revision "nowhere".'],
    ['diff --fail-on none -- --upload-pack=x', 'There is no file, folder or revision "--upload-pack=x".'],
    ['diff HEAD:nowhere', 'There is no "nowhere" at the revision "HEAD".'],
    ['diff HEAD:shared/none', 'There is no "shared/none" at the revision "HEAD".'],
    ['diff HEAD:', 'There is no catalogue.yaml in "" or above it at the revision "HEAD".'],
  ])('%s is a mistake that is explained', async (line, message) => {
    const { err, code } = await run(line);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('outside of a repository is a mistake that is explained', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onething-none-'));
    try {
      const { err, code } = await run('diff HEAD~1', folder);
      expect(err).toContain('Here is no git repository');
      expect(code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('without git is a mistake that is explained', () => {
    const path = process.env['PATH'];
    process.env['PATH'] = join(repository, 'no-programs');
    try {
      expect(() => repositoryOf(repository)).toThrow(UsageError);
      expect(() => repositoryOf(repository)).toThrow('The program "git" is not found.');
    } finally {
      process.env['PATH'] = path;
    }
  });
});
