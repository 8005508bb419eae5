import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { LoadedCatalogue } from '../../../src/catalogue/index.js';
import type { JsonSchema } from '../../../src/base/index.js';
import { likeEnough, NameComparison } from '../../../src/check/name-comparison.js';
import type { Named } from '../../../src/check/name-comparison.js';
import { findNearDuplicates } from '../../../src/check/near-duplicates.js';
import { readCatalogue } from '../../../src/node/index.js';

const subject = (id: string, elements: string) => ({
  path: `${id}.yaml`,
  text: `kind: subject\nid: ${id}\nelements:\n${elements}\n`,
});
const element = (id: string, zh: string, en: string, schema = '{ type: string, maxLength: 40 }') =>
  `  ${id}: { title: { zh: ${zh}, en: ${en} }, schema: ${schema} }`;
const pairs = (...files: { path: string; text: string }[]) =>
  findNearDuplicates(loadCatalogue(files)).map(({ args }) => `${args['one']} ${args['other']}`);
const within = (...elements: string[]) => pairs(subject('person', elements.join('\n')));

interface Planted {
  subject: string;
  of: string;
  id: string;
  zh: string;
  en: string;
  schema?: object;
}

let examples: LoadedCatalogue | undefined;

describe('the search for near duplicates', () => {
  it('finds one element under two names, and says where both stand', () => {
    const text = [
      element(
        'idNumber',
        '公民身份号码',
        'Citizen identity number',
        '{ type: string, format: cn-resident-id }',
      ),
      element(
        'idCard',
        '公民身份证号码',
        'Identity number',
        '{ type: string, minLength: 18, maxLength: 18 }',
      ),
      element('name', '姓名', 'Name'),
    ].join('\n');
    const [finding, ...others] = findNearDuplicates(loadCatalogue([subject('person', text)]));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'catalogue/like-elements',
      severity: 'hint',
      args: { subject: 'person', one: 'idNumber', other: 'idCard' },
      at: { pointer: '/elements/idCard', on: 'key', range: { start: { line: 5 } } },
      related: [{ at: { pointer: '/elements/idNumber', range: { start: { line: 4 } } } }],
    });
  });

  it.each([
    [
      'the two ends of a time',
      element('from', '开始日期', 'Start date'),
      element('until', '结束日期', 'End date'),
    ],
    ['old and new', element('oldName', '原名称', 'Old name'), element('newName', '新名称', 'New name')],
    ['two places', element('province', '所在省', 'Province'), element('city', '所在市', 'City')],
    [
      'one that is of a special kind',
      element('certificateNumber', '产权证号', 'Certificate number'),
      element('newCertificateNumber', '新产权证号', 'New certificate number'),
    ],
    [
      'numbered ones',
      element('line1', '地址第一行', 'Address line'),
      element('line2', '地址第二行', 'Address line'),
    ],
    [
      'another unit',
      element('price', '价格（元）', 'Price (yuan)', '{ type: number }'),
      element('priceInTens', '价格（万元）', 'Price (ten thousand yuan)', '{ type: number }'),
    ],
    [
      'another type',
      element('date', '死亡日期', 'Date of death', '{ type: string, format: date }'),
      element('deathDate', '死亡日期', 'Date of death', '{ type: integer }'),
    ],
    [
      'another code list',
      element('kind', '业务类别', 'Kind of business', '{ enum: [a, b, c] }'),
      element('businessKind', '业务类别', 'Kind of business', '{ enum: [x, y, c] }'),
    ],
  ])('leaves alone what differs on purpose: %s', (_, one, other) => {
    expect(within(one, other, element('name', '姓名', 'Name'))).toEqual([]);
  });

  it('never compares elements of two subjects: roles are different persons', () => {
    const idNumber = element('idNumber', '公民身份号码', 'Citizen identity number');
    const idCard = element('idCard', '公民身份号码', 'Citizen identity number');
    expect(pairs(subject('mother', idNumber), subject('child', idCard))).toEqual([]);
    expect(within(idNumber, idCard)).toEqual(['idNumber idCard']);
  });

  it('finds one material under two names', () => {
    const material = (id: string, zh: string, en: string) => ({
      path: `${id}.yaml`,
      text: `kind: material\nid: ${id}\ntitle: { zh: ${zh}, en: ${en} }\n`,
    });
    expect(
      pairs(
        material('id-card', '居民身份证', 'Resident ID card'),
        material('resident-card', '居民身份证', 'Resident identity card'),
        material('birth-certificate', '出生医学证明', 'Birth certificate'),
        material('death-certificate', '死亡医学证明', 'Death certificate'),
        material('certificate-1', '证书之一', 'Certificate 1'),
        material('certificate-2', '证书之二', 'Certificate 2'),
      ),
    ).toEqual(['id-card resident-card']);
  });

  it('takes abbreviations, spellings and a word for how a thing is written down as the same name', () => {
    const pairsOf = [
      ['invoiceNo', '发票号码', 'Invoice no.', 'invoiceNumber', '发票编号', 'Number of the invoice'],
      ['colour', '颜色', 'Colour', 'color', '颜色', 'Color'],
      ['weeksOfStay', '住院周数', 'Weeks of stay', 'stayWeeks', '住院周', 'Stay in weeks'],
      ['schooling', '文化程度', 'Schooling', 'schoolingLevel', '学历', 'Level of schooling'],
    ];
    for (const [a = '', zhA = '', enA = '', b = '', zhB = '', enB = ''] of pairsOf) {
      expect(within(element(a, zhA, enA), element(b, zhB, enB), element('name', '姓名', 'Name'))).toEqual([
        `${a} ${b}`,
      ]);
    }
  });

  it.each([
    ['labelled', 0.87],
    ['held-out', 0.74],
  ])(
    'points out nothing in the dictionary of the examples, and most names that are planted: %s',
    (file, least) => {
      const catalogue = (examples ??= readCatalogue('examples/catalogue'));
      const known = findNearDuplicates(catalogue).map(({ args }) => `${args['one']} ${args['other']}`);
      expect(known).toEqual([]);

      const planted = JSON.parse(readFileSync(`bench/near-duplicates/${file}.json`, 'utf8')) as Planted[];
      const dictionary = [...catalogue.subjects].map(([id, { document }]) => ({
        subject: id,
        elements: Object.entries(document.elements).map(([name, { title, schema }]): Named => ({
          id: name,
          title,
          schema,
        })),
      }));
      const comparison = new NameComparison(dictionary.flatMap(({ elements }) => elements));
      let found = 0;
      const wrong: string[] = [];
      for (const { subject: id, of, id: name, zh, en, schema } of planted) {
        const { elements } = dictionary.find((one) => one.subject === id)!;
        const original = elements.find((one) => one.id === of)!;
        const added: Named = {
          id: name,
          title: { zh, en },
          schema: (schema ?? original.schema!) as JsonSchema,
        };
        for (const one of elements) {
          if (comparison.score(one, added) < likeEnough) continue;
          if (one === original) found++;
          else wrong.push(`${one.id} ${name}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(found / planted.length).toBeGreaterThan(least);
    },
  );
});

describe('a field under another name than the dictionary has', () => {
  const block = (field: string) => ({
    path: 'block.yaml',
    text: `kind: block\nid: one\ntitle: { zh: 一, en: One }\nroles: { mother: person }\ninputs: [ { field: ${field} } ]\n`,
  });
  const person = subject(
    'person',
    [element('idNumber', '公民身份号码', 'Citizen identity number'), element('name', '姓名', 'Name')].join(
      '\n',
    ),
  );
  const fixesOf = (field: string) =>
    loadCatalogue([person, block(field)])
      .diagnostics.filter(({ code }) => code === 'catalogue/unknown-element')
      .flatMap(({ fixes = [] }) => fixes.flatMap(({ edits }) => edits.map(({ text }) => text)));

  it('is renamed to the shared element where that has the same words', () => {
    expect(fixesOf('mother.idNo')).toEqual(['mother.idNumber']);
    expect(fixesOf('mother.numberOfId')).toEqual(['mother.idNumber']);
  });

  it('is left to people where the words say something else', () => {
    expect(fixesOf('mother.passportNumber')).toEqual([]);
  });
});
