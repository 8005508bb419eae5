/** Two repeated roles with Chinese names, and conditions that look from an item outside and to another role. */
const text = (en: string, zh: string) => ({ en, zh });

export const clan = [
  { kind: 'catalogue', id: 'clan', version: '1.0.0', title: text('Clan', '宗族'), locales: ['en', 'zh'] },
  {
    kind: 'subject',
    id: '成员',
    title: text('Member', '成员'),
    elements: {
      姓名: { title: text('Name', '姓名'), schema: { type: 'string', minLength: 1 } },
      成年: { title: text('Of age?', '是否成年'), schema: { type: 'boolean' } },
      学历: {
        title: text('Schooling', '学历'),
        schema: { enum: ['x', 'y', 'z'] },
        labels: { x: text('None', '无'), y: text('School', '中学'), z: text('University', '大学') },
      },
      职业: { title: text('Trade', '职业'), schema: { type: 'string' } },
      监护: { title: text('Guardian', '监护人'), schema: { type: 'string' } },
      住址: {
        title: text('Address', '住址'),
        schema: {
          type: 'object',
          properties: {
            省: { title: '省份', enum: ['36', '31'] },
            细: { title: '详细地址', type: 'string', minLength: 2 },
          },
          required: ['省', '细'],
        },
      },
      电话: {
        title: text('Phones', '电话'),
        schema: { type: 'array', items: { type: 'string' }, minItems: 1 },
      },
      份额: { title: text('Share', '份额'), schema: { type: 'number', minimum: 0, maximum: 1 } },
    },
  },
  {
    kind: 'subject',
    id: '房产',
    title: text('Property', '房产'),
    elements: {
      地址: { title: text('Place', '坐落'), schema: { type: 'string' } },
      出租: { title: text('Let?', '是否出租'), schema: { type: 'boolean' } },
      租金: { title: text('Rent', '租金'), schema: { type: 'integer', minimum: 0 } },
      抵押: { title: text('Mortgaged?', '是否抵押'), schema: { type: 'boolean' } },
    },
  },
  { kind: 'material', id: '契据', title: text('Deed', '契据'), accept: ['upload'] },
  { kind: 'material', id: '租约', title: text('Lease', '租约'), accept: ['upload', 'commitment'] },
  {
    kind: 'material',
    id: '证明',
    title: text('Certificate', '证明'),
    accept: ['upload', { deferral: { within: '10d' } }],
  },
  {
    kind: 'block',
    id: '登记',
    title: text('Entry', '登记'),
    roles: { 人: '成员', 主: '成员' },
    inputs: [
      { field: '人.姓名' },
      { field: '人.成年' },
      { field: '人.学历', when: { '人.成年': { const: true } } },
      { field: '人.职业', when: { '主.学历': { const: 'z' }, '人.成年': { const: true } } },
      { field: '人.监护', when: { '人.成年': { const: false } } },
      { field: '人.住址', when: { '主.成年': { const: true } } },
      { field: '人.电话', optional: true },
      { field: '主.姓名', schema: { maxLength: 10 } },
      { field: '主.成年' },
      { field: '主.学历' },
      {
        anyOf: [
          [{ material: '证明', of: '人' }],
          [
            { material: '契据', of: '主' },
            { material: '租约', of: '主' },
          ],
        ],
        when: { '人.成年': { const: true } },
      },
    ],
  },
  {
    kind: 'block',
    id: '分产',
    title: text('Division', '分产'),
    roles: { 产: '房产', 主: '成员' },
    inputs: [
      { field: '产.地址' },
      { field: '产.出租' },
      { field: '产.租金', when: { '产.出租': { const: true } } },
      { field: '产.抵押', when: [{ '主.学历': { enum: ['y', 'z'] } }, { '产.出租': { const: false } }] },
      { material: '契据', of: '产' },
      { material: '租约', of: '产', when: { '产.出租': { const: true } } },
    ],
  },
  {
    kind: 'bundle',
    id: 'clan',
    title: text('Clan register', '宗族一件事'),
    roles: {
      主: '成员',
      众: { type: '成员', many: { min: 1, max: 4 } },
      产业: { type: '房产', many: { min: 0, max: 3 } },
    },
    applicant: '主',
    uses: [
      { block: '登记', with: { 人: '众', 主: '主' }, each: '众' },
      { block: '分产', with: { 产: '产业', 主: '主' }, each: '产业' },
    ],
  },
  {
    kind: 'case',
    id: 'clan-large',
    bundle: 'clan',
    facts: {
      '主.成年': true,
      '主.学历': 'z',
      众: [{ 成年: true }, { 成年: false }, { 成年: true }],
      产业: [{ 出租: true }, { 出租: false }],
    },
  },
  {
    kind: 'case',
    id: 'clan-small',
    bundle: 'clan',
    facts: { '主.成年': false, '主.学历': 'x', 众: [{ 成年: false }], 产业: [] },
  },
  {
    kind: 'case',
    id: 'clan-mixed',
    bundle: 'clan',
    facts: { '主.成年': true, '主.学历': 'x', 众: [{ 成年: true }, { 成年: true }], 产业: [{ 出租: true }] },
  },
];
