import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
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

  it('points out nothing in the dictionary of the examples, and three of four planted names', () => {
    const catalogue = readCatalogue('examples/catalogue');
    const known = findNearDuplicates(catalogue).map(({ args }) => `${args['one']} ${args['other']}`);
    expect(known).toEqual([]);

    const planted = JSON.parse(readFileSync('bench/near-duplicates/labelled.json', 'utf8')) as Planted[];
    let found = 0;
    const wrong: string[] = [];
    for (const { subject: id, of, id: name, zh, en, schema } of planted) {
      const entry = catalogue.subjects.get(id)!;
      const { elements } = entry.document;
      const added = { title: { zh, en }, schema: schema ?? elements[of]!.schema };
      const document = { ...entry.document, elements: { ...elements, [name]: added } };
      const subjects = new Map([...catalogue.subjects, [id, { ...entry, document } as typeof entry]]);
      for (const { args } of findNearDuplicates({ ...catalogue, subjects, materials: new Map() })) {
        if (args['one'] === of && args['other'] === name) found++;
        else wrong.push(`${args['one']} ${args['other']}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(found / planted.length).toBeGreaterThan(0.74);
  });
});
