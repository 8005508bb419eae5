import { describe, expect, it } from 'vitest';
import { findings, findingsOf, load, person } from './load.js';

const block = (...lines: string[]): string =>
  ['kind: block', 'id: a', 'roles: { child: person }', ...lines].join('\n');
const bundle = (...lines: string[]): string =>
  ['kind: bundle', 'id: a', 'roles: { mother: person }', 'uses: [ { bundle: a } ]', ...lines].join('\n');

describe('what is referred to is there', () => {
  it.each([
    [
      'the subject of a role',
      'kind: block\nid: a\nroles: { child: persn }',
      'catalogue/unknown-reference a.yaml:3:17',
    ],
    [
      'the subject of a role in full',
      'kind: block\nid: a\nroles: { child: { type: persn } }',
      'catalogue/unknown-reference a.yaml:3:25',
    ],
    ['the authority', block('authority: x'), 'catalogue/unknown-reference a.yaml:4:12'],
    [
      'the role of an input',
      block('inputs: [ { field: chidl.name } ]'),
      'catalogue/unknown-role a.yaml:4:20',
    ],
    [
      'the element of an input',
      block('inputs: [ { field: child.nmae } ]'),
      'catalogue/unknown-element a.yaml:4:20',
    ],
    [
      'the material of an input',
      block('inputs: [ { material: m, of: child } ]'),
      'catalogue/unknown-reference a.yaml:4:23',
    ],
    [
      'the element of an alternative',
      block('inputs:', '  - anyOf:', '    - [ { field: child.name } ]', '    - [ { field: child.nmae } ]'),
      'catalogue/unknown-element a.yaml:7:18',
    ],
    [
      'the field of a condition',
      block('inputs: [ { field: child.name, when: { child.nmae: { const: x } } } ]'),
      'catalogue/unknown-element a.yaml:4:40',
    ],
    [
      'the role of a condition in a list',
      block('inputs: [ { field: child.name, when: [ { x.name: true } ] } ]'),
      'catalogue/unknown-role a.yaml:4:42',
    ],
    [
      'a condition on an element of nobody',
      block('inputs: [ { field: child.name, when: { birthDate: true } } ]'),
      'catalogue/not-a-field a.yaml:4:40',
    ],
    ['the role of an output', block('outputs: [ { field: x.name } ]'), 'catalogue/unknown-role a.yaml:4:21'],
    [
      'the material of an output',
      block('outputs: [ { material: m, of: child } ]'),
      'catalogue/unknown-reference a.yaml:4:24',
    ],
    [
      'the condition of an output',
      block('outputs: [ { field: child.name, when: { child.x: true } } ]'),
      'catalogue/unknown-element a.yaml:4:41',
    ],
    ['a prerequisite', block('prerequisites: [ { block: b } ]'), 'catalogue/unknown-reference a.yaml:4:27'],
    ['after', block('after: [b]'), 'catalogue/unknown-reference a.yaml:4:9'],
    ['before, in full', block('before: [ { block: b } ]'), 'catalogue/unknown-reference a.yaml:4:20'],
    [
      'eligibility',
      block('eligibility: [ { require: { child.x: true }, otherwise: no } ]'),
      'catalogue/unknown-element a.yaml:4:29',
    ],
    [
      'a pause',
      block('pauses: [ { reason: x, time: 5d, when: { child.x: true } } ]'),
      'catalogue/unknown-element a.yaml:4:42',
    ],
    [
      'the role of a fee',
      block('fee: { amount: 1, currency: CNY, per: x }'),
      'catalogue/unknown-role a.yaml:4:39',
    ],
    [
      'the block of a use',
      'kind: bundle\nid: a\nroles: {}\nuses: [ { block: b } ]',
      'catalogue/unknown-reference a.yaml:4:18',
    ],
    [
      'the bundle of a use',
      'kind: bundle\nid: a\nroles: {}\nuses: [ { bundle: b } ]',
      'catalogue/unknown-reference a.yaml:4:19',
    ],
    [
      'a use among several',
      'kind: bundle\nid: a\nroles: {}\nuses: [ { oneOf: [ { bundle: a, when: {} }, { block: b } ] } ]',
      'catalogue/unknown-reference a.yaml:4:54',
    ],
    [
      'the role of "each"',
      'kind: bundle\nid: a\nroles: {}\nuses: [ { bundle: a, each: x } ]',
      'catalogue/unknown-role a.yaml:4:28',
    ],
    [
      'the right side of "with"',
      'kind: bundle\nid: a\nroles: { m: person }\nuses: [ { bundle: a, with: { m: x } } ]',
      'catalogue/unknown-role a.yaml:4:33',
    ],
    [
      'the left side of "with"',
      'kind: bundle\nid: a\nroles: { m: person }\nuses: [ { bundle: a, with: { x: m } } ]',
      'catalogue/unknown-binding a.yaml:4:30',
    ],
    ['the applicant', bundle('applicant: x'), 'catalogue/unknown-role a.yaml:5:12'],
    ['what is known', bundle('known: [mother.x]'), 'catalogue/unknown-element a.yaml:5:9'],
    ['a registry', bundle('registries: [x]'), 'catalogue/unknown-reference a.yaml:5:14'],
    [
      'eligibility of a bundle',
      bundle('eligibility: [ { require: { x.y: true }, otherwise: no } ]'),
      'catalogue/unknown-role a.yaml:5:29',
    ],
    [
      'the condition of a role',
      'kind: bundle\nid: a\nroles: { m: person, f: { type: person, when: { m.x: true } } }\nuses: [ { bundle: a } ]',
      'catalogue/unknown-element a.yaml:3:48',
    ],
    [
      'the subject of a registry',
      'kind: registry\nid: a\nsubject: x\ngiven: [y]\ngives: [z]',
      'catalogue/unknown-reference a.yaml:3:10',
    ],
    [
      'the keys of a registry',
      'kind: registry\nid: a\nsubject: person\ngiven: [nmae]\ngives: [birthDate]',
      'catalogue/unknown-element a.yaml:4:9',
    ],
    [
      'the answers of a registry',
      'kind: registry\nid: a\nsubject: person\ngiven: [name]\ngives: [birthDay]',
      'catalogue/unknown-element a.yaml:5:9',
    ],
    [
      'the materials of a registry',
      'kind: registry\nid: a\nsubject: person\ngiven: [name]\ngives: [ { material: m } ]',
      'catalogue/unknown-reference a.yaml:5:22',
    ],
    [
      'a derivation of nobody',
      'kind: registry\nid: a\nlocal: equal\ngiven: [a.b, name]\ngives: [c.d]',
      'catalogue/not-a-field a.yaml:4:14',
    ],
    [
      'the name of a derivation',
      'kind: registry\nid: a\nlocal: eqaul\ngiven: [a.b]\ngives: [c.d]',
      'catalogue/unknown-derivation a.yaml:3:8',
    ],
    [
      'the calendar',
      'kind: catalogue\nid: a\nversion: 1.0.0\ncalendar: x',
      'catalogue/unknown-reference a.yaml:4:11',
    ],
    ['the bundle of a case', 'kind: case\nid: a\nbundle: x', 'catalogue/unknown-reference a.yaml:3:9'],
    [
      'the end of a deferral of a material',
      'kind: material\nid: a\naccept: [ { deferral: { until: x } } ]',
      'catalogue/unknown-reference a.yaml:3:32',
    ],
  ])('%s', (_, text, expected) => {
    expect(findingsOf(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('the condition of a prerequisite, of which the block itself is one', () => {
    const text = block('prerequisites: [ { block: a, when: { x.y: true } } ]');
    expect(findingsOf(text)).toEqual([
      'catalogue/waits-for-itself a.yaml:4:27',
      'catalogue/unknown-role a.yaml:4:38',
    ]);
  });

  it('the facts and answers of a case are about roles and fields of its bundle', () => {
    const lines = findings(
      load({
        'person.yaml': person,
        'b.yaml': 'kind: bundle\nid: b\nroles: { m: person }\nuses: [ { bundle: b } ]',
        'c.yaml':
          'kind: case\nid: c\nbundle: b\nfacts: { m.name: x, m.nmae: y, n.name: z }\nanswers: { m: {}, n: {}, materials: {} }',
      }),
    );
    expect(lines).toEqual([
      'catalogue/unknown-element c.yaml:4:21',
      'catalogue/unknown-role c.yaml:4:32',
      'catalogue/unknown-role c.yaml:5:19',
    ]);
  });

  it('a deferral may end with the name that a bundle gives to a use', () => {
    const material = 'kind: material\nid: m\naccept: [ { deferral: { until: second } } ]';
    const uses = 'kind: bundle\nid: b\nroles: {}\nuses: [ { bundle: b, as: second } ]';
    expect(findings(load({ 'm.yaml': material, 'b.yaml': uses }))).toEqual([]);
  });

  it('a host provides further derivations by name', () => {
    const text = 'kind: registry\nid: a\nlocal: house-distance\ngiven: [a.b]\ngives: [c.d]';
    expect(findingsOf(text)).toEqual(['catalogue/unknown-derivation a.yaml:3:8']);
    expect(findingsOf(text, { derivations: ['house-distance'] })).toEqual([]);
  });

  it('of a role whose subject is missing, that alone is the fault', () => {
    expect(
      findingsOf('kind: block\nid: a\nroles: { c: x }\ninputs: [ { field: c.y }, { field: c.z } ]'),
    ).toEqual(['catalogue/unknown-reference a.yaml:3:13']);
  });
});

describe('suggestions', () => {
  const help = (text: string): string | undefined =>
    load({ 'a.yaml': text, 'person.yaml': person, 'p2.yaml': 'kind: subject\nid: parson\nelements: {}' })
      .diagnostics[0]?.help?.message;

  it.each([
    [
      'up to three, the nearest first',
      'kind: block\nid: a\nroles: { child: persson }',
      'Did you mean "person" or "parson"?',
    ],
    ['a field', block('inputs: [ { field: child.nmae } ]'), 'Did you mean "child.name"?'],
    ['a role', block('inputs: [ { field: chidl.name } ]'), 'Did you mean "child"?'],
    [
      'the roles that there are',
      block('inputs: [ { field: grandfather.name } ]'),
      'The roles here are "child".',
    ],
    [
      'the field of an element',
      block('inputs: [ { field: child.name, when: { birthDate: true } } ]'),
      'Did you mean "child.birthDate"?',
    ],
    [
      'a derivation',
      'kind: registry\nid: a\nlocal: eqaul\ngiven: [a.b]\ngives: [c.d]',
      'Did you mean "equal"?',
    ],
  ])('%s', (_, text, expected) => {
    expect(help(text)).toBe(expected);
  });
});

describe('code lists', () => {
  it.each([
    [
      'a label for a value that is none',
      'kind: subject\nid: a\nelements: { x: { schema: { enum: [p, q] }, labels: { r: R } } }',
      'catalogue/unknown-value a.yaml:3:54',
    ],
    [
      'a label for a boolean',
      'kind: subject\nid: a\nelements: { x: { schema: { type: boolean }, labels: { "true": yes, "no": no } } }',
      'catalogue/unknown-value a.yaml:3:68',
    ],
    [
      'a label for items',
      'kind: subject\nid: a\nelements: { x: { schema: { type: array, items: { enum: [p, 1] } }, labels: { p: P, "1": One, r: R } } }',
      'catalogue/unknown-value a.yaml:3:94',
    ],
    [
      'a code for a value that is none',
      block('inputs: [ { field: child.maritalStatus, codes: { single: "1", married: "2", maried: "3" } } ]'),
      'catalogue/unknown-value a.yaml:4:77',
    ],
    [
      'codes that leave a value out',
      block('inputs: [ { field: child.maritalStatus, codes: { single: "1" } } ]'),
      'catalogue/codes-incomplete a.yaml:4:41',
    ],
    [
      'codes for the values that are left',
      block('inputs: [ { field: child.maritalStatus, schema: { enum: [single] }, codes: { single: "1" } } ]'),
      undefined,
    ],
    ['codes for a text', block('inputs: [ { field: child.name, codes: { x: "1" } } ]'), undefined],
    [
      'a condition on a value that is none',
      block('outputs: [ { field: child.name, when: { child.maritalStatus: { const: maried } } } ]'),
      'catalogue/unknown-value a.yaml:4:71',
    ],
    [
      'a condition on several values',
      block('outputs: [ { field: child.name, when: { child.maritalStatus: { enum: [single, maried] } } } ]'),
      'catalogue/unknown-value a.yaml:4:79',
    ],
    [
      'a negated condition',
      block('outputs: [ { field: child.name, when: { child.maritalStatus: { not: { const: maried } } } } ]'),
      'catalogue/unknown-value a.yaml:4:78',
    ],
    [
      'a value of another type',
      block('outputs: [ { field: child.name, when: { child.name: { const: 12 } } } ]'),
      'catalogue/unknown-value a.yaml:4:62',
    ],
    [
      'a quantified condition',
      block('outputs: [ { field: child.name, when: { some: { child.maritalStatus: { const: maried } } } } ]'),
      'catalogue/unknown-value a.yaml:4:79',
    ],
  ])('%s', (_, text, expected) => {
    expect(findingsOf(text)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('schemas', () => {
  const element = (schema: string): string => `kind: subject\nid: a\nelements:\n  x: { schema: ${schema} }`;

  it.each([
    ['a mistyped keyword', '{ type: string, maxLenght: 3 }', 'schema/unknown-keyword a.yaml:4:32'],
    ['a keyword of an older draft', '{ definitions: { a: true } }', 'schema/unknown-keyword a.yaml:4:18'],
    ['an annotation of its own', '{ x-widget: slider }', undefined],
    ['a type that is none', '{ type: text }', 'schema/malformed a.yaml:4:24'],
    ['a bound that is a text', '{ type: string, maxLength: "3" }', 'schema/malformed a.yaml:4:43'],
    ['a negative length', '{ type: string, minLength: -1 }', 'schema/malformed a.yaml:4:43'],
    ['required as a boolean', '{ type: object, required: true }', 'schema/malformed a.yaml:4:42'],
    [
      'a fault deep within',
      '{ type: object, properties: { a: { items: { type: nmuber } } } }',
      'schema/malformed a.yaml:4:66',
    ],
    [
      'a fault within a list',
      '{ allOf: [ { minimum: 1 }, { minimum: one } ] }',
      'schema/malformed a.yaml:4:54',
    ],
    ['an empty list of schemas', '{ anyOf: [] }', 'schema/malformed a.yaml:4:25'],
    ['a pattern that is none', '{ pattern: "^(1[3-9]$" }', 'schema/pattern a.yaml:4:27'],
    ['a pattern as a name', '{ patternProperties: { "(": true } }', 'schema/pattern a.yaml:4:39'],
    [
      'a pattern that explodes',
      '{ type: string, pattern: "^(a+)+$" }',
      'schema/pattern-explodes a.yaml:4:41',
    ],
    ['a pattern that is slow', '{ type: string, pattern: "a*a*b" }', 'schema/pattern-slow a.yaml:4:41'],
    ['a reference to nothing', '{ $ref: "#/$defs/b", $defs: { a: true } }', 'schema/reference a.yaml:4:24'],
    ['a reference outside', '{ $ref: "https://example.org/x.json" }', 'schema/reference-outside a.yaml:4:24'],
    ['a reference to a file', '{ $ref: "../person.yaml" }', 'schema/reference-outside a.yaml:4:24'],
    [
      'a reference to itself and to names',
      '{ properties: { a: { $ref: "#" }, b: { $ref: "#n" }, c: { $ref: "#/$defs/a%20b" } }, $defs: { "a b": { $anchor: n } } }',
      undefined,
    ],
    [
      'a format that nobody knows',
      '{ type: string, format: cn-residentid }',
      'schema/unknown-format a.yaml:4:40',
    ],
    [
      'a schema that nothing meets',
      '{ type: string, minLength: 5, maxLength: 4 }',
      'schema/empty a.yaml:4:16',
    ],
    [
      'properties called like keywords',
      '{ type: object, properties: { type: { type: string }, pattern: { type: string } } }',
      undefined,
    ],
    [
      'values that look like schemas',
      '{ enum: [ { type: 12, pattern: "(" }, { maxLength: x } ], default: { maxLength: x } }',
      undefined,
    ],
    [
      'properties called like what objects have',
      '{ properties: { __proto__: { type: txt } } }',
      'schema/malformed a.yaml:4:51',
    ],
  ])('%s', (_, schema, expected) => {
    expect(findingsOf(element(schema))).toEqual(expected === undefined ? [] : [expected]);
  });

  it('of inputs, outputs and conditions are looked at as well', () => {
    expect(findingsOf(block('inputs: [ { field: child.name, schema: { maxlength: 3 } } ]'))).toEqual([
      'schema/unknown-keyword a.yaml:4:42',
    ]);
    expect(findingsOf(block('outputs: [ { field: child.name, schema: { type: x } } ]'))).toEqual([
      'schema/malformed a.yaml:4:49',
    ]);
    expect(
      findingsOf(block('outputs: [ { field: child.name, when: { child.name: { type: x } } } ]')),
    ).toEqual(['schema/malformed a.yaml:4:61']);
  });
});

describe('the rest', () => {
  it.each([
    [
      'a promise longer than the law',
      block('time: { statutory: 10d, promised: 30d }'),
      'order/promised-above-statutory a.yaml:4:35',
    ],
    [
      'in other units',
      block('time: { statutory: 5wd, promised: 1mo }'),
      'order/promised-above-statutory a.yaml:4:35',
    ],
    ['a promise within the law', block('time: { statutory: 30d, promised: 20wd }'), undefined],
    [
      'a role called like the materials',
      'kind: block\nid: a\nroles: { materials: person }',
      'catalogue/reserved-role a.yaml:3:10',
    ],
    [
      'a repetition that cannot be',
      'kind: bundle\nid: a\nroles: { c: { type: person, many: { min: 3, max: 2 } } }\nuses: [ { bundle: a } ]',
      'catalogue/out-of-range a.yaml:3:42',
    ],
  ])('%s', (_, text, expected) => {
    expect(findingsOf(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('titles in every locale of the catalogue', () => {
    const lines = findings(
      load({
        'catalogue.yaml': 'kind: catalogue\nid: c\nversion: 1.0.0\nlocales: [zh, en]\ntitle: { zh: 目录 }',
        'm.yaml': 'kind: material\nid: m\ntitle: { en: Lease }',
        'n.yaml': 'kind: material\nid: n\ntitle: Lease',
        's.yaml':
          'kind: subject\nid: s\ntitle: { zh: 人, en: Person }\nelements: { x: { schema: true, title: { en: X } } }',
      }),
    );
    expect(lines).toEqual([
      'catalogue/title-missing-locale catalogue.yaml:5:1',
      'catalogue/title-missing-locale m.yaml:3:1',
      'catalogue/title-missing-locale s.yaml:4:32',
    ]);
  });

  it('an id that stands twice is reported with both places; the first file counts', () => {
    const files = {
      'b/x.yaml': 'kind: material\nid: m\ntitle: two',
      'a/x.yaml': 'kind: material\nid: m\ntitle: one',
    };
    const loaded = load(files);
    expect(findings(loaded)).toEqual(['catalogue/duplicate-id b/x.yaml:2:5']);
    expect(loaded.diagnostics[0]!.related[0]!.at).toMatchObject({
      file: 'a/x.yaml',
      range: { start: { line: 2, column: 5 } },
    });
    expect(loaded.materials.get('m')!.document.title).toBe('one');
  });

  it('the same id for different kinds is fine', () => {
    expect(findings(load({ 'a.yaml': 'kind: material\nid: m', 'b.yaml': 'kind: authority\nid: m' }))).toEqual(
      [],
    );
  });

  it.each(['__proto__', 'constructor', 'toString', '1', '0', 'hasOwnProperty', '出生登记', '_'])(
    '"%s" is an id like any other',
    (name) => {
      const loaded = load({
        's.yaml': `kind: subject\nid: ${JSON.stringify(name)}\nelements: { ${JSON.stringify(name)}: { schema: { type: string } } }`,
        'b.yaml': `kind: block\nid: ${JSON.stringify(name)}\nroles: { ${JSON.stringify(name)}: ${JSON.stringify(name)} }\ninputs: [ { field: "${name}.${name}" } ]`,
        'c.yaml': `kind: bundle\nid: ${JSON.stringify(name)}\nroles: { ${JSON.stringify(name)}: ${JSON.stringify(name)} }\nuses: [ { block: ${JSON.stringify(name)}, with: { ${JSON.stringify(name)}: ${JSON.stringify(name)} } } ]`,
      });
      expect(findings(loaded)).toEqual([]);
      expect(Object.keys(loaded.blocks.get(name)!.document.roles)).toEqual([name]);
      const missing = findingsOf(
        `kind: block\nid: a\nroles: { x: ${JSON.stringify(name)} }\nafter: [${JSON.stringify(name)}]`,
      );
      expect(missing).toHaveLength(2);
    },
  );

  it('the order of the files changes nothing', () => {
    const files = {
      'person.yaml': person,
      'a.yaml': block('inputs: [ { field: child.nmae } ]'),
      'b.yaml': 'kind: material\nid: m',
      'c.yaml': 'kind: material\nid: m',
      'd.yaml': 'kind: material\nid: k',
    };
    const forwards = load(files);
    const backwards = load(Object.fromEntries(Object.entries(files).reverse()));
    expect(JSON.stringify(backwards.diagnostics)).toBe(JSON.stringify(forwards.diagnostics));
    expect([...backwards.materials.keys()]).toEqual(['k', 'm']);
    expect([...forwards.materials.keys()]).toEqual(['k', 'm']);
  });
});
