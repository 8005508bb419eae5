import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/io.js';
import { main } from '../../../src/cli/main.js';
import { plainStyle } from '../../../src/report/index.js';
import { judges } from '../report/formats/judges.js';

let folder: string;
let said: { out: string; err: string };

const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const get = (path: string) => readFileSync(join(folder, path), 'utf8');

async function run(line: string, over: Partial<Io> = {}): Promise<number> {
  said = { out: '', err: '' };
  const io: Io = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    input: () => '',
    cwd: folder,
    env: {},
    style: plainStyle,
    width: 100,
    now: () => new Date(2026, 10, 22, 12),
    ...over,
  };
  return main(line.split(' '), io);
}

const block =
  '# the block\nkind: block\nid: a\ntitle: A\nroles: { owner: person }\ninputs:\n  - { field: owner.nmae }   # the name\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onething-check-'));
  put('catalogue.yaml', 'kind: catalogue\nid: town\nversion: 1.0.0\n');
  put(
    'person.yaml',
    'kind: subject\nid: person\nelements: { name: { title: Name, schema: { type: string, maxLenght: 3 } } }\n',
  );
  put('a.yaml', block.replace('nmae', 'name'));
});

afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe('check --output', () => {
  test('writes each format into its file, and makes the folders above', async () => {
    const outputs = ['sarif', 'junit', 'checkstyle', 'gitlab', 'github'] as const;
    const words = outputs.map((format) => `--output ${format}=reports/deep/findings.${format}`).join(' ');
    expect(await run(`check ${words} --output json=findings.json --output text=findings.txt`)).toBe(0);
    for (const format of outputs) {
      expect(await judges[format](get(`reports/deep/findings.${format}`))).toEqual([]);
    }
    expect(get('findings.txt')).toBe(said.out);
    expect(JSON.parse(get('findings.json'))).toMatchObject({ catalogue: { id: 'town' } });
  });

  test.each([
    ['sarif', 'does not name a format and a file'],
    ['sarif=', 'does not name a format and a file'],
    ['pdf=x', 'The format is not "pdf"'],
    ['sarif=person.yaml/x', 'a part of its path is a file'],
    ['sarif=.', 'it is a folder'],
    ['sarif=x --output junit=x', 'names the file "x" twice'],
  ])('%s is a mistake of the caller', async (value, message) => {
    expect(await run(`check --output ${value}`)).toBe(2);
    expect(said.err).toContain(message);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'catalogue.yaml', 'person.yaml']);
  });
});

describe('check --baseline', () => {
  test('is written, accepts, and says what it still has to be told', async () => {
    expect(await run('check --fail-on warning')).toBe(1);
    expect(await run('check --fail-on warning --update-baseline')).toBe(0);
    expect(said.out).toContain('onething.baseline.yaml accepts 1 finding, 1 of them new: say why.');
    expect(await run('check --fail-on warning')).toBe(0);
    expect(said.out).toContain('1 finding is accepted by onething.baseline.yaml.');
    expect(await run('check --fail-on warning --no-baseline')).toBe(1);
    put(
      'onething.baseline.yaml',
      get('onething.baseline.yaml').replace(/reason: .*/, 'reason: Ours.\n    until: 2026-12-31'),
    );
    expect(await run('check --fail-on warning')).toBe(0);
    expect(await run('check --fail-on warning', { now: () => new Date(2027, 0, 1) })).toBe(1);
    expect(said.out).toContain('It was accepted until 2026-12-31.');
  });

  test('reports what it accepts in vain, and drops it', async () => {
    await run('check --update-baseline');
    put('person.yaml', get('person.yaml').replace(', maxLenght: 3', ''));
    expect(await run('check --fail-on warning')).toBe(1);
    expect(said.out).toContain('check/acceptance-unused');
    expect(said.out).toContain('onething.baseline.yaml:4:5');
    expect(await run('check --fail-on warning --update-baseline')).toBe(0);
    expect(get('onething.baseline.yaml')).toContain('accepted: []');
  });

  test('that is named and not there is a mistake of the caller', async () => {
    expect(await run('check --baseline nowhere.yaml')).toBe(2);
    expect(said.err).toContain('there is none');
    expect(await run('check --baseline ci/base.yaml --update-baseline')).toBe(2);
  });
});

