import { scatter } from '../../../src/base/index.js';
import type { JsonObject } from '../../../src/base/index.js';
import type {
  Accept,
  Act,
  Block,
  Commitment,
  Condition,
  Input,
  Output,
  PassingAct,
  Places,
} from '../../../src/model/index.js';
import { createDice, someCondition, subjects } from './dice.js';
import type { Dice, MayTest, RoleInScope } from './dice.js';

export const materials = ['deed', 'photo', 'record', 'proof', 'consent'];
export const authorities = ['office', 'bureau', 'court'];
export const basis = [{ title: { en: 'The law', zh: '法' }, article: '7', uri: 'https://example.com/law' }];
const words = { en: 'Some words', zh: '一些话' };

/** Who yields what: later blocks take it, earlier ones do not know of it. By field or material of a subject. */
export interface Yields {
  /** "person.grade" or "deed of child" -> the position of the block. */
  by: Map<string, number>;
}

export interface BlockPlan {
  id: string;
  position: number;
  roles: readonly RoleInScope[];
  yields: Yields;
  /** The ids of earlier and of later blocks that are about the same. */
  earlier: readonly string[];
  later: readonly string[];
  /** Those of the earlier ones that are done in every situation. */
  always: readonly string[];
}

/** One block. */
export function someBlock(dice: Dice, plan: BlockPlan): Block {
  const { id, roles, earlier, later, always } = plan;
  const mayTest = mayTake(plan);
  const when = (probability: number): { when?: Condition } => {
    const condition = dice.chance(probability) ? someCondition(dice, roles, mayTest) : undefined;
    return condition === undefined ? {} : { when: condition };
  };
  const require = someCondition(dice, roles, mayTest);
  return {
    kind: 'block',
    id,
    ...dice.maybe(0.5, () => ({ title: { en: id, zh: id }, description: words })),
    ...dice.maybe(0.1, () => ({
      same: 'https://example.com/matter',
      source: ['made up'],
      $schema: 'block.schema.json',
    })),
    ...dice.maybe(0.8, () => ({ authority: dice.pick(authorities), basis })),
    roles: Object.fromEntries(
      roles.map(({ name, type, isList }) => [
        name,
        isList ? { type, many: true } : dice.chance(0.2) ? { type } : type,
      ]),
    ),
    inputs: inputsOf(dice, plan, when),
    outputs: outputsOf(dice, plan, when),
    ...dice.maybe(0.2, () => ({
      results: [
        {
          result: dice.pick(['payment', 'service', 'goods', 'status'] as const),
          title: words,
          by: ['bank' as const],
          ...when(0.5),
        },
      ],
    })),
    ...dice.maybe(0.15, () => applyOf(roles, when)),
    ...dice.maybe(always.length > 0 ? 0.5 : 0, () => ({
      prerequisites: [
        { block: dice.pick(always), ...dice.maybe(0.5, () => ({ because: words, basis })), ...when(0.3) },
      ],
    })),
    ...dice.maybe(earlier.length > 0 ? 0.2 : 0, () => ({
      after: [
        dice.chance(0.5) ? dice.pick(earlier) : { block: dice.pick(earlier), because: words, ...when(0.5) },
      ],
    })),
    ...dice.maybe(later.length > 0 ? 0.15 : 0, () => ({
      before: [
        dice.chance(0.5) ? dice.pick(later) : { block: dice.pick(later), because: words, ...when(0.5) },
      ],
    })),
    ...dice.maybe(require === undefined ? 0 : 0.2, () => ({
      eligibility: [{ require: require!, otherwise: words, ...dice.maybe(0.5, () => ({ basis })) }],
    })),
    ...dice.maybe(0.8, () => ({ time: timeOf(dice) })),
    ...dice.maybe(0.2, () => ({
      pauses: [{ reason: words, time: dice.pick(['2wd', '3d', '5h']), basis, ...when(0.5) }],
    })),
    ...dice.maybe(0.3, () => ({
      fee: {
        amount: dice.pick([0, 10, 2.5]),
        currency: 'CNY',
        ...dice.maybe(0.3, () => ({ per: roles[0]!.name })),
      },
    })),
    ...dice.maybe(0.4, () => ({ channels: dice.pick([['online'], ['counter', 'mail']]) })),
    ...dice.maybe(0.2, () => variantsOf(dice, when)),
    ...dice.maybe(0.15, () => ({ places: placesOf(dice, roles, when) })),
    ...dice.maybe(0.2, () => ({ alone: { forms: 1, steps: 2, trips: 1, time: '4wd' } })),
    ...dice.maybe(0.1, () => ({ onReject: dice.pick(['stop-dependants', 'stop-all'] as const) })),
    ...dice.maybe(0.1, () => ({ compensation: true })),
  };
}

