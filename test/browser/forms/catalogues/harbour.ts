/** Berths in a harbour: every shape of value that a person can be asked for. */
const text = (en: string, zh: string) => ({ en, zh });

const countries = Array.from({ length: 60 }, (_, index) => `C${String(index).padStart(2, '0')}`);

export const harbour = [
  {
    kind: 'catalogue',
    id: 'harbour',
    version: '1.0.0',
    title: text('Harbour', '港口'),
    locales: ['en', 'zh'],
  },
  {
    kind: 'subject',
    id: 'skipper',
    title: text('Skipper', '船长'),
    elements: {
      fullName: {
        title: text('Full name', '姓名全称'),
        schema: {
          type: 'object',
          properties: {
            family: { type: 'string', minLength: 1, title: '姓' },
            given: { type: 'string', pattern: '^[^0-9]+$', title: '名' },
            former: {
              type: 'object',
              title: '曾用名',
              properties: { family: { type: 'string', title: '曾用姓' } },
            },
          },
          required: ['family', 'given'],
          additionalProperties: false,
        },
      },
      birthDate: { title: text('Date of birth', '出生日期'), schema: { type: 'string', format: 'date' } },
      wakeTime: { title: text('Earliest call', '最早来电时间'), schema: { type: 'string', format: 'time' } },
      mail: { title: text('E-mail', '电子邮箱'), schema: { type: 'string', format: 'email' } },
      site: { title: text('Web page', '网页'), schema: { type: 'string', format: 'uri' } },
      seen: { title: text('Last sighting', '最近到港'), schema: { type: 'string', format: 'date-time' } },
      nicknames: {
        title: text('Nicknames', '别名'),
        schema: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, maxItems: 3 },
      },
      moorings: {
        title: text('Earlier moorings', '曾泊港口'),
        schema: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            properties: {
              port: {
                title: '港口名',
                oneOf: [
                  { const: 'p1', title: '东港' },
                  { const: 'p2', title: '西港' },
                ],
              },
              nights: { title: '夜数', type: 'integer', minimum: 1 },
              paid: { title: '已付费', type: 'boolean' },
            },
            required: ['port', 'paid'],
          },
        },
      },
      position: {
        title: text('Position', '位置'),
        schema: {
          type: 'array',
          prefixItems: [
            { type: 'number', title: '经度', minimum: -180, maximum: 180 },
            { type: 'string', title: '方位' },
          ],
          items: false,
          minItems: 2,
        },
      },
      flagColour: {
        title: text('Colour of the flag', '旗色'),
        schema: {
          oneOf: [
            { const: 'r', title: '红' },
            { const: 'g', title: '绿' },
            { const: 'b', title: '蓝' },
          ],
        },
      },
      tier: {
        title: text('Tier', '等级'),
        schema: { enum: [1, 2, 3] },
        labels: { '1': text('First', '一级'), '2': text('Second', '二级'), '3': text('Third', '三级') },
      },
      remark: { title: text('Remark', '备注'), schema: { type: ['string', 'null'], maxLength: 20 } },
      guild: {
        title: text('Guild', '行会'),
        schema: { anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] },
        labels: { a: text('Fishers', '渔会'), b: text('Traders', '商会') },
      },
      pledged: { title: text('Pledge made', '已作承诺'), schema: { const: true } },
      insured: { title: text('Insured?', '是否投保'), schema: { type: 'boolean' } },
      crew: {
        title: text('Crew', '船员数'),
        schema: { type: 'integer', multipleOf: 5, minimum: 0, maximum: 50 },
      },
      draught: { title: text('Draught', '吃水'), schema: { type: 'number', exclusiveMinimum: 0 } },
      country: {
        title: text('Country', '国家'),
        schema: { type: 'string', enum: countries },
        labels: Object.fromEntries(
          countries.map((one, index) => [one, text(`Country ${index}`, `国家${index}`)]),
        ),
      },
      permit: {
        title: text('Permit', '许可'),
        schema: {
          $defs: { number: { type: 'string', pattern: '^[A-Z]{2}[0-9]{3}$', title: '编号' } },
          type: 'object',
          properties: {
            number: { $ref: '#/$defs/number' },
            copies: { type: 'array', title: '副本', items: { $ref: '#/$defs/number' } },
          },
          required: ['number'],
        },
      },
      contact: {
        title: text('Contact', '联系方式'),
        schema: {
          type: 'object',
          properties: {
            by: { title: '方式', enum: ['phone', 'post'] },
            number: { title: '电话号', type: 'string' },
            street: { title: '街道', type: 'string' },
          },
          required: ['by'],
          if: { properties: { by: { const: 'phone' } } },
          then: { required: ['number'] },
          else: { required: ['street'] },
        },
      },
      cargo: {
        title: text('Cargo', '货种'),
        schema: { type: 'array', items: { enum: ['f', 'c', 'o'] }, uniqueItems: true, minItems: 1 },
        labels: { f: text('Fish', '鱼'), c: text('Coal', '煤'), o: text('Oil', '油') },
      },
      flagState: {
        title: text('Flag state', '船旗国'),
        schema: { const: 'CN' },
        labels: { CN: text('China', '中国') },
      },
      anything: { title: text('Anything else', '其他说明'), schema: true },
      mark: { title: text('Mark', '标记'), schema: { type: ['string', 'integer'] } },
      track: {
        title: text('Track', '航迹'),
        schema: { type: 'array', items: { type: 'array', items: { type: 'number' }, title: '点' } },
      },
    },
  },
  {
    kind: 'material',
    id: 'hull-picture',
    title: text('Picture of the hull', '船体照片'),
    accept: ['upload', 'commitment', { deferral: { within: '30d' } }],
  },
  {
    kind: 'block',
    id: 'berth',
    title: text('Berth', '泊位申请'),
    roles: { skipper: 'skipper' },
    inputs: [
      ...[
        'fullName',
        'birthDate',
        'wakeTime',
        'mail',
        'nicknames',
        'moorings',
        'position',
        'flagColour',
        'tier',
        'guild',
        'pledged',
        'insured',
        'crew',
        'draught',
        'country',
        'permit',
        'contact',
        'cargo',
        'flagState',
        'anything',
        'mark',
        'track',
      ].map((name) => ({ field: `skipper.${name}` })),
      { field: 'skipper.remark', optional: true },
      { field: 'skipper.seen', optional: true },
      { field: 'skipper.site', when: { 'skipper.insured': { const: true } } },
      { material: 'hull-picture', of: 'skipper' },
    ],
  },
  {
    kind: 'bundle',
    id: 'harbour',
    title: text('A place in the harbour', '入港一件事'),
    roles: { skipper: 'skipper' },
    applicant: 'skipper',
    uses: [{ block: 'berth' }],
  },
  { kind: 'case', id: 'harbour-insured', bundle: 'harbour', facts: { 'skipper.insured': true } },
  { kind: 'case', id: 'harbour-uninsured', bundle: 'harbour', facts: { 'skipper.insured': false } },
];
