import type {
  Block,
  BlockUse,
  Bundle,
  BundleRole,
  Condition,
  Document,
  Registry,
  Use,
} from '../../../src/model/index.js';
import type { WorldFile } from '../judge/documents.js';
import { authorities, basis, wholeCommitment, materials, placesOf, someBlock } from './block.js';
import type { Yields } from './block.js';
import { createDice, someCondition, subjects } from './dice.js';
import type { Dice, RoleInScope } from './dice.js';

const words = { en: 'Some words', zh: '一些话' };

/** A catalogue with one bundle, "whole", and what it is made of. */
export interface Generated {
  seed: number;
  documents: Document[];
  files: WorldFile[];
}

/** The same catalogue for the same seed. */
export function generateCatalogue(seed: number): Generated {
  const dice = createDice(seed);
  const hasChildren = dice.chance(0.6);
  const yields: Yields = { by: new Map() };
  const count = 2 + dice.below(3);
  for (let position = 0; position < count; position++) assignYields(dice, yields, position, hasChildren);
  const blocks: Block[] = [];
  const ways = Array.from({ length: count }, () => wayOf(dice, hasChildren));
  for (let position = 0; position < count; position++) {
    const ids = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `block-${from + index}`);
    blocks.push(
      someBlock(dice, {
        id: `block-${position}`,
        position,
        roles: ways[position]!.roles,
        yields,
        earlier: ids(0, position),
        later: ids(position + 1, count),
        always: ids(0, position).filter((_, index) => ways[index]!.always),
      }),
    );
  }
  const bundles = bundlesOf(dice, { blocks, ways, yields, hasChildren });
  const documents: Document[] = [
    ...dictionary(dice),
    ...registriesOf(dice, hasChildren),
    ...blocks,
    ...bundles,
  ];
  return {
    seed,
    documents,
    files: documents.map((document) => ({
      path: document.kind === 'catalogue' ? 'catalogue.json' : `${document.kind}-${document.id}.json`,
      text: JSON.stringify(document, null, 2),
    })),
  };
}

/** How a block is used: with which roles, by its own names, and for each item or not. */
interface Way {
  roles: RoleInScope[];
  with: Record<string, string>;
  each: boolean;
  /** It is done in every situation. */
  always: boolean;
}

function wayOf(dice: Dice, hasChildren: boolean): Way {
  const isRenamed = dice.chance(0.4);
  const person: RoleInScope = { name: isRenamed ? 'who' : 'p', type: 'person', isList: false };
  const each = hasChildren && dice.chance(0.5);
  const child: RoleInScope = { name: 'c', type: 'child', isList: !each };
  return {
    roles: [
      person,
      ...(dice.chance(0.5) ? [{ name: 'h', type: 'place', isList: false }] : []),
      ...(hasChildren && (each || dice.chance(0.3)) ? [child] : []),
    ],
    with: isRenamed ? { who: dice.pick(['p', 'p', 'q']) } : {},
    each,
    always: dice.chance(0.5),
  };
}

function assignYields(dice: Dice, yields: Yields, position: number, hasChildren: boolean): void {
  const free = [
    'person.grade',
    'place.code',
    'place.opened',
    'deed of person',
    'record of place',
    ...(hasChildren ? ['child.grade', 'child.place', 'deed of child'] : []),
  ].filter((key) => !yields.by.has(key));
  for (const key of free) if (dice.chance(0.25)) yields.by.set(key, position);
}

