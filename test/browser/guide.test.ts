/**
 * The HTML guide in a real browser: no violation of accessibility (axe-core), nothing loaded, no script run, nothing
 * that sticks out of a narrow screen, and a page for each sheet of paper. `GUIDE_PICTURES=<folder>` keeps what it looks
 * like. Without a Chromium the tests are skipped and say so.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guideHtml, guideOf } from '../../src/export/index.js';
import { readCatalogue } from '../../src/node/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { hostileGuide } from '../unit/export/hostile.js';
import { chromiumFlags, findChromium } from './chromium.js';
import { everyNth } from '../extent.js';

const executablePath = findChromium();
const catalogue = readCatalogue(join(import.meta.dirname, '../../examples/catalogue'));
const pictures = process.env['GUIDE_PICTURES'];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

const guides: [name: string, html: string][] = [
  ...[
    ['newborn-jiangxi', 'zh'],
    ['newborn-jiangxi', 'en'],
    ['after-death', 'en'],
    ['restaurant-opening', 'zh'],
  ].map(([bundle = '', locale = '']): [string, string] => [
    `${bundle}-${locale}`,
    guideHtml(guideOf(catalogue, composeBundle(catalogue, bundle), { locale })),
  ]),
  ['hostile', guideHtml(hostileGuide())],
];

let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) {
    console.warn('No Chromium here: the guide is not looked at in a browser. CHROMIUM=<path> names one.');
    return;
  }
  browser = await chromium.launch({ executablePath, args: chromiumFlags });
});

afterAll(async () => {
  if (executablePath !== undefined) await browser.close();
});

/** A page of its own with the guide in it, and everything that it asked the network for or complained about. */
async function open(
  html: string,
  size: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
) {
  const context = await browser.newContext({ viewport: size, colorScheme, bypassCSP: false });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  await page.route('**/*', async (route) => {
    requests.push(route.request().url());
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog')));
  await page.goto('http://localhost/guide.html');
  return { page, requests, complaints, close: () => context.close() };
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which no policy of the page concerns.
  await page.evaluate(axe.source);
  const found = await page.evaluate<{
    wrong: string[];
    passes: number;
  }>(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(
    ({ violations, passes }) => ({
      wrong: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')),
      passes: passes.length,
    }))`);
  expect(found.passes).toBeGreaterThan(20);
  return found.wrong;
}

describe.skipIf(executablePath === undefined).each(everyNth(2, guides))('%s', (name, html) => {
  test.each(Object.entries(sizes))(
    'has no violation of accessibility on a %s, and fits',
    async (device, size) => {
      const { page, requests, complaints, close } = await open(html, size);
      expect(await violations(page)).toEqual([]);
      expect(requests).toEqual(['http://localhost/guide.html']);
      expect(complaints).toEqual([]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(size.width);
      // The policy lets its own style sheet in.
      expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).toBe('992px');
      await keep(`${name}-${device}.png`, () => page.screenshot({ fullPage: true }));
      await close();
    },
  );

  test('in the dark has no violation either', async () => {
    const { page, close } = await open(html, sizes.phone, 'dark');
    expect(await violations(page)).toEqual([]);
    await keep(`${name}-dark.png`, () => page.screenshot({ fullPage: true }));
    await close();
  });

  test('prints on A4', async () => {
    const { page, close } = await open(html, sizes.desktop);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await keep(`${name}.pdf`, () => Promise.resolve(pdf));
    await close();
  });
});

test.skipIf(executablePath === undefined)('hostile titles run nothing and load nothing', async () => {
  const { page, requests, close } = await open(guideHtml(hostileGuide()), sizes.desktop);
  expect(await page.evaluate('"pwned" in globalThis')).toBe(false);
  expect(
    await page.evaluate('document.querySelectorAll("script, img, iframe, object, svg, form").length'),
  ).toBe(0);
  const links = await page.evaluate<string[]>('[...document.links].map(({ protocol }) => protocol)');
  expect(links.filter((protocol) => protocol !== 'http:' && protocol !== 'https:')).toEqual([]);
  expect(requests.length).toBe(1);
  await close();
});

async function keep(name: string, picture: () => Promise<Uint8Array>): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, name), await picture());
}
