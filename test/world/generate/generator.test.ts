import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateCatalogue } from './catalogue.js';

/** Keys of documents that the generator does not write yet, and why. */
const unwritten: Readonly<Record<string, string>> = {
  'block.until':
    'What is owed until a step begins is asked by that step, which the judge does not follow yet.',
  'material.until': 'The same.',
  'material.except': 'A material knows no roles, and so excepts nobody: it is a finding.',
  'catalogue.imports': 'A world is played in one catalogue; imports are joined before anything is composed.',
  'catalogue.$schema': 'For editors; it is written in blocks.',
  'catalogue.description': 'Words for people; they are written in bundles.',
  'catalogue.same': 'An equivalent elsewhere; it is written in blocks.',
  'catalogue.source': 'Where facts come from; it is written in blocks.',
};
/** What every document may carry; written in blocks, in the other kinds a matter of words alone. */
const common = new Set(['$schema', 'title', 'description', 'same', 'source']);
/** Below these stand schemas, conditions and records of names, which are no keys of a document. */
const opaque = new Set([
  'schema',
  'when',
  'except',
  'require',
  'codes',
  'options',
  'labels',
  'elements',
  'roles',
  'with',
  'some',
  'every',
]);
const kinds = ['block', 'bundle', 'registry', 'material', 'authority', 'calendar', 'catalogue', 'subject'];

type Node = Record<string, unknown>;

function publishedKeys(kind: string): Set<string> {
  const schema = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as Node;
  const found = new Set<string>();
  const visit = (node: unknown, seen: readonly unknown[]): void => {
    if (typeof node !== 'object' || node === null || seen.includes(node)) return;
    const path = [...seen, node];
    const { $ref, properties, ...rest } = node as Node;
    if (typeof $ref === 'string' && $ref.startsWith('#/'))
      visit(
        $ref
          .slice(2)
          .split('/')
          .reduce((at: unknown, token) => (at as Node)[token], schema),
        path,
      );
    for (const [key, inner] of Object.entries((properties ?? {}) as Node)) {
      found.add(key);
      if (!opaque.has(key)) visit(inner, path);
    }
    for (const [key, inner] of Object.entries(rest)) {
      if (['$defs', 'if', 'then', 'else', 'not', 'enum', 'const', 'default', 'examples'].includes(key))
        continue;
      if (Array.isArray(inner)) for (const one of inner) visit(one, path);
      else visit(inner, path);
    }
  };
  visit(schema, []);
  return found;
}

function writtenKeys(kind: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      found.add(key);
      if (opaque.has(key) && key !== 'roles' && key !== 'elements') continue;
      visit(inner);
    }
  };
  for (let seed = 1; seed <= 150; seed++)
    for (const document of generateCatalogue(seed).documents) if (document.kind === kind) visit(document);
  return found;
}

describe('the generator of catalogues', () => {
  it.each(kinds)('writes every key of a %s', (kind) => {
    const written = writtenKeys(kind);
    const missing = [...publishedKeys(kind)].filter(
      (key) =>
        !written.has(key) &&
        !(kind !== 'block' && common.has(key)) &&
        unwritten[`${kind}.${key}`] === undefined,
    );
    expect(missing, 'Write the key in test/world/generate, or say above why not.').toEqual([]);
  });

  it('gives the same catalogue for the same seed', () => {
    expect(generateCatalogue(7)).toEqual(generateCatalogue(7));
    expect(generateCatalogue(7)).not.toEqual(generateCatalogue(8));
  });
});
