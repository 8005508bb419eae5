/** The pages of docs/guide/forms.md, in a real browser: filled in with the keyboard alone, and without a violation. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { createMemoryStore, createRunner } from '../../src/runtime/index.js';
import { findChromium } from './chromium.js';
import { bundled, openPage } from './forms/open-page.js';
import type { OpenedPage } from './forms/open-page.js';

const executablePath = findChromium();
const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guide/forms.md'), 'utf8');
const pictures = process.env['FORM_PICTURES'];

const documents = [
  {
    kind: 'subject',
    id: 'person',
    title: { en: 'Person', zh: '人员' },
    elements: {
      name: { title: { en: 'Name', zh: '姓名' }, schema: { type: 'string', minLength: 2 } },
      idNumber: { title: { en: 'Identity number', zh: '身份号码' }, schema: { type: 'string' } },
      married: { title: { en: 'Married?', zh: '是否已婚' }, schema: { type: 'boolean' } },
      spouse: { title: { en: 'Name of the spouse', zh: '配偶姓名' }, schema: { type: 'string' } },
      school: {
        title: { en: 'School', zh: '学校' },
        schema: { enum: ['p', 'j'] },
        labels: { p: { en: 'Primary', zh: '小学' }, j: { en: 'Junior', zh: '初中' } },
      },
    },
  },
  { kind: 'material', id: 'photo', title: { en: 'Photo', zh: '照片' }, accept: ['upload', 'commitment'] },
  {
    kind: 'block',
    id: 'enrolment',
    roles: { parent: 'person', pupil: 'person' },
    inputs: [
      { field: 'parent.name' },
      { field: 'parent.married' },
      { field: 'parent.spouse', when: { 'parent.married': { const: true } } },
      { field: 'parent.idNumber' },
      { field: 'pupil.name' },
      { field: 'pupil.school' },
      { material: 'photo', of: 'parent' },
    ],
  },
  {
    kind: 'bundle',
    id: 'school',
    roles: { parent: 'person', pupil: { type: 'person', many: { min: 1, max: 3 } } },
    applicant: 'parent',
    uses: [{ block: 'enrolment', each: 'pupil' }],
  },
];

const known = { parent: { idNumber: 'A-7' } };
const sources = { '/parent/idNumber': { from: 'sign-in' } };

describe.skipIf(executablePath === undefined)('docs/guide/forms.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onething-forms-'));
  const { plan } = composeBundle(loadCatalogue([], { documents: documents as never }), 'school');
  let script: string;
  let opened: OpenedPage;

  beforeAll(async () => {
    for (const [, name, text] of guide.matchAll(/^```tsx\n\/\/ file: (\S+)\n([\s\S]*?)^```$/gm))
      writeFileSync(join(folder, name!), text!);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    script = await bundled({
      stdin: { contents: entry, loader: 'tsx', resolveDir: folder },
      alias: {
        onething: join(root, 'src/index.ts'),
        'onething/forms': join(root, 'src/forms/index.ts'),
        'onething/forms/json-forms': join(root, 'src/forms/json-forms/index.ts'),
        'onething/forms/rjsf': join(root, 'src/forms/rjsf/index.ts'),
      },
    });
  });
  afterEach(() => opened.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function show(renderer: 'json-forms' | 'rjsf', locale: string): Promise<OpenedPage> {
    opened = await openPage(executablePath!, script);
    await opened.page.evaluate(`show(${JSON.stringify({ renderer, plan, locale, known, sources })})`);
    return opened;
  }

  async function keep(name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await opened.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }

  test.each(['zh', 'en'])(
    'its page with JSON Forms leads to a case that is accepted (%s)',
    async (locale) => {
      const { page, complaints } = await show('json-forms', locale);
      const say = (en: string, zh: string) => (locale === 'zh' ? zh : en);
      const type = async (name: string, text: string) => {
        await page.getByRole('textbox', { name }).focus();
        await page.keyboard.type(text);
      };
      await page.getByRole('button', { name: say('Submit', '提交') }).press('Enter');
      // Each mistake is told once, with a way to its field.
      const told = page.locator('.onething-mistakes li');
      await expect.poll(() => told.count()).toBeGreaterThan(1);
      expect(await told.first().textContent()).toContain(say('Please fill this in.', '请填写此项。'));
      await keep(`mistakes-${locale}`);
      await page
        .getByRole('button', { name: say('Add', '添加') })
        .first()
        .press('Enter');
      await page
        .getByRole('textbox', { name: say('Name', '姓名') })
        .first()
        .focus();
      await page.keyboard.type('Eva');
      expect(await page.getByRole('textbox', { name: say('Name of the spouse', '配偶姓名') }).count()).toBe(
        0,
      );
      await page.getByRole('radio', { name: say('Yes', '是'), exact: true }).press('Space');
      await type(say('Name of the spouse', '配偶姓名'), 'Max');
      await page
        .getByRole('textbox', { name: say('Name', '姓名') })
        .last()
        .focus();
      await page.keyboard.type('Ben');
      await page
        .getByRole('combobox', { name: say('School', '学校') })
        .selectOption({ label: say('Junior', '初中') });
      await page.getByRole('radio', { name: say('I upload it', '上传文件') }).press('Space');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('x') });
      await page.getByText('me.png', { exact: false }).first().waitFor();
      await keep(`filled-${locale}`);
      expect(await violations()).toEqual([]);
      await page.getByRole('button', { name: say('Submit', '提交') }).press('Enter');
      const [sent] = await page.evaluate<{ answers: JsonObject }[]>('submitted');
      expect(complaints).toEqual([]);
      expect(sent?.answers).toMatchObject({
        parent: { name: 'Eva', married: true, spouse: 'Max' },
        pupil: [{ name: 'Ben', school: 'j' }],
        materials: { 'photo of parent': { way: 'upload', files: [{ id: 'kept-me.png', name: 'me.png' }] } },
      });
      expect(await accepted(sent!.answers)).toBe(true);
    },
  );

  test('a known value is shown with its source, and can be said to be wrong', async () => {
    const { page } = await show('json-forms', 'en');
    expect(await page.locator('.onething-known').textContent()).toContain('from signing in');
    await page.getByRole('button', { name: 'This is wrong: Identity number' }).press('Enter');
    await page.getByRole('textbox', { name: 'What is right' }).fill('B-7');
    expect(await violations()).toEqual([]);
  });

  test('its page with RJSF draws the same form, and answers nothing by itself', async () => {
    const { page, complaints } = await show('rjsf', 'zh');
    expect(await page.getByRole('textbox', { name: '姓名' }).count()).toBe(1);
    expect(await page.getByText('是否已婚').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Submit' }).press('Enter');
    expect(await page.evaluate('submitted')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  async function violations(): Promise<string[]> {
    // Evaluated by the debugger, which no policy of the page concerns.
    await opened.page.evaluate(axe.source);
    return opened.page.evaluate<string[]>(
      `axe.run('main', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
  }

  async function accepted(answers: JsonObject): Promise<boolean> {
    const runner = await createRunner({
      store: createMemoryStore(),
      handlers: { blocks: { enrolment: () => ({ status: 'approved', output: {} }) } },
    });
    const receipt = await runner.start(plan, { answers, known });
    await runner.stop();
    return receipt.accepted;
  }
});

const entry = `
import { createRoot } from 'react-dom/client';
import { FormPage } from './form-page';
import { RjsfPage } from './rjsf-page';

window.show = ({ renderer, ...given }) => {
  window.submitted = [];
  const onSubmit = (answers, disputes = []) => window.submitted.push({ answers, disputes });
  const upload = (file) => Promise.resolve({ id: 'kept-' + file.name, name: file.name, size: file.size });
  createRoot(document.querySelector('main')).render(
    renderer === 'rjsf' ? <RjsfPage {...given} onSubmit={onSubmit} /> : <FormPage {...given} upload={upload} onSubmit={onSubmit} />,
  );
};
`;
