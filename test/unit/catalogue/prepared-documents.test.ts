import { describe, expect, it } from 'vitest';
import {
  createExcerpts,
  openCatalogue,
  packDocuments,
  readSource,
  unpackDocuments,
} from '../../../src/catalogue/index.js';
import type { OpenCatalogue, SourceDocument } from '../../../src/catalogue/index.js';
import { person } from './load.js';

const block = `kind: block
id: naming
authority: office
roles: { child: person }
inputs:
  - field: child.birthDate
outputs:
  - field: child.name
`;

const files = [
  { path: 'catalogue.yaml', text: 'kind: catalogue\nid: town\nversion: 1.0.0\n' },
  { path: 'person.yaml', text: person },
  { path: 'office.yaml', text: 'kind: authority\nid: office\n' },
  { path: 'naming.yaml', text: block },
];

/** The files as another thread hands them over, and the names of those that were read again. */
function handedOver(texts = files): { documents: SourceDocument[]; again: string[] } {
  const again: string[] = [];
  const batch = structuredClone(packDocuments(texts.map((file) => readSource(file))));
  const documents = unpackDocuments(batch, (file) => {
    again.push(file);
    return texts.find(({ path }) => path === file);
  });
  return { documents, again };
}

function opened(documents: readonly SourceDocument[]): OpenCatalogue {
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const placeholders = files.map(({ path }) => ({ path, text: '' }));
  return openCatalogue(placeholders, { read: ({ path }) => byFile.get(path) });
}

describe('documents that were read by another thread', () => {
  it('are not read again where nothing is found in them', () => {
    const { documents, again } = handedOver();
    const checking = opened(documents).check();
    let step = checking.next();
    while (step.done !== true) step = checking.next();
    expect(step.value.diagnostics).toEqual([]);
    expect(step.value.id).toBe('town');
    expect(again).toEqual([]);
  });

  it('are read again, and no others, where something is found', () => {
    const spoilt = files.map((file) =>
      file.path === 'naming.yaml' ? { ...file, text: block.replace('office', 'harbour') } : file,
    );
    const { documents, again } = handedOver(spoilt);
    const checking = opened(documents).check();
    let step = checking.next();
    while (step.done !== true) step = checking.next();
    expect(step.value.diagnostics.map(({ code, at }) => [code, at.range?.start.line])).toEqual([
      ['catalogue/unknown-reference', 3],
    ]);
    expect(again).toEqual(['naming.yaml']);
  });

  it('say what they yield, and go on to a third thread as they came', () => {
    const { documents } = handedOver();
    expect([...opened(documents).yielders()]).toEqual([['person.name', 'naming']]);
    const further = unpackDocuments(structuredClone(packDocuments(documents)), () => undefined);
    expect(further.map(({ file, document }) => [file, document])).toEqual(
      files.map((file) => [file.path, readSource(file).document]),
    );
    const isOwn = ({ kind }: SourceDocument) => kind === 'block';
    const excerpt = createExcerpts({
      documents: further.filter((document) => !isOwn(document)),
      manifest: 'catalogue.yaml',
      yielderOf: () => undefined,
    })(further.filter(isOwn));
    expect(excerpt.id).toBe('town');
    expect([...excerpt.blocks.keys(), ...excerpt.subjects.keys()]).toEqual(['naming', 'person']);
    expect(excerpt.blocks.get('naming')!.document.authority).toBe('office');
  });
});
