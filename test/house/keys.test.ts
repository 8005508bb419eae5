import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

/** Ways to cut or build the key of a field or a material by hand. */
const byHand = [
  `export const role = (key: string) => key.slice(0, key.indexOf('.'));`,
  `export const element = (key: string) => key.slice(key.lastIndexOf('.') + 1);`,
  `export const parts = (key: string) => key.split('.');`,
  `export const isField = (key: string) => key.includes('.');`,
  `export const place = (key: string) => key.replace('.', '/');`,
  `export const isMaterial = (key: string) => key.includes(' of ');`,
  `export const material = (key: string) => key.split(' of ');`,
  'export const field = (role: string, name: string) => `${role}.${name}`;',
  'export const ofRole = (key: string, role: string) => key.startsWith(`${role}.`);',
  'export const lease = (material: string, role: string) => `${material} of ${role}`;',
  `export const added = (role: string, name: string) => role + '.' + name;`,
  `export const isChoice = (key: string) => key.startsWith('choices.');`,
];

// Rules that ask for types want a file on disk; this one does not.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function rulesThatRefuse(code: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ ruleId }) => ruleId);
}

// A pure room and a shell: the rules of a pure room must not take the place of these.
describe.each(['compose/bind', 'plan', 'runtime/shell', 'cli/commands'])(
  'a key made by hand in %s',
  (room) => {
    test.each(byHand)('%s', async (code) => {
      expect(await rulesThatRefuse(code, `src/${room}/planted.ts`)).toEqual(['no-restricted-syntax']);
    });
  },
);

test.each([
  'export const said = (count: number, all: number) => `There are ${count} of ${all}.`;',
  'export const ended = (sentence: string) => `Said: ${sentence}.`;',
  `export const shown = (lines: string[]) => lines.join('.');`,
])('a sentence is none: %s', async (code) => {
  expect(await rulesThatRefuse(code, 'src/plan/planted.ts')).toEqual([]);
});
