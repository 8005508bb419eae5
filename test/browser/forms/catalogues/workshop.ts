/** Alternatives within alternatives, choices, codes of authorities, values of registries, a later form, names like members of objects. */
const text = (en: string, zh: string) => ({ en, zh });

export const workshop = [
  {
    kind: 'catalogue',
    id: 'workshop',
    version: '1.0.0',
    title: text('Workshop', '作坊'),
    locales: ['en', 'zh'],
  },
  {
    kind: 'subject',
    id: 'owner',
    title: text('Owner', '业主'),
    elements: {
      idNumber: {
        title: text('Identity number', '证件号'),
        schema: { type: 'string', pattern: '^[0-9]{6}$' },
      },
      name: { title: text('Name', '姓名'), schema: { type: 'string' } },
      sex: {
        title: text('Sex', '性别'),
        schema: { enum: ['male', 'female'] },
        labels: { male: text('Male', '男'), female: text('Female', '女') },
      },
      constructor: { title: text('Builder', '建造者'), schema: { type: 'string' } },
      '007': { title: text('Number seven', '七号'), schema: { type: 'string' } },
      trades: {
        title: text('Trades', '工种'),
        schema: {
          type: 'array',
          items: {
            oneOf: [
              { const: 1, title: '木工' },
              { const: 2, title: '铁工' },
            ],
          },
          minItems: 1,
        },
      },
      loud: { title: text('Loud?', '是否有噪声'), schema: { type: 'boolean' } },
      hours: {
        title: text('Hours', '作业时段'),
        schema: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              from: { type: 'string', format: 'time', title: '起' },
              to: { type: 'string', format: 'time', title: '止' },
            },
            required: ['from', 'to'],
          },
          minItems: 1,
        },
      },
      size: {
        title: text('Size', '面积'),
        schema: { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'unknown' }] },
      },
      area: { title: text('Area', '区域'), schema: { type: 'string', enum: ['n', 's'], title: 'raw' } },
      grade: { title: text('Grade', '级别'), schema: { enum: ['a', 'b'] } },
    },
  },
  { kind: 'material', id: 'plan', title: text('Plan', '平面图'), accept: ['upload'] },
  { kind: 'material', id: 'lease', title: text('Lease', '租赁合同'), accept: ['upload', 'commitment'] },
  { kind: 'material', id: 'deed', title: text('Deed', '产权证'), accept: ['registry', 'upload'] },
  { kind: 'material', id: 'consent', title: text('Consent', '同意书'), accept: ['commitment'] },
  {
    kind: 'registry',
    id: 'people',
    title: text('People', '人口库'),
    subject: 'owner',
    given: ['idNumber'],
    gives: ['name', 'sex'],
  },
  {
    kind: 'block',
    id: 'opening',
    title: text('Opening', '开办'),
    roles: { owner: 'owner' },
    inputs: [
      { field: 'owner.idNumber' },
      { field: 'owner.name' },
      { field: 'owner.sex', codes: { male: '1', female: '2' } },
      { field: 'owner.constructor' },
      { field: 'owner.007' },
      { field: 'owner.trades' },
      { field: 'owner.loud' },
      { field: 'owner.size' },
      { field: 'owner.area' },
      { material: 'plan', of: 'owner' },
      {
        anyOf: [
          [{ material: 'deed', of: 'owner' }],
          [
            { material: 'lease', of: 'owner' },
            { anyOf: [[{ material: 'consent', of: 'owner' }], [{ field: 'owner.grade' }]] },
          ],
        ],
      },
    ],
  },
  {
    kind: 'block',
    id: 'noise',
    title: text('Noise', '噪声备案'),
    roles: { owner: 'owner' },
    inputs: [{ field: 'owner.hours' }, { field: 'owner.name' }],
  },
  {
    kind: 'block',
    id: 'sign',
    title: text('Sign', '招牌'),
    roles: { owner: 'owner' },
    inputs: [{ field: 'owner.name', schema: { maxLength: 8 } }],
  },
  {
    kind: 'bundle',
    id: 'workshop',
    title: text('Open a workshop', '开作坊一件事'),
    roles: { owner: 'owner' },
    applicant: 'owner',
    known: ['owner.idNumber'],
    registries: ['people'],
    uses: [
      { block: 'opening' },
      { block: 'noise', when: { 'owner.loud': { const: true } } },
      { block: 'sign', choice: true },
    ],
  },
  {
    kind: 'case',
    id: 'workshop-loud',
    bundle: 'workshop',
    facts: { 'owner.loud': true },
    choices: { sign: true },
  },
  {
    kind: 'case',
    id: 'workshop-quiet',
    bundle: 'workshop',
    facts: { 'owner.loud': false },
    choices: { sign: false },
  },
];
