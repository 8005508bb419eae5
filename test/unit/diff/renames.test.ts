import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../src/model/index.js';
import { base, chain, compare, withBlock, withBundle } from './small-catalogue.js';

const renamed = (id: string, to: string) => (documents: Document[]) =>
  documents.map((one) => (one.id === id ? { ...one, id: to } : one));
const kindsOf = (changes: readonly { kind: string }[]) =>
  [...new Set(changes.map(({ kind }) => kind))].sort();

describe('another id', () => {
  test('of blocks that speak of each other is told as that, and as nothing else', () => {
    const speaking = chain(
      withBlock('second', { after: ['first'], prerequisites: [{ block: 'first' }] }),
      withBundle({ uses: [{ block: 'first' }, { block: 'second', choice: true }] }),
    )(base);
    const { changes, consequences } = compare(
      chain(
        renamed('first', 'beginning'),
        renamed('second', 'end'),
        withBlock('end', { after: ['beginning'], prerequisites: [{ block: 'beginning' }] }),
        withBundle({ uses: [{ block: 'beginning' }, { block: 'end', choice: true }] }),
      ),
      speaking,
    );
    expect(kindsOf(changes)).toEqual(['block-renamed', 'cases-stop', 'step-renamed']);
    expect(
      changes.filter(({ kind }) => kind === 'block-renamed').map(({ before, after }) => [before, after]),
    ).toEqual([
      ['first', 'beginning'],
      ['second', 'end'],
    ]);
    expect(consequences.flatMap(({ figures }) => figures)).toEqual([]);
  });

  test('leaves a step alone that the bundle has named itself', () => {
    const { changes } = compare(
      chain(
        renamed('second', 'end'),
        withBundle({ uses: [{ block: 'first' }, { block: 'end', as: 'then' }] }),
      ),
      withBundle({ uses: [{ block: 'first' }, { block: 'second', as: 'then' }] })(base),
    );
    expect(kindsOf(changes)).toEqual(['block-renamed', 'cases-stop']);
  });

  test('is not guessed where two would fit', () => {
    const twin: Block = {
      kind: 'block',
      id: 'twin',
      roles: { person: 'person' },
      inputs: [{ field: 'person.age' }],
    };
    const { changes } = compare(
      (documents) => [...documents.filter(({ id }) => !id.startsWith('old')), { ...twin, id: 'new-a' }],
      [...base, { ...twin, id: 'old-a' }, { ...twin, id: 'old-b' }],
    );
    expect(kindsOf(changes)).toEqual(['block-added', 'block-removed']);
  });

  test('of a block that says something else is told beside what it says', () => {
    const { changes } = compare(
      chain(
        renamed('second', 'end'),
        withBlock('end', { title: 'Second', channels: ['counter'] }),
        withBundle({ uses: [{ block: 'first' }, { block: 'end' }] }),
      ),
      withBlock('second', { title: 'Second' })(base),
    );
    expect(kindsOf(changes)).toContain('channels-removed');
    expect(kindsOf(changes)).not.toContain('step-added');
  });

  test('is not seen in a block with which nothing but the title is shared', () => {
    const { changes } = compare(
      chain(
        (documents) => documents.filter(({ id }) => id !== 'second'),
        (documents) => [
          ...documents,
          { kind: 'block', id: 'third', title: 'Second', roles: { owner: 'person' }, channels: ['mail'] },
        ],
        withBundle({ uses: [{ block: 'first' }] }),
      ),
      withBlock('second', { title: 'Second' })(base),
    );
    expect(kindsOf(changes)).toContain('block-removed');
    expect(kindsOf(changes)).toContain('block-added');
  });
});
