import type { Random } from './random.js';

/** An element of a generated subject. */
export interface MadeElement {
  name: string;
  /** The schema, as YAML in one line. */
  schema: string;
  /** The bound of a text, which blocks narrow. */
  maxLength?: number;
  /** The values of a code list or flag, on which conditions rest. */
  values?: readonly (string | boolean)[];
  /** Only some block produces it; nobody asks for it. */
  produced?: boolean;
}

export interface MadeSubject {
  id: string;
  elements: readonly MadeElement[];
}

/** What all blocks of a catalogue share. */
export interface Dictionary {
  person: MadeSubject;
  enterprise: MadeSubject;
  /** What a group of matters is about: a birth, a vehicle, a licence. */
  topics: readonly MadeSubject[];
  materials: readonly string[];
  authorities: readonly string[];
  registries: readonly { id: string; subject: string; given: string; gives: readonly string[] }[];
}

const words =
  'name number address date kind region phone email amount grade area holder agent bank account street village school hospital employer scope capital usage purpose quantity model colour origin place period'.split(
    ' ',
  );
const hanzi =
  '姓名号码地址日期类型地区电话邮箱金额等级面积持有代理银行账户街道村学校医院单位范围资本用途数量型号颜色来源场所期限证照登记户籍';

/** Two to six Chinese characters that differ from number to number. */
export function chineseTitle(seed: number): string {
  let text = '';
  for (
    let rest = seed * 7919 + 104_729, count = 2 + (seed % 5);
    count > 0;
    count--, rest = Math.floor(rest / 7)
  ) {
    text += hanzi[rest % hanzi.length]!;
  }
  return text;
}

/** The dictionary grows far slower than the blocks: 40 topics for a thousand matters, 130 for a hundred thousand. */
export function makeDictionary(blocks: number, random: Random): Dictionary {
  const growth = Math.max(1, Math.log10(blocks / 100));
  const topics = Array.from({ length: Math.round(43 * growth) }, (_, index) =>
    subject(`topic-${index}`, random.between(4, 20), random),
  );
  const person = subject('person', 95, random);
  const enterprise = subject('enterprise', 40, random);
  const keyed = [person, enterprise, ...topics.slice(0, Math.round(25 * growth))];
  return {
    person,
    enterprise,
    topics,
    materials: Array.from({ length: Math.round(160 * growth) }, (_, index) => `material-${index}`),
    authorities: Array.from({ length: Math.round(46 * growth) }, (_, index) => `authority-${index}`),
    registries: keyed.flatMap(({ id, elements }) => {
      const [key, ...others] = elements.filter(({ produced }) => produced !== true).map(({ name }) => name);
      // Persons and enterprises stand in many registers: households, marriages, insurance, taxes, …
      const count = id === 'person' ? 10 : id === 'enterprise' ? 6 : 1;
      return Array.from({ length: count }, (_, index) => ({
        id: `register-${index}-of-${id}`,
        subject: id,
        given: key!,
        gives: random.sample(others, random.between(2, 5)),
      }));
    }),
  };
}

function subject(id: string, count: number, random: Random): MadeSubject {
  const made = Array.from({ length: count }, (_, index) => element(index, random));
  return {
    id,
    elements: [...made, { name: 'result', schema: '{ type: string, maxLength: 40 }', produced: true }],
  };
}

function element(index: number, random: Random): MadeElement {
  const name = `${words[index % words.length]!}${index < words.length ? '' : Math.floor(index / words.length)}`;
  const kind = index === 0 ? 0 : random.next();
  if (kind < 0.5) {
    const maxLength = random.pick([20, 40, 60, 100, 200, 300]);
    return { name, schema: `{ type: string, minLength: 1, maxLength: ${maxLength} }`, maxLength };
  }
  if (kind < 0.62) return { name, schema: '{ type: string, format: date }' };
  if (kind < 0.72)
    return { name, schema: `{ type: integer, minimum: 0, maximum: ${random.between(2, 900)} }` };
  if (kind < 0.86) return { name, schema: '{ type: boolean }', values: [true, false] };
  const values = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].slice(0, random.between(2, 6));
  return { name, schema: `{ enum: [${values.join(', ')}] }`, values };
}
