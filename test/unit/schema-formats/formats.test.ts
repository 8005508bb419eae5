import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFormatTable, defaultFormats } from '../../../src/schema/formats/index.js';
import { patternAutomaton } from '../../../src/schema/patterns/index.js';

const { names } = defaultFormats;

describe('each format', () => {
  test.each(names)('%s: its samples are of it, its pattern holds for them', (name) => {
    const samples = [...defaultFormats.samples(name)];
    expect(samples.length).toBeGreaterThan(3);
    const expression = new RegExp(defaultFormats.pattern(name)!, 'u');
    for (const sample of samples) {
      expect(defaultFormats.validate(name, sample), sample).toBe(true);
      expect(expression.test(sample), sample).toBe(true);
    }
  });

  test.each(names)('%s: its pattern is an automaton, and says it all where it claims so', (name) => {
    const set = patternAutomaton(defaultFormats.pattern(name)!)!;
    const words = [...set.list(300).words];
    expect(words.length).toBeGreaterThan(0);
    if (defaultFormats.isExact(name)) {
      for (const word of words) expect(defaultFormats.validate(name, word), word).toBe(true);
    }
  });
});

describe('relations', () => {
  const texts = names.flatMap((name) => [
    ...[...defaultFormats.samples(name)].slice(0, 60),
    ...patternAutomaton(defaultFormats.pattern(name)!)!.list(60).words,
  ]);
  const all = [
    ...new Set([...texts, 'ab--c.com', 'a@ab--c.com', '"a@b"@c', 'a@[127.0.0.1]', '::', 'xn--a', '例え.jp']),
  ];

  const members = new Map(
    names.map((name) => [name, new Set(all.filter((text) => defaultFormats.validate(name, text)))]),
  );

  test.each(names)('%s: no text refutes a relation', (a) => {
    for (const b of names) {
      const relation = defaultFormats.relation(a, b);
      for (const text of all) {
        const [inA, inB] = [members.get(a)!.has(text), members.get(b)!.has(text)];
        const refuted =
          (relation === 'disjoint' && inA && inB) ||
          (['narrower', 'equal'].includes(relation) && inA && !inB) ||
          (['wider', 'equal'].includes(relation) && inB && !inA);
        if (refuted) expect.fail(`${text} refutes that ${a} is ${relation} to ${b}`);
      }
    }
  });

  test.each([
    ['email', 'idn-email', 'narrower'],
    ['hostname', 'idn-hostname', 'narrower'],
    ['uri', 'uri-reference', 'narrower'],
    ['iri', 'uri', 'wider'],
    ['iri-reference', 'uri', 'wider'],
    ['date', 'date', 'equal'],
    ['date', 'date-time', 'disjoint'],
    ['email', 'date', 'disjoint'],
    ['email', 'uri', 'disjoint'],
    ['ipv4', 'ipv6', 'disjoint'],
    ['uuid', 'date', 'disjoint'],
    ['cn-resident-id', 'date', 'disjoint'],
    ['cn-mobile', 'cn-resident-id', 'disjoint'],
    ['cn-resident-id', 'cn-usci', 'unknown'],
    ['hostname', 'ipv4', 'unknown'],
    ['date', 'made-up', 'unknown'],
  ])('%s to %s: %s', (a, b, relation) => {
    expect(defaultFormats.relation(a, b)).toBe(relation);
  });
});

describe('numbers of persons and organisations in China', () => {
  // The example of GB 11643-1999 and made-up numbers of a province code without a county.
  test.each([
    ['11010519491231002X', { region: '110105', birthDate: '1949-12-31', sex: 'female' }],
    ['440524188001010014', { region: '440524', birthDate: '1880-01-01', sex: 'male' }],
    ['360000202402290125', { region: '360000', birthDate: '2024-02-29', sex: 'female' }],
    ['360000202301010016', { region: '360000', birthDate: '2023-01-01', sex: 'male' }],
    ['360000199912319990', { region: '360000', birthDate: '1999-12-31', sex: 'male' }],
  ])('%s is a resident identity number', (text, facts) => {
    expect(defaultFormats.validate('cn-resident-id', text)).toBe(true);
    expect(defaultFormats.derive('cn-resident-id', text)).toEqual(facts);
  });

  test.each([
    ['110105194912310021', 'the check digit is wrong'],
    ['360000202302300015', 'there is no 30 February'],
    ['11010519491231002x', 'the check character is a capital letter'],
    ['1101051949123100', 'too short'],
  ])('%s is none: %s', (text) => {
    expect(defaultFormats.validate('cn-resident-id', text)).toBe(false);
    expect(defaultFormats.derive('cn-resident-id', text)).toBeUndefined();
  });

  test('one wrong digit or two swapped ones are always noticed (ISO 7064 MOD 11-2)', () => {
    const text = '360000202301010016';
    for (let index = 0; index < 17; index++) {
      for (const digit of '0123456789') {
        if (digit === text[index]) continue;
        const wrong = text.slice(0, index) + digit + text.slice(index + 1);
        expect(defaultFormats.validate('cn-resident-id', wrong), wrong).toBe(false);
      }
      const swapped = text.slice(0, index) + text[index + 1]! + text[index]! + text.slice(index + 2);
      if (swapped !== text) expect(defaultFormats.validate('cn-resident-id', swapped), swapped).toBe(false);
    }
  });

  // GB 32100-2015; the last one is copied all over the web although its check character fails.
  test.each([
    ['91350100M000100Y43', true],
    ['91360000MA00000154', true],
    ['92360100MA12B3C48W', true],
    ['11360000000000123R', true],
    ['91360000MAI0000110', false],
    ['91350100M000100Y4Z', false],
  ])('%s as a unified social credit code: %s', (text, valid) => {
    expect(defaultFormats.validate('cn-usci', text)).toBe(valid);
  });

  test('a code names its region and organisation', () => {
    expect(defaultFormats.derive('cn-usci', '91350100M000100Y43')).toEqual({
      department: '9',
      category: '1',
      region: '350100',
      organisationCode: 'M000100Y-4',
    });
  });
});