function dictionary(dice: Dice): Document[] {
  return [
    {
      kind: 'catalogue',
      id: 'generated',
      version: '1.0.0',
      title: words,
      locales: ['en', 'zh'],
      ...dice.maybe(0.5, () => ({ calendar: 'days' })),
      ignore: ['answers'],
      checks: { error: [] },
    },
    {
      kind: 'calendar',
      id: 'days',
      title: words,
      weekend: [6, 7],
      holidays: [{ title: words, from: '2026-10-01', days: 7 }],
      workdays: ['2026-10-10'],
      timezone: 'Asia/Shanghai',
      until: '2027-12-31',
      hours: { open: '09:00', close: '17:00' },
    },
    ...authorities.map((id): Document => ({ kind: 'authority', id, title: words, code: id })),
    ...materials.map((id): Document => ({
      kind: 'material',
      id,
      title: words,
      ...dice.maybe(0.3, () => ({ electronic: true, specification: words })),
      ...dice.maybe(0.3, () => ({
        accept: dice.pick([['registry' as const, 'upload' as const], ['upload' as const]]),
      })),
      ...(id === 'deed' ? { files: { types: ['application/pdf', 'image/*'], maxSize: '5MB' } } : {}),
      ...(id === 'consent' ? { accept: [{ commitment: wholeCommitment }] } : {}),
      ...(id === 'proof' ? { accept: ['upload', { deferral: { within: '30d' } }] } : {}),
    })),
    ...Object.entries(subjects).map(([id, elements]): Document => ({
      kind: 'subject',
      id,
      title: words,
      elements: Object.fromEntries(
        Object.entries(elements).map(([name, { schema }]) => [
          name,
          {
            schema,
            title: words,
            description: words,
            ...(name === 'kind' ? { labels: { a: words, b: words, c: words } } : {}),
            ...(name === 'id' ? { message: words } : {}),
            ...(name === 'name' ? { same: `https://example.com/${id}/name` } : {}),
          },
        ]),
      ),
    })),
  ];
}

function registriesOf(dice: Dice, hasChildren: boolean): Registry[] {
  const all: Registry[] = [
    {
      kind: 'registry',
      id: 'people',
      subject: 'person',
      given: ['id'],
      gives: [...dice.some(['name', 'kind', 'count', 'flag'], 0.5), 'birth', { material: 'photo' }],
      authority: 'office',
      fresh: '1d',
      consent: 'person',
    },
    {
      kind: 'registry',
      id: 'places',
      given: ['p.id'],
      gives: ['h.area', ...dice.some(['h.kind', 'h.flag'], 0.5), { material: 'record', of: 'h' }],
    },
    {
      kind: 'registry',
      id: 'ages',
      subject: 'person',
      local: 'age-at',
      options: { at: '2026-09-01' },
      given: ['birth'],
      gives: ['age'],
    },
    {
      kind: 'registry',
      id: 'births',
      subject: 'person',
      local: 'identity-birth-date',
      given: ['resident'],
      gives: ['born'],
    },
    {
      kind: 'registry',
      id: 'sexes',
      subject: 'person',
      local: 'identity-sex',
      given: ['resident'],
      gives: ['sex'],
    },
    { kind: 'registry', id: 'alike', local: 'equal', given: ['p.kind', 'h.kind'], gives: ['h.same'] },
    { kind: 'registry', id: 'totals', local: 'sum', given: ['p.amount', 'h.area'], gives: ['h.total'] },
    {
      kind: 'registry',
      id: 'order',
      local: 'before',
      options: { than: 'today' },
      given: ['p.birth'],
      gives: ['h.earlier'],
    },
  ];
  if (hasChildren)
    all.push(
      {
        kind: 'registry',
        id: 'young',
        subject: 'child',
        given: ['id'],
        gives: ['name', 'born', ...dice.some(['kind', 'flag'], 0.5), { material: 'photo' }],
      },
      { kind: 'registry', id: 'heads', local: 'count', given: ['c.name'], gives: ['h.children'] },
    );
  return all;
}

interface Parts {
  blocks: Block[];
  ways: Way[];
  yields: Yields;
  hasChildren: boolean;
}