/** What is promised is never longer than the law allows. */
function timeOf(dice: Dice): JsonObject {
  const promised = dice.pick(['0wd', '1wd', '3wd', '48h', '6d']);
  return { promised, ...dice.maybe(0.5, () => ({ statutory: dice.pick(['20wd', '1mo', '60d']) })) };
}

type When = (probability: number) => { when?: Condition };

function applyOf(roles: readonly RoleInScope[], when: When): object {
  const holder = roles.find(({ type, isList }) => type === 'person' && !isList);
  return holder === undefined
    ? {}
    : { apply: [{ within: '1mo', after: [holder.name, 'birth'].join('.'), basis, ...when(0.5) }] };
}

function variantsOf(dice: Dice, when: When): object {
  const stated = when(1);
  return stated.when === undefined
    ? {}
    : { variants: [{ ...stated, time: timeOf(dice), channels: ['counter'], basis }] };
}

/** A field or material may be taken by blocks that come after the one that yields it. */
function mayTake({ position, yields }: BlockPlan): MayTest {
  return ({ type }, element) => (yields.by.get([type, element].join('.')) ?? -1) < position;
}

function inputsOf(dice: Dice, plan: BlockPlan, when: When): Input[] {
  const mayTest = mayTake(plan);
  const inputs: Input[] = [];
  for (const role of plan.roles) {
    for (const element of Object.keys(subjects[role.type]!)) {
      if (!mayTest(role, element) || !dice.chance(0.35)) continue;
      inputs.push({
        field: [role.name, element].join('.'),
        ...dice.maybe(0.2, () => ({ optional: true })),
        ...when(0.15),
        ...dice.maybe(0.2, () => ({ schema: narrowing(role.type, element), message: words })),
        ...dice.maybe(['kind', 'flag'].includes(element) ? 0.3 : 0, () => ({ codes: codesOf(element) })),
        ...dice.maybe(0.1, () => ({ title: words, description: words, basis })),
      });
    }
    if (dice.chance(0.4)) inputs.push({ ...materialOf(dice, plan, role), ...when(0.15) });
  }
  const taken = new Set(inputs.map((input) => ('field' in input ? input.field : '')));
  if (dice.chance(0.35)) inputs.push({ ...anyOf(dice, plan, taken), ...when(0.15) });
  return inputs;
}

function narrowing(type: string, element: string): JsonObject {
  const { schema } = subjects[type]![element]!;
  const kind = (schema as JsonObject)['type'];
  return kind === 'string'
    ? { maxLength: 40 }
    : kind === 'integer'
      ? { minimum: 0 }
      : { not: { type: 'null' } };
}

function codesOf(element: string): JsonObject {
  return element === 'flag' ? { true: 'Y', false: 'N' } : { a: '1', b: '2', c: 3 };
}

function materialOf(dice: Dice, plan: BlockPlan, role: RoleInScope): Exclude<Input, { anyOf: Input[][] }> {
  const allowed = materials.filter(
    (material) => (plan.yields.by.get([material, role.type].join(' of ')) ?? -1) < plan.position,
  );
  const material = dice.pick(allowed.length === 0 ? ['consent'] : allowed);
  return {
    material,
    of: role.name,
    ...dice.maybe(0.2, () => ({ optional: true })),
    ...acceptOf(dice, material, plan, role),
    ...dice.maybe(0.1, () => ({ form: 'copy' as const, copies: 2 })),
  };
}

