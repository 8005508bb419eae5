/** The host's pages in a browser: newborn twins from signing in to a receipt, as a person with a phone does it, and a decision. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../examples/host/server/app.js';
import { chromiumFlags, findChromium } from '../browser/chromium.js';

const executablePath = findChromium();
/** A person looks at the next question before answering it. */
const pauseMs = 100;
const root = fileURLToPath(new URL('../../examples/', import.meta.url));

describe.skipIf(executablePath === undefined)('the pages of the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-pages-'));
  let host: Awaited<ReturnType<typeof createHost>>;
  let browser: Browser;
  let address: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    const pages = join(folder, 'pages');
    await build({ root: join(root, 'host'), logLevel: 'error', build: { outDir: pages, emptyOutDir: true } });
    host = await createHost({
      catalogue: join(root, 'catalogue'),
      bundles: ['newborn-jiangxi'],
      data: join(root, 'host/data'),
      store: folder,
      pages,
    });
    address = await host.listen({ host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(locale: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
    const page = await context.newPage();
    page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(address);
    return page;
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    return found.map((text) => text.slice(0, 500));
  }

  /** Answers every question that is open, until none is: with the first choice, with "yes", or with a text. */
  async function fillIn(page: Page): Promise<void> {
    const uploaded = new Set<string>();
    for (let round = 0; round < 70; round++) {
      // One at a time: what is asked next may depend on it.
      const choice = page.locator('main select:visible:has(option[value=""]:checked)').first();
      const group = page.locator('main [role=radiogroup]:visible:not(:has(input:checked))').first();
      const box = page.locator('main input[type=checkbox]:visible:not(:checked)').first();
      const texts = page.locator('main input:visible:not([type=radio], [type=checkbox], [type=file])');
      const empty = (
        await texts.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
      ).indexOf('');
      const isWhole =
        (await Promise.all([choice, group, box].map((one) => one.count()))).every((count) => count === 0) &&
        empty < 0;
      if ((await choice.count()) > 0) await choice.selectOption({ index: 1 });
      else if ((await group.count()) > 0) await group.locator('input').first().click();
      else if ((await box.count()) > 0) await box.click();
      else if (empty >= 0) {
        const input = texts.nth(empty);
        const [id, type] = [await input.getAttribute('id'), await input.getAttribute('type')];
        await input.fill(textFor(id ?? '', type ?? 'text'));
      }
      for (const input of await page.locator('main input[type=file]').all()) {
        const id = (await input.getAttribute('id')) ?? '';
        if (uploaded.has(id)) continue;
        uploaded.add(id);
        await input.setInputFiles({
          name: 'scan.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF'),
        });
      }
      await page.waitForTimeout(pauseMs);
      if (!isWhole) continue;
      await page.getByRole('button', { name: '核对填写内容' }).click();
      if ((await page.getByRole('button', { name: '提交' }).count()) > 0) return;
    }
    throw new Error(await page.locator('.onething-mistakes').innerText());
  }

  function textFor(id: string, type: string): string {
    if (/[Pp]hone/u.test(id)) return '13912345678';
    if (/[Rr]egion/u.test(id)) return '360102';
    if (/Account/u.test(id)) return '6222021234567890';
    if (/nationality/u.test(id)) return 'CHN';
    if (type === 'date') return '2026-11-12';
    return type === 'number' ? '1' : '南昌市东湖区';
  }

  it('lead from signing in to a receipt and to a decision', async () => {
    const page = await open('zh-CN');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /李娜/u }).click();
    await page.getByRole('button', { name: /开始办理/u }).click();
    await page.getByText('新生儿 2').waitFor();
    expect(await violations(page)).toEqual([]);

    // What is wrong leads to its field.
    await page.getByRole('button', { name: '核对填写内容' }).click();
    const summary = page.locator('.onething-mistakes');
    expect(await summary.getByRole('button').count()).toBeGreaterThan(5);
    await summary.getByRole('button').first().click();
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('main form, main fieldset, main .control') !== null,
      ),
    ).toBe(true);

    await fillIn(page);
    expect(await violations(page)).toEqual([]);
    // A draft that was left is taken up again.
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.getByText('草稿已保存').waitFor();
    await page.reload();
    await page.getByRole('button', { name: '核对填写内容' }).click();
    expect(await page.locator('.onething-mistakes').allInnerTexts()).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('受理编号').first().waitFor();
    expect(await violations(page)).toEqual([]);

    const clerk = await open('zh-CN');
    await clerk.getByRole('button', { name: '卫生健康', exact: true }).click();
    await clerk.getByRole('link', { name: '打开' }).first().waitFor();
    expect(await clerk.getByRole('link', { name: '打开' }).count()).toBe(2);
    expect(await violations(clerk)).toEqual([]);
    await clerk.getByRole('link', { name: '打开' }).first().click();
    await clerk.getByLabel('理由').fill('材料不全');
    await clerk.getByRole('button', { name: '不予批准' }).click();
    await page.getByText('不予批准').first().waitFor();
    expect(troubles).toEqual([]);
  }, 240_000);
});
