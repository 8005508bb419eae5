import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../../src/messages/index.js';
import { main } from '../../../src/cli/main.js';
import { onDisk } from '../../../src/cli/output/edited-text.js';
import { plainStyle } from '../../../src/report/index.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onething-update-'));
  write('catalogue.yaml', 'kind: catalogue\nid: town\nversion: 1.0.0\n');
  write('shop.yaml', 'kind: subject\nid: shop\nelements: { name: { schema: { type: string } } }\n');
  write('a.yaml', 'kind: block\nid: a\nroles: { shop: shop }\ninputs: [{ field: shop.name }]\n');
  write('b.yaml', 'kind: bundle\nid: b\nroles: { shop: shop }\nuses: [{ block: a }]\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function update(): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await main(['test', '--update'], {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    input: () => '',
    cwd: folder,
    env: {},
    style: plainStyle,
    width: 100,
  });
  return { code, ...said };
}

test('a byte order mark and the line ends of a case stay', async () => {
  write('c.yaml', '\ufeffkind: case\r\nid: c\r\nbundle: b\r\nexpect:\r\n  steps:\r\n    - z\r\n');
  expect(await update()).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder, 'c.yaml'), 'utf8')).toBe(
    '\ufeffkind: case\r\nid: c\r\nbundle: b\r\nexpect:\r\n  steps:\r\n    - a\r\n',
  );
  expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('a case that cannot be rewritten stays as it is, is told, and is a finding', async () => {
  const text = '? kind\n: case\n? id\n: c\n? bundle\n: b\n? expect\n: steps: [z]\n';
  const broken = 'kind: case\nid: d\nbundle: none\n';
  write('c.yaml', text);
  write('d.yaml', broken);
  const { code, out, err } = await update();
  const isLeft = readFileSync(join(folder, 'c.yaml'), 'utf8') === text;
  expect(readFileSync(join(folder, 'd.yaml'), 'utf8')).toBe(broken);
  expect(err).toContain('not updated: d.yaml');
  expect(err.includes('not updated: c.yaml')).toBe(isLeft);
  expect(code).toBe(1);
  expect(out).toContain(`${isLeft ? 0 : 1} updated`);
});

test('a file that somebody has changed since it was read is refused', () => {
  write('c.yaml', 'now');
  expect(() => onDisk(folder, 'c.yaml', 'before', 'after')).toThrow(UsageError);
  expect(onDisk(folder, 'c.yaml', 'now', 'after')).toBe('after');
});