/** What a block says of the ways itself is never narrower than that one of them is an upload, which all accept. */
function acceptOf(dice: Dice, material: string, plan: BlockPlan, role: RoleInScope): { accept?: Accept[] } {
  // Thrown apart, so that what else a catalogue says stays as it is.
  const own = createDice(Math.floor(1e9 * scatter([plan.id, role.name, material].join(' '))));
  if (material === 'consent')
    return { accept: [own.chance(0.5) ? 'commitment' : { commitment: commitmentOf(own) }] };
  if (material === 'proof') return { accept: ['upload', { deferral: { within: '30d' } }] };
  const except = someCondition(own, plan.roles, mayTake(plan));
  const excepting: Accept =
    except === undefined || own.chance(0.5) ? 'commitment' : { commitment: { ...commitmentOf(own), except } };
  return dice.chance(0.5)
    ? {}
    : {
        accept: dice.pick<Accept[]>([
          ['registry', 'upload'],
          ['upload'],
          ['upload', excepting],
          ['generated'],
        ]),
      };
}

/** All that can be said of a commitment but whom it excepts. */
export const wholeCommitment: Commitment = {
  text: words,
  check: { what: words, within: '20wd', by: 'court' },
  consequence: words,
};

/** What is declared, and mostly who looks at it afterwards. */
function commitmentOf(dice: Dice): Commitment {
  return {
    text: words,
    ...dice.maybe(0.8, () => ({
      check: {
        what: words,
        within: dice.pick(['20wd', '30d'] as const),
        ...dice.maybe(0.5, () => ({ by: dice.pick(authorities) })),
      },
    })),
    consequence: words,
  };
}

function anyOf(dice: Dice, plan: BlockPlan, taken: ReadonlySet<string>): Input {
  const member = () => {
    const role = dice.pick(plan.roles);
    const fields = Object.keys(subjects[role.type]!).filter(
      (element) => mayTake(plan)(role, element) && !taken.has([role.name, element].join('.')),
    );
    if (dice.chance(0.4) && fields.length > 0) return { field: [role.name, dice.pick(fields)].join('.') };
    const { optional: _, ...material } = materialOf(dice, plan, role);
    return material as Input;
  };
  const group = (): Input[] => Array.from({ length: dice.chance(0.3) ? 2 : 1 }, member);
  return {
    anyOf: [group(), group(), ...(dice.chance(0.2) ? [group()] : [])],
    ...dice.maybe(0.1, () => ({ optional: true })),
  };
}

function outputsOf(dice: Dice, { roles, position, yields }: BlockPlan, when: When): Output[] {
  return roles.flatMap((role): Output[] => {
    const own = [...yields.by].filter(([, by]) => by === position).map(([key]) => key);
    return own.flatMap((key): Output[] => {
      const [type, element] = key.split('.');
      const [material, of] = key.split(' of ');
      if (element !== undefined && type === role.type)
        return [
          {
            field: [role.name, element].join('.'),
            ...when(0.2),
            ...dice.maybe(0.3, () => ({ schema: { not: { const: 'none' } } })),
          },
        ];
      if (of === role.type) return [{ material: material!, of: role.name, ...when(0.2) }];
      return [];
    });
  });
}

/** Who collects, accepts, decides and issues, where these are different places. */
export function placesOf(dice: Dice, roles: readonly RoleInScope[], when: When): Places {
  const holder = roles.find(({ isList }) => !isList);
  const act = (): Act => ({
    authority: dice.pick(authorities),
    ...dice.maybe(0.5, () => ({ basis })),
    ...dice.maybe(holder === undefined ? 0 : 0.5, () => ({ at: [holder!.name, 'id'].join('.') })),
  });
  const passing = (): PassingAct => ({
    ...act(),
    by: dice.pick(['electronic', 'mail', 'counter'] as const),
    ...dice.maybe(0.5, () => ({ time: '1wd' })),
  });
  return {
    ...dice.maybe(0.5, () => ({
      collect: dice.chance(0.5) ? passing() : [{ ...passing(), ...when(1) }, passing()],
    })),
    ...dice.maybe(0.5, () => ({ accept: passing() })),
    ...dice.maybe(0.5, () => ({ decide: dice.chance(0.5) ? act() : [act()] })),
    ...dice.maybe(0.5, () => ({ issue: passing() })),
  };
}
