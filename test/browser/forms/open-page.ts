import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { chromiumFlags } from '../chromium.js';
import type { Drawing, Look } from './page.js';

/** Scripts of the page itself alone, and no code made at run time. Styles are written by the renderers as they run. */
const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'none'";

/** A page in a browser, and what it complained about. */
export interface OpenedPage {
  page: Page;
  complaints: string[];
  close: () => Promise<void>;
}

/** How a page is opened. */
export interface PageOptions {
  /** No policy holds on it. */
  isLenient?: boolean;
  size?: { width: number; height: number };
}

/** Opens a page with one script, under the policy. */
export async function openPage(
  executablePath: string,
  script: string,
  { isLenient = false, size = { width: 1280, height: 900 } }: PageOptions = {},
): Promise<OpenedPage> {
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage({ viewport: size });
  const complaints: string[] = [];
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
      : route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: isLenient ? {} : { 'content-security-policy': policy },
          body: '<!doctype html><html lang="zh"><title>Form</title><main></main><script src="/page.js"></script></html>',
        }),
  );
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto('http://localhost/form');
  return { page, complaints, close: () => browser.close() };
}

/** A page in a browser that draws forms. */
export interface FormsPage {
  draw: (drawing: Drawing) => Promise<Look & { complaints: string[] }>;
  close: () => Promise<void>;
}

/** Bundles the page that draws forms, and opens it. */
export async function openFormsPage(executablePath: string, options?: PageOptions): Promise<FormsPage> {
  const script = await bundled({ entryPoints: [join(import.meta.dirname, 'page.ts')] });
  const { page, complaints, close } = await openPage(executablePath, script, options);
  return {
    draw: async (drawing) => {
      complaints.length = 0;
      const look = await page.evaluate<Look>(`draw(${JSON.stringify(drawing)})`);
      return { ...look, complaints: [...complaints] };
    },
    close,
  };
}

/** A script for a page, as a host builds it. */
export async function bundled(what: Pick<BuildOptions, 'entryPoints' | 'stdin' | 'alias'>): Promise<string> {
  const { outputFiles } = await build({
    ...what,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [
      {
        // RJSF reaches for its validator by ajv only in its own tests.
        name: 'no-ajv',
        setup: (esbuild) => {
          esbuild.onResolve({ filter: /^@rjsf\/validator-ajv8$/ }, ({ path }) => ({
            path,
            namespace: 'none',
          }));
          esbuild.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {};' }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}