describe('a severity is raised', () => {
  test('by the command line', async () => {
    expect(await run('check --error schema/unknown-keyword')).toBe(1);
    expect(said.out).toContain('error schema/unknown-keyword');
    expect(await run('check --error schema/unknown-keywrd')).toBe(2);
    expect(said.err).toContain('Did you mean "schema/unknown-keyword"');
  });

  test('by the catalogue', async () => {
    put('catalogue.yaml', `${get('catalogue.yaml')}checks: { error: [schema/unknown-keyword] }\n`);
    expect(await run('check')).toBe(1);
    put('catalogue.yaml', get('catalogue.yaml').replace('keyword', 'keywrd'));
    expect(await run('check')).toBe(1);
    expect(said.out).toContain('Did you mean "schema/unknown-keyword"');
  });
});

describe('check --fix', () => {
  test('mends files and nothing else, as they are', async () => {
    put('a.yaml', `\ufeff${block.replaceAll('\n', '\r\n')}`);
    chmodSync(join(folder, 'a.yaml'), 0o640);
    expect(await run('check --fix --dry-run')).toBe(1);
    expect(said.out).toContain('-  - { field: owner.nmae }');
    expect(said.out).toContain('+  - { field: owner.name }');
    expect(get('a.yaml')).toContain('nmae');
    expect(await run('check --fix')).toBe(0);
    expect(said.out).toContain('Mended 1 finding in 1 file.');
    expect(get('a.yaml')).toBe(`\ufeff${block.replaceAll('\n', '\r\n').replace('nmae', 'name')}`);
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
    expect(await run('check --fix')).toBe(0);
    expect(said.out).toContain('There is nothing that --fix mends.');
  });

  test('goes on where mending brings the next misspelling to light', async () => {
    put('a.yaml', block.replace('kind: block', 'kind: blok'));
    await run('check --fix');
    expect(get('a.yaml')).toBe(block.replace('nmae', 'name'));
  });

  test('leaves alone what another catalogue has', async () => {
    mkdirSync(join(folder, 'shared'));
    put('shared/catalogue.yaml', 'kind: catalogue\nid: shared\nversion: 1.0.0\n');
    put('shared/b.yaml', block.replace('id: a', 'id: b'));
    mkdirSync(join(folder, 'town'));
    put('town/catalogue.yaml', 'kind: catalogue\nid: inner\nversion: 1.0.0\nimports: [ ../shared, .. ]\n');
    put('package.json', '{}');
    await run('check town --fix');
    expect(get('shared/b.yaml')).toContain('nmae');
  });

  test('with --dry-run alone is a mistake of the caller', async () => {
    expect(await run('check --dry-run')).toBe(2);
    expect(await run('check --watch --fix')).toBe(2);
  });

  test('leaves no trace where a file cannot be written', async () => {
    put('a.yaml', block);
    await run('check --output json=a.yaml/x --fix');
    expect(existsSync(join(folder, 'a.yaml'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('the commands of the page on continuous integration do what it says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/guide/ci.md'), 'utf8');
  const lines = [...page.matchAll(/npx onething (check [^\n]*)/g)].map(([, line]) => line!);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const line of lines) expect(await run(line), line).toBe(0);
  for (const [, format, file] of lines.join(' ').matchAll(/--output (\w+)=(\S+)/g)) {
    expect(await judges[format as keyof typeof judges](get(file!)), file).toEqual([]);
  }
  const entry = /```yaml\n(formatVersion: 1\n[\s\S]*?)```/.exec(page)?.[1];
  put('onething.baseline.yaml', entry!);
  expect(await run('check')).toBe(0);
  expect(said.out).toContain('check/acceptance-unused');
  expect(said.out).not.toContain('check/baseline-malformed');
});

test('what machines read is in the language that was asked for, and not in that of the environment', async () => {
  await run('check --format github', { env: { LANG: 'zh_CN.UTF-8' } });
  expect(said.out).toContain('JSON Schema has no keyword');
  await run('check --format github --lang zh');
  expect(said.out).toContain('JSON Schema 没有关键字“maxLenght”');
  await run('check', { env: { LANG: 'zh_CN.UTF-8' } });
  expect(said.out).toContain('没有错误，1 个警告，没有提示');
  expect(await run('check nowhere --lang=zh')).toBe(2);
  expect(said.err).toContain('没有文件或文件夹“nowhere”。');
});