function bundlesOf(dice: Dice, { blocks, ways, yields, hasChildren }: Parts): Bundle[] {
  const roles: RoleInScope[] = [
    { name: 'p', type: 'person', isList: false },
    { name: 'h', type: 'place', isList: false },
    ...(hasChildren ? [{ name: 'c', type: 'child', isList: true }] : []),
  ];
  const early = ({ type }: RoleInScope, element: string) => !yields.by.has([type, element].join('.'));
  const conditionFor = (position: number, each: boolean): Condition | undefined =>
    someCondition(
      dice,
      roles.map((role) => (each && role.name === 'c' ? { ...role, isList: false } : role)),
      ({ type }, element) => (yields.by.get([type, element].join('.')) ?? -1) < position,
    );
  const useOf = (position: number, name?: string): BlockUse => {
    const way = ways[position]!;
    const when = !way.always && dice.chance(0.6) ? conditionFor(position, way.each) : undefined;
    return {
      block: blocks[position]!.id,
      ...(name === undefined ? {} : { as: name }),
      ...(Object.keys(way.with).length === 0 ? {} : { with: way.with }),
      ...(way.each ? { each: 'c' } : {}),
      ...(when === undefined ? {} : { when }),
      ...dice.maybe(way.always ? 0 : 0.3, () => ({ choice: true })),
      ...dice.maybe(0.05, () => ({
        places: placesOf(
          dice,
          roles.filter(({ isList }) => !isList),
          () => ({}),
        ),
      })),
    };
  };
  const order = blocks.map((_, position) => position);
  const optional = order.filter((position) => !ways[position]!.always);
  const inner = optional.length > 0 && dice.chance(0.4) ? dice.pick(optional) : undefined;
  if (inner !== undefined && order.length > 1) order.splice(inner, 1);
  const uses: Use[] = order.map((position) => {
    if (ways[position]!.always || !dice.chance(0.3)) return useOf(position);
    const { choice: _, ...first } = useOf(position, `${blocks[position]!.id}-first`);
    const { choice: __, when: ___, ...other } = useOf(position, `${blocks[position]!.id}-other`);
    const when = conditionFor(position, ways[position]!.each);
    return when === undefined ? first : { oneOf: [{ ...first, when }, other] };
  });
  if (inner !== undefined) {
    const isEach = ways[inner]!.each;
    const when = dice.chance(0.3) ? conditionFor(inner, isEach) : undefined;
    uses.push({
      bundle: 'part',
      ...dice.maybe(0.5, () => ({ as: 'within' })),
      ...dice.maybe(0.3, () => ({ choice: true })),
      ...(isEach ? { each: 'c' } : {}),
      ...(when === undefined ? {} : { when }),
    });
  }
  const require = dice.chance(0.15) ? someCondition(dice, roles, early) : undefined;
  const whole: Bundle = {
    kind: 'bundle',
    id: 'whole',
    title: words,
    ...dice.maybe(0.3, () => ({ basis, description: words })),
    roles: rolesOf(dice, hasChildren, someCondition(dice, roles, early)),
    applicant: 'p',
    known: dice.some(['p.id', 'p.name', 'p.flag'], 0.6),
    registries: dice.some(registryIds(hasChildren), 0.6),
    uses,
    ...(require === undefined ? {} : { eligibility: [{ require, otherwise: words, basis }] }),
    ...dice.maybe(0.3, () => ({ target: { within: '90wd' } })),
  };
  return inner === undefined ? [whole] : [whole, partOf(dice, blocks[inner]!, ways[inner]!, hasChildren)];
}

function registryIds(hasChildren: boolean): string[] {
  const ids = ['people', 'places', 'ages', 'births', 'sexes', 'alike', 'totals', 'order'];
  return hasChildren ? [...ids, 'young', 'heads'] : ids;
}

function rolesOf(
  dice: Dice,
  hasChildren: boolean,
  when: Condition | undefined,
): Record<string, string | BundleRole> {
  const least = dice.below(3);
  return {
    p: dice.chance(0.5) ? 'person' : { type: 'person', title: words },
    q: { type: 'person', ...(when !== undefined && dice.chance(0.5) ? { when } : {}) },
    h: 'place',
    ...(hasChildren
      ? {
          c: {
            type: 'child',
            many: { ...(least === 1 ? {} : { min: least }), ...dice.maybe(0.7, () => ({ max: 3 })) },
          },
        }
      : {}),
  };
}

/** A bundle of one block, in which the block has an item for itself where it is used for each. */
function partOf(dice: Dice, block: Block, way: Way, hasChildren: boolean): Bundle {
  const roles: Record<string, string | BundleRole> = { p: 'person', q: 'person', h: 'place' };
  if (hasChildren) roles['c'] = way.each ? 'child' : { type: 'child', many: {} };
  return {
    kind: 'bundle',
    id: 'part',
    roles,
    applicant: 'p',
    uses: [
      {
        block: block.id,
        ...(Object.keys(way.with).length === 0 ? {} : { with: way.with }),
        ...dice.maybe(0.2, () => ({ choice: true })),
      },
    ],
  };
}
