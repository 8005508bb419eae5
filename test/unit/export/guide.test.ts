import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { guideHtml, guideMarkdown, guideOf } from '../../../src/export/index.js';
import type { Guide } from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';

const common = [
  'kind: catalogue\nid: c\nversion: 1.0.0',
  `kind: subject
id: person
title: Person
elements:
  name: { title: Name, schema: { type: string, minLength: 1 } }
  motherTongue: { title: Mother tongue, schema: { type: string } }
  kind: { title: Kind, schema: { enum: [new, lost] }, labels: { new: First, lost: Lost } }
  age: { title: Age, schema: { type: integer, minimum: 0 } }
  moved: { title: Day of the move, schema: { type: string, format: date } }`,
  'kind: authority\nid: office\ntitle: Office',
  'kind: authority\nid: police\ntitle: Police, north',
  'kind: material\nid: card\ntitle: Card',
  'kind: material\nid: photo\ntitle: Photo',
];

/** The guide of a bundle, from the documents that a test adds to the common ones. */
function guideFrom(...documents: string[]): Guide {
  const files = [...common, ...documents].map((text, index) => ({ path: `${index}.yaml`, text }));
  const catalogue = loadCatalogue(files);
  const composition = composeBundle(catalogue, 'all');
  expect(composition.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return guideOf(catalogue, composition, { locale: 'en' });
}

const bundle = (uses: string, roles = 'owner: { type: person, title: Owner }'): string =>
  `kind: bundle\nid: all\ntitle: All\nroles: { ${roles} }\nuses:\n${uses}`;

const block = (id: string, rest: string): string =>
  `kind: block\nid: ${id}\ntitle: ${id}\nauthority: office\nroles: { owner: person }\n${rest}`;

describe('steps of one title', () => {
  const registration = `kind: block
id: registration
title: Registration
authority: office
roles: { owner: person, guest: person }
inputs: [ { field: owner.name }, { field: guest.name } ]
eligibility: [ { require: { owner.age: { minimum: 18 } }, otherwise: Only for adults. } ]
apply: [ { within: 30d, after: guest.moved } ]`;
  const roles =
    'mother: { type: person, title: Mother }, father: { type: person, title: Father }, guest: { type: person, title: Guest }';
  const uses = `  - { block: registration, as: with-mother, with: { owner: mother }, when: { guest.kind: { const: new } } }
  - { block: registration, as: with-father, with: { owner: father }, when: { guest.kind: { const: lost } } }`;

  it('are told apart by whom they concern, wherever they are named', () => {
    const guide = guideFrom(registration, bundle(uses, roles));
    expect(guide.steps.map(({ title }) => title).sort()).toEqual([
      'Registration (Father)',
      'Registration (Mother)',
    ]);
    expect(guide.questions.flatMap(({ decides }) => decides).join()).toContain(
      'which one takes place: Registration (Father) / Registration (Mother)',
    );
    expect([guide.matters, guide.apply.length]).toEqual([['Registration'], 1]);
  });

  it('say once what they demand alike, and when', () => {
    const guide = guideFrom(registration, bundle(uses, roles));
    // One of the two takes place for everybody.
    expect(guide.eligibility.map(({ matter, when }) => [matter, when])).toEqual([
      ['Registration', undefined],
    ]);
    expect(guideMarkdown(guide)).not.toContain('These rules decide who may apply');
  });

  it('are told apart by who decides, or by a number', () => {
    const one = block('one', 'inputs: [ { field: owner.name } ]').replace('title: one', 'title: Same');
    const two = block('two', 'inputs: [ { field: owner.age } ]').replace('title: two', 'title: Same');
    const plain = bundle('  - { block: one }\n  - { block: two }');
    const titles = (guide: Guide) => guide.steps.map(({ title }) => title);
    expect(titles(guideFrom(one, two, plain))).toEqual(['Same (1)', 'Same (2)']);
    const police = two.replace('authority: office', 'authority: police');
    expect(titles(guideFrom(one, police, plain))).toEqual(['Same (Office)', 'Same (Police, north)']);
    // A list of names that hold a comma is divided by another mark.
    expect(guideMarkdown(guideFrom(one, police, plain))).toContain('Office; Police, north');
  });
});

describe('what cannot happen', () => {
  it('is not listed, though no single condition says so', () => {
    const first = block(
      'first',
      'inputs: [ { field: owner.age } ]\noutputs: [ { material: card, of: owner } ]',
    );
    const guide = guideFrom(
      first,
      first.replaceAll('first', 'second'),
      block('third', 'inputs: [ { material: card, of: owner } ]'),
      bundle(`  - { block: first, when: { owner.age: { maximum: 17 } } }
  - { block: second, when: { owner.age: { minimum: 18 } } }
  - block: third`),
    );
    expect(guide.materials).toEqual([]);
    expect(guide.unneeded.materials.map(({ material }) => material)).toEqual(['Card (Owner)']);
  });

  it('is no part of a condition either: what follows from the rest is left out', () => {
    const guide = guideFrom(
      block(
        'one',
        `inputs: [ { field: owner.kind } ]
time: { promised: 9wd }
variants:
  - { when: { owner.kind: { const: new } }, time: { promised: 3wd } }
  - { when: { owner.kind: { const: lost } }, time: { promised: 5wd }, channels: [counter] }
results: [ { result: payment, title: Allowance, by: [bank], when: { owner.kind: { const: new } } } ]`,
      ),
      bundle('  - block: one'),
    );
    const [step] = guide.steps;
    expect(step?.variants).toEqual([
      { when: '“Owner: Kind” is “First”', promised: '3 working days' },
      { when: '“Owner: Kind” is “Lost”', promised: '5 working days' },
    ]);
    expect(step?.channels).toEqual(['at the counter, if “Owner: Kind” is “Lost”']);
    expect(guide.receives).toEqual([
      { result: 'Allowance, if “Owner: Kind” is “First”', from: 'one', by: ['to a bank account'] },
    ]);
  });
});

describe('materials', () => {
  it('say who issues them, and whether something else is enough', () => {
    const guide = guideFrom(
      block('issue', 'outputs: [ { material: card, of: owner } ]'),
      block(
        'take',
        `inputs:
  - anyOf: [ [ { material: card, of: owner } ], [ { material: photo, of: owner } ] ]`,
      ),
      block('show', 'inputs: [ { material: photo, of: owner, when: { owner.kind: { const: lost } } } ]'),
      bundle('  - block: take\n  - block: show'),
    );
    const told = guide.materials.map(({ material, when, isAlternative, alternativeFor, issuedBy }) => ({
      material,
      when,
      isAlternative,
      alternativeFor,
      issuedBy,
    }));
    expect(told).toEqual([
      {
        material: 'Card (Owner)',
        when: undefined,
        isAlternative: true,
        alternativeFor: undefined,
        issuedBy: ['Office'],
      },
      {
        material: 'Photo (Owner)',
        when: '“Owner: Kind” is “Lost”',
        isAlternative: false,
        alternativeFor: ['take'],
        issuedBy: [],
      },
    ]);
  });
});

it('lists the answers of a question that takes several', () => {
  const guide = guideFrom(
    `kind: subject
id: home
title: Home
elements:
  meters: { title: Meters, schema: { type: array, items: { enum: [gas, water] }, uniqueItems: true }, labels: { gas: Gas, water: Water } }`,
    `kind: block\nid: gas\ntitle: Gas\nroles: { home: home }\ninputs: [ { field: home.meters } ]`,
    `kind: bundle\nid: all\ntitle: All\nroles: { home: home }\nuses: [ { block: gas, when: { home.meters: { contains: { const: gas } } } } ]`,
  );
  expect(guide.questions).toMatchObject([{ answers: ['Gas', 'Water'], isMultiple: true }]);
});

describe('names', () => {
  it('do not say twice whom they are about, unless a longer word only begins alike', () => {
    const roles = 'owner: { type: person, title: Mother }';
    const inputs = 'inputs: [ { field: owner.motherTongue, when: { owner.name: { minLength: 2 } } } ]';
    const words = (title: string) =>
      guideFrom(
        block(
          'one',
          `${inputs}\neligibility: [ { require: { owner.motherTongue: { const: en } }, otherwise: No. } ]`,
        ),
        bundle('  - block: one', roles.replace('Mother', title)),
      ).eligibility.map(({ require }) => require);
    expect(words('Mother')).toEqual(['“Mother tongue” is “en”']);
    expect(words('Moth')).toEqual(['“Moth: Mother tongue” is “en”']);
  });
});

it('has one heading for each part of the HTML page', () => {
  const guide = guideFrom(block('one', 'inputs: [ { field: owner.name } ]'), bundle('  - block: one'));
  const ids = [...guideHtml(guide).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
