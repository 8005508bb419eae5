import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import exclusions from './exclusions.json' with { type: 'json' };

/** One group of the official JSON Schema Test Suite: a schema, and instances with the expected verdict. */
export interface Group {
  file: string;
  description: string;
  schema: JsonSchema;
  tests: { description: string; data: JsonValue; valid: boolean }[];
}

export interface Exclusion {
  file: string;
  /** The description of the group; left out: the whole file. */
  group?: string;
  reason: string;
}

/** Groups that take no part, each with its reason. */
export const excluded: readonly Exclusion[] = exclusions;

/** The folder of the suite, from the environment; undefined where it is not set or not there. */
export const suiteFolder: string | undefined = (() => {
  const folder = process.env['JSON_SCHEMA_TEST_SUITE'];
  return folder && existsSync(join(folder, 'tests/draft2020-12')) ? folder : undefined;
})();

export const skipNotice =
  'The official JSON Schema Test Suite is not there: set JSON_SCHEMA_TEST_SUITE to its folder. Its tests are skipped.';

/** All groups of draft 2020-12, by file; `optional/` without the formats, which are tested with them. */
export function loadAll(folder: string): Map<string, Group[]> {
  const base = join(folder, 'tests/draft2020-12');
  const files = [
    ...readdirSync(base).filter((name) => name.endsWith('.json')),
    ...readdirSync(join(base, 'optional'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `optional/${name}`),
  ].sort();
  return new Map(
    files.map((file) => {
      const groups = JSON.parse(readFileSync(join(base, file), 'utf8')) as Omit<Group, 'file'>[];
      return [file, groups.map((group) => ({ ...group, file }))];
    }),
  );
}

/** The groups that take part. */
export function loadSuite(folder: string): Map<string, Group[]> {
  const suite = new Map<string, Group[]>();
  for (const [file, groups] of loadAll(folder)) {
    const kept = groups.filter((group) => !excluded.some((exclusion) => isFor(exclusion, group)));
    if (kept.length > 0) suite.set(file, kept);
  }
  return suite;
}

export function isFor(exclusion: Exclusion, group: Group): boolean {
  return exclusion.file === group.file && (exclusion.group ?? group.description) === group.description;
}
