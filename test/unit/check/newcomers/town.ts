/** A small sound catalogue, in which each mistake of the corpus is made. */
export const town: Readonly<Record<string, string>> = {
  'catalogue.yaml': `kind: catalogue
id: town
version: 1.0.0
title: { en: Town, zh: 城镇 }
locales: [en, zh]
calendar: working-days
`,
  'working-days.yaml': `kind: calendar
id: working-days
weekend: [6, 7]
holidays:
  - { from: 2026-10-01, days: 7 }
workdays: [2026-10-10]
until: 2026-12-31
`,
  'person.yaml': `kind: subject
id: person
title: { en: Person, zh: 自然人 }
elements:
  name:
    title: { en: Name, zh: 姓名 }
    schema: { type: string, minLength: 1, maxLength: 100 }
  residentId:
    title: { en: Citizen identity number, zh: 公民身份号码 }
    schema: { type: string, format: cn-resident-id }
  sex:
    title: { en: Sex, zh: 性别 }
    schema: { enum: [male, female] }
    labels:
      male: { en: Male, zh: 男 }
      female: { en: Female, zh: 女 }
  maritalStatus:
    title: { en: Marital status, zh: 婚姻状况 }
    schema: { enum: [single, married, other] }
  birthDate:
    title: { en: Date of birth, zh: 出生日期 }
    schema: { type: string, format: date }
  age:
    title: { en: Age, zh: 年龄 }
    schema: { type: integer, minimum: 0, maximum: 150 }
  phone:
    title: { en: Telephone, zh: 联系电话 }
    schema: { type: string, pattern: "^[0-9]{6,15}$" }
  isResident:
    title: { en: Lives in the town, zh: 是否本镇居民 }
    schema: { type: boolean }
`,
  'birth-certificate.yaml': `kind: material
id: birth-certificate
title: { en: Birth certificate, zh: 出生医学证明 }
`,
  'lease.yaml': `kind: material
id: lease
title: { en: Lease, zh: 租赁合同 }
`,
  'property-deed.yaml': `kind: material
id: property-deed
title: { en: Property deed, zh: 不动产权证书 }
`,
  'photograph.yaml': `kind: material
id: photograph
title: { en: Photograph, zh: 照片 }
`,
  'police.yaml': `kind: authority
id: police
title: { en: Police, zh: 公安机关 }
`,
  'hospital.yaml': `kind: authority
id: hospital
title: { en: Hospital, zh: 医院 }
`,
  'register.yaml': `kind: registry
id: population-register
title: { en: Population register, zh: 人口库 }
subject: person
given: [residentId]
gives: [birthDate]
`,
  'certificate.yaml': `kind: block
id: certificate
title: { en: Birth certificate, zh: 出生医学证明签发 }
authority: hospital
roles: { child: person, guardian: person }
inputs:
  - field: child.name
  - field: child.sex
    codes: { male: "1", female: "2" }
  - field: guardian.residentId
outputs:
  - material: birth-certificate
    of: child
time: { promised: 1wd, statutory: 5wd }
channels: [counter]
`,
  'registration.yaml': `kind: block
id: registration
title: { en: Birth registration, zh: 出生登记 }
authority: police
roles: { child: person, guardian: person }
inputs:
  - field: child.name
    schema: { maxLength: 30 }
  - field: guardian.maritalStatus
  - field: guardian.birthDate
  - material: birth-certificate
    of: child
    accept: [upload]
  - anyOf:
      - [ { material: lease, of: guardian } ]
      - [ { material: property-deed, of: guardian } ]
outputs:
  - field: child.residentId
prerequisites:
  - { block: certificate }
eligibility:
  - require: { guardian.isResident: { const: true } }
    otherwise: { en: Only for residents of the town., zh: 仅限本镇居民。 }
time: { promised: 3wd, statutory: 30d }
fee: { amount: 10, currency: CNY, per: child }
channels: [online, counter]
`,
  'allowance.yaml': `kind: block
id: allowance
title: { en: Family allowance, zh: 家庭津贴 }
authority: police
roles: { guardian: person }
inputs:
  - field: guardian.phone
  - field: guardian.age
  - material: photograph
    of: guardian
    optional: true
after: [ registration ]
time: { promised: 2wd }
fee: { amount: 0, currency: CNY }
`,
  'newborn.yaml': `kind: bundle
id: newborn
title: { en: A child is born, zh: 新生儿出生 }
roles:
  child: { type: person, many: { min: 1, max: 4 } }
  mother: person
applicant: mother
known: [ mother.name, mother.residentId ]
registries: [ population-register ]
uses:
  - block: certificate
    with: { guardian: mother }
    each: child
  - block: registration
    with: { guardian: mother }
    each: child
  - block: allowance
    with: { guardian: mother }
    when: { mother.maritalStatus: { const: single } }
target: { within: 10wd }
`,
  'single-mother.yaml': `kind: case
id: single-mother
title: { en: A single mother, zh: 单身母亲 }
bundle: newborn
facts:
  mother.maritalStatus: single
expect:
  eligible: true
  steps: [ "certificate", "registration", allowance ]
  asked: [ child.name ]
  notAsked: [ mother.name ]
`,
};
