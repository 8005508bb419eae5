import { loadCatalogue } from '../../../src/catalogue/index.js';
import { diffCatalogues } from '../../../src/diff/index.js';
import type { Block, Bundle, Calendar, CatalogueDiff, Document, Registry } from '../../../src/model/index.js';

const subject: Document = {
  kind: 'subject',
  id: 'person',
  elements: {
    name: { title: 'Name', schema: { type: 'string', minLength: 1, maxLength: 50 } },
    age: { schema: { type: 'integer', minimum: 0, maximum: 130 } },
    grade: { schema: { enum: [1, 2, 3] } },
    born: { schema: { type: 'string', format: 'date' } },
    city: { schema: { enum: ['north', 'south'] } },
  },
};
const paper: Document = { kind: 'material', id: 'paper' };
const proof: Document = { kind: 'material', id: 'proof' };
const office: Document = { kind: 'authority', id: 'office' };
const hall: Document = { kind: 'authority', id: 'hall' };
export const register: Registry = {
  kind: 'registry',
  id: 'register',
  subject: 'person',
  given: ['name'],
  gives: ['age', 'born'],
};
export const derived: Registry = {
  kind: 'registry',
  id: 'derived',
  local: 'age-at',
  given: ['person.born'],
  gives: ['person.age'],
};
export const days: Calendar = { kind: 'calendar', id: 'days', weekend: [6, 7] };
const manifest: Document = { kind: 'catalogue', id: 'town', version: '1.0.0', calendar: 'days' };

export const first: Block = {
  kind: 'block',
  id: 'first',
  authority: 'office',
  roles: { person: 'person' },
  inputs: [{ field: 'person.name' }, { material: 'paper', of: 'person', accept: ['upload', 'commitment'] }],
  outputs: [{ field: 'person.grade' }],
  time: { promised: '5wd' },
  fee: { amount: 5, currency: 'CNY' },
  channels: ['online', 'counter'],
};
export const second: Block = {
  kind: 'block',
  id: 'second',
  roles: { person: 'person' },
  inputs: [{ field: 'person.city' }],
};
export const bundle: Bundle = {
  kind: 'bundle',
  id: 'both',
  roles: { person: 'person' },
  applicant: 'person',
  uses: [{ block: 'first' }, { block: 'second' }],
};
export const base: Document[] = [
  manifest,
  subject,
  paper,
  proof,
  office,
  hall,
  register,
  derived,
  days,
  first,
  second,
  bundle,
];

export function compare(
  change: (documents: Document[]) => Document[],
  from: readonly Document[] = base,
): CatalogueDiff {
  const load = (documents: readonly Document[]) => loadCatalogue([], { documents });
  return diffCatalogues(load(from), load(change(structuredClone(from) as Document[])));
}

export const withBlock = (id: string, edit: Partial<Block>) => (documents: Document[]) =>
  documents.map((one) => (one.kind === 'block' && one.id === id ? { ...one, ...edit } : one));
export const withBundle = (edit: Partial<Bundle>) => (documents: Document[]) =>
  documents.map((one) => (one.kind === 'bundle' ? { ...one, ...edit } : one));
export const replaced = (next: Document) => (documents: Document[]) =>
  documents.map((one) => (one.kind === next.kind && one.id === next.id ? next : one));
export const dropped = (id: string) => (documents: Document[]) => documents.filter((one) => one.id !== id);
export const added =
  (...next: Document[]) =>
  (documents: Document[]) => [...documents, ...next];
export const chain =
  (...edits: ((documents: Document[]) => Document[])[]) =>
  (documents: Document[]) =>
    edits.reduce((so, edit) => edit(so), documents);
export const toBase = () => structuredClone(base);
export const person =
  (edit: (elements: Extract<Document, { kind: 'subject' }>['elements']) => void) =>
  (documents: Document[]) => {
    for (const one of documents) if (one.kind === 'subject') edit(one.elements);
    return documents;
  };