test('a host adds formats and replaces them', () => {
  const host = defaultFormats.extend([
    { name: 'case-number', source: 'the host', pattern: '^C[0-9]{4}$', samples: () => ['C0001'] },
    { name: 'date', source: 'the host', pattern: '^today$', samples: () => ['today'] },
  ]);
  expect(host.validate('case-number', 'C1234')).toBe(true);
  expect(host.validate('case-number', 'C12345')).toBe(false);
  expect(host.validate('date', '2024-01-01')).toBe(false);
  expect(host.relation('case-number', 'uuid')).toBe('disjoint');
  expect(defaultFormats.validate('case-number', 'C1234')).toBeUndefined();
  expect(defaultFormats.validate('date', '2024-01-01')).toBe(true);
});

test('an empty table knows nothing', () => {
  const table = createFormatTable([]);
  expect(table.validate('date', 'x')).toBeUndefined();
  expect([...table.samples('date')]).toEqual([]);
  expect(table.relation('date', 'time')).toBe('unknown');
  expect(table.derive('constructor', 'x')).toBeUndefined();
});

const suite = process.env['JSON_SCHEMA_TEST_SUITE'];
const folder = suite ? join(suite, 'tests/draft2020-12/optional/format') : '';

describe.skipIf(!existsSync(folder))(
  'the official suite (skipped where JSON_SCHEMA_TEST_SUITE is not set)',
  () => {
    interface Group {
      schema: { format?: string };
      tests: { description: string; data: unknown; valid: boolean }[];
    }
    const files = existsSync(folder) ? readdirSync(folder) : [];
    test.each(files)('%s', (file) => {
      const groups = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Group[];
      for (const { schema, tests } of groups) {
        for (const { description, data, valid } of tests) {
          if (typeof data !== 'string' || schema.format === undefined) continue;
          expect(defaultFormats.validate(schema.format, data) ?? true, `${description}: ${data}`).toBe(valid);
        }
      }
    });
  },
);

describe('idn-hostname, by RFC 5890 to 5893', () => {
  test.each([
    ['a ligature stands for two letters', '\ufb01re.example', false],
    ['a full-width letter stands for another', '\uff41.example', false],
    ['a capital stands for a small letter', 'Bücher.example', false],
    ['ß is a letter of its own', 'straße.example', true],
    ['a label from right to left holds no letter of the other direction', 'אa', false],
    ['a label does not begin with a digit beside letters from right to left', '0א', false],
    ['nor does any other label of that name', '0.אב', false],
    ['a label from right to left may end with a digit', 'אב1', true],
    ['two kinds of digits do not mix', 'ا١1', false],
    ['a mark after the last letter is no other end', 'אבּ', true],
    ['Syriac letters join around a joiner', 'ܒ\u200cܒ', true],
    ['a letter that joins to the right alone does not', 'ܐ\u200cܒ', false],
    ["N'Ko letters join", 'ߊ\u200cߋ', true],
    ['Latin letters do not join', 'a\u200cb', false],
    ['conjoining Hangul', '\u1100\u1161', false],
    ['what is ignored by default', 'a\u00adb', false],
    ['the same rules hold for A-labels', 'xn--a-zhc', false],
    ['Chinese', '例子.测试', true],
  ])('%s', (_, name, isSound) => {
    expect(defaultFormats.validate('idn-hostname', name)).toBe(isSound);
  });
});
