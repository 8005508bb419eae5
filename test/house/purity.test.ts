import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { pureRooms } from './floors.js';

/** What a pure room must not do, and the rule of eslint.config.js that refuses it. */
const impure: [code: string, rule: string][] = [
  ['export const now = () => Date.now();', 'no-restricted-properties'],
  ['export const now = () => new Date();', 'no-restricted-syntax'],
  ['export const now = () => performance.now();', 'no-restricted-globals'],
  ['export const zone = (date: Date) => date.getTimezoneOffset();', 'no-restricted-syntax'],
  ['export const luck = () => Math.random();', 'no-restricted-properties'],
  ['export const id = () => crypto.randomUUID();', 'no-restricted-globals'],
  ['export const home = () => process.env.HOME;', 'no-restricted-globals'],
  ['export const later = (run: () => void) => setTimeout(run, 1);', 'no-restricted-globals'],
  ['export const page = () => fetch("x");', 'no-restricted-globals'],
];

// Rules that ask for types want a file on disk; the rules of purity do not.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function rulesThatRefuse(code: string, folder: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: `src/${folder}/planted.ts` });
  return result!.messages.map(({ ruleId }) => ruleId);
}

describe.each(pureRooms)('an impure file in %s', (room) => {
  test.each(impure)('%s', async (code, rule) => {
    expect(await rulesThatRefuse(code, room)).toContain(rule);
  });
});

test('a shell has a clock', async () => {
  expect(await rulesThatRefuse('export const now = () => Date.now();', 'node')).toEqual([]);
});
