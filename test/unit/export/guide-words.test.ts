import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { guideHtml, guideMarkdown, guideOf } from '../../../src/export/index.js';
import type { Guide } from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';

/** The guide, in Chinese unless asked otherwise, of a bundle `all` from the documents of a test. */
function guideFrom(documents: readonly string[], locale = 'zh'): Guide {
  const files = [
    'kind: catalogue\nid: c\nversion: 1.0.0',
    'kind: authority\nid: office\ntitle: 公安机关',
    ...documents,
  ];
  const catalogue = loadCatalogue(files.map((text, index) => ({ path: `${index}.yaml`, text })));
  const composition = composeBundle(catalogue, 'all');
  expect(composition.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return guideOf(catalogue, composition, { locale });
}

const subject = (elements: string): string => `kind: subject\nid: person\ntitle: 人\nelements:\n${elements}`;
const block = (id: string, rest: string): string =>
  `kind: block\nid: ${id}\ntitle: ${id}\nauthority: office\nroles: { p: person }\n${rest}`;
const bundle = (uses: string): string =>
  `kind: bundle\nid: all\ntitle: 全部\nroles: { p: { type: person, title: 女方 } }\nuses:\n${uses}`;

describe('a yes-or-no question as a condition in Chinese', () => {
  it.each([
    ['父母是否同一民族', '女方：父母不是同一民族', '女方：父母是同一民族'],
    ['女方是否为现行婚姻关系', '女方不是现行婚姻关系', '女方是现行婚姻关系'],
    ['是否有房产', '女方：没有房产', '女方：有房产'],
    ['是否已经结婚', '女方：未结婚', '女方：已经结婚'],
    ['身份证是否遗失', '女方：身份证未遗失', '女方：身份证已遗失'],
    ['是否邮寄', '女方：不邮寄', '女方：邮寄'],
    ['是否集体户口', '女方：不是集体户口', '女方：是集体户口'],
    // To deny its first part alone would say something else.
    ['是否持有证件且无需变更', '“女方：是否持有证件且无需变更”为“否”', '女方：持有证件且无需变更'],
    ['能否外出', '“女方：能否外出”为“否”', '“女方：能否外出”为“是”'],
  ])('%s', (title, denied, affirmed) => {
    const guide = guideFrom([
      subject(
        `  asked: { title: ${title}, schema: { type: boolean } }\n  name: { title: 姓名, schema: { type: string } }`,
      ),
      block('first', 'inputs: [ { field: p.name, when: { p.asked: { const: false } } } ]'),
      block('second', 'inputs: [ { field: p.asked } ]'),
      bundle('  - block: first\n  - block: second'),
    ]);
    const [group] = guide.information
      .flatMap(({ groups }) => groups)
      .filter(({ when }) => when !== undefined);
    expect(group?.when).toBe(denied);
    const other = guideFrom([
      subject(
        `  asked: { title: ${title}, schema: { type: boolean } }\n  name: { title: 姓名, schema: { type: string } }`,
      ),
      block('first', 'inputs: [ { field: p.name } ]'),
      block('second', 'inputs: [ { field: p.asked } ]'),
      bundle('  - { block: first, when: { p.asked: { const: true } } }\n  - { block: second }'),
    ]);
    expect(other.steps.find(({ title: name }) => name === 'first')?.when).toBe(affirmed);
  });
});

const person =
  subject(`  way: { title: 方式, schema: { enum: [a, b, none] }, labels: { a: 随父, b: 随母, none: 不办 } }
  born: { title: 出生日期, schema: { type: string, format: date } }
  name: { title: 姓名, schema: { type: string } }`);

describe('matters of which only one takes place', () => {
  const documents = [
    person,
    block('one', 'inputs: [ { field: p.name } ]\noutputs: [ { field: p.born } ]'),
    block('two', 'inputs: [ { field: p.name } ]\noutputs: [ { field: p.born } ]'),
    block('last', 'inputs: [ { field: p.born } ]'),
    bundle(`  - { block: one, when: { p.way: { const: a } } }
  - { block: two, when: { p.way: { enum: [b, none] } } }
  - block: last`),
  ];

  it('are alternatives where a question chooses one, and where another waits for either', () => {
    const guide = guideFrom(documents);
    expect(guide.questions[0]?.decides).toContain('办理哪一项：one／two');
    expect(guide.steps.find(({ title }) => title === 'last')?.after).toEqual(['以下之一：one／two']);
    expect(guideFrom(documents, 'en').questions[0]?.decides).toContain('which one takes place: one / two');
  });

  it('are named by their answers where each is done for somebody else than who differs', () => {
    const registration = `kind: block
id: registration
title: 户口登记
authority: office
roles: { child: person, parent: person }
inputs: [ { field: child.name }, { field: parent.name } ]`;
    const guide = guideFrom([
      person,
      registration,
      `kind: bundle
id: all
title: 全部
roles:
  child: { type: person, title: 新生儿, many: { min: 1, max: 3 } }
  mother: { type: person, title: 母亲 }
  father: { type: person, title: 父亲 }
uses:
  - { block: registration, as: by-father, with: { parent: father }, each: child, when: { child.way: { const: a } } }
  - { block: registration, as: by-mother, with: { parent: mother }, each: child, when: { child.way: { const: b } } }`,
    ]);
    expect(guide.steps.map(({ title }) => title).sort()).toEqual(
      ['户口登记（随母）', '户口登记（随父）'].sort(),
    );
    expect(guide.matters).toEqual(['户口登记']);
  });
});

describe('trips', () => {
  it('are the most that one situation takes, with their conditions; what is not stated is told apart', () => {
    const guide = guideFrom([
      person,
      block('one', 'inputs: [ { field: p.name } ]\nchannels: [counter]'),
      block('two', 'inputs: [ { field: p.name } ]\nchannels: [counter]'),
      block(
        'three',
        'inputs: [ { field: p.name } ]\nchannels: [online]\nvariants: [ { when: { p.way: { const: b } }, channels: [counter] } ]',
      ),
      block('four', 'inputs: [ { field: p.name } ]'),
      bundle(`  - { block: one, when: { p.way: { const: a } } }
  - { block: two, when: { p.way: { enum: [b, none] } } }
  - block: three
  - block: four`),
    ]);
    expect(guide.trips).toEqual({
      atMost: 2,
      for: [
        'one（“女方：方式”为“随父”）',
        'three（“女方：方式”为“随母”）',
        'two（“女方：方式”为“随母”或“不办”）',
      ],
      unstated: 1,
      isStated: true,
    });
  });

  it('are left out where no matter says how it is applied for', () => {
    const guide = guideFrom([
      person,
      block('one', 'inputs: [ { field: p.name } ]'),
      bundle('  - block: one'),
    ]);
    expect(guide.trips.isStated).toBe(false);
    expect(guideMarkdown(guide)).not.toContain('**跑动次数');
  });
});

it('fees are a range where the situation decides about them', () => {
  const fee = (id: string, amount: number): string =>
    block(id, `inputs: [ { field: p.name } ]\nfee: { amount: ${amount}, currency: CNY }`);
  const uses = bundle('  - block: one\n  - { block: two, when: { p.way: { const: a } } }');
  expect(guideFrom([person, fee('one', 0), fee('two', 40), uses]).fees?.amounts).toEqual(['0至40元，按情形']);
  expect(guideFrom([person, fee('one', 15), fee('two', 40), uses]).fees?.amounts).toEqual([
    '15至55元，按情形',
  ]);
  expect(guideFrom([person, fee('one', 15), fee('two', 40), uses], 'en').fees?.amounts).toEqual([
    '15 to 55 CNY, by your situation',
  ]);
});

it('a rule reads as its author wrote it, a day as the day itself, a pause with its aside behind the time', () => {
  const text = guideMarkdown(
    guideFrom([
      person,
      block(
        'one',
        `inputs: [ { field: p.name }, { field: p.born } ]
eligibility: [ { require: { p.way: { not: { const: none } } }, otherwise: 仅限已选定方式的 } ]
apply: [ { within: 1mo, after: p.born } ]
pauses: [ { reason: 公示；声明无异议的可免, time: 10wd } ]`,
      ),
      bundle('  - block: one'),
    ]),
  );
  expect(text).toContain('- 仅限已选定方式的\n');
  expect(text).not.toContain('不符合的');
  expect(text).toContain('自出生之日起1个月内');
  expect(text).toContain('不计入时限：公示10个工作日（声明无异议的可免）');
});

it('a page folds what is not needed at once, and carries its plan for machines alone', () => {
  const guide = guideFrom([person, block('one', 'inputs: [ { field: p.name } ]'), bundle('  - block: one')]);
  const html = guideHtml(guide);
  expect(html.match(/<details>/g)).toHaveLength(2);
  expect(html).toContain(`<meta name="onething:plan" content="${guide.plan}">`);
  expect(html.replace(/<meta[^>]*>/g, '')).not.toContain(guide.plan);
  expect(html).not.toMatch(/<h2[^>]*>(?:设定依据|办理结果)/);
});
