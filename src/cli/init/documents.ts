/**
 * The documents of a first catalogue: somebody gets a dog. Everything in it is invented. It shows what a catalogue is
 * for: the vaccination yields a certificate that the registration takes, so that nobody is asked for it, unless the dog
 * was vaccinated before; the name comes from a register; one matter is left to choice.
 */
export const firstDocuments: Readonly<Record<string, string>> = {
  'subjects/person.yaml': `kind: subject
id: person
title: { en: Person, zh: 自然人 }
elements:
  name: { title: { en: Name, zh: 姓名 }, schema: { type: string, minLength: 1, maxLength: 100 } }
  idNumber: { title: { en: Identity number, zh: 身份号码 }, schema: { type: string, minLength: 6, maxLength: 20 } }
  phone: { title: { en: Mobile number, zh: 手机号码 }, schema: { type: string, minLength: 5, maxLength: 20 } }
`,
  'subjects/dog.yaml': `kind: subject
id: dog
title: { en: Dog, zh: 犬只 }
elements:
  name: { title: { en: Name of the dog, zh: 犬名 }, schema: { type: string, minLength: 1, maxLength: 50 } }
  size:
    title: { en: How big does it get?, zh: 成年体型 }
    schema: { enum: [small, large] }
    labels: { small: { en: below 40 cm, zh: 40厘米以下 }, large: { en: 40 cm or more, zh: 40厘米及以上 } }
  vaccinated: { title: { en: Is it vaccinated against rabies?, zh: 是否已接种狂犬病疫苗 }, schema: { type: boolean } }
  chipNumber: { title: { en: Number of the chip, zh: 芯片号 }, schema: { type: string, minLength: 1, maxLength: 15 } }
`,
  'materials/vaccination-certificate.yaml': `kind: material
id: vaccination-certificate
title: { en: Vaccination certificate, zh: 免疫证明 }
`,
  'materials/dog-photo.yaml': `kind: material
id: dog-photo
title: { en: Photo of the dog, zh: 犬只照片 }
specification: { en: "the whole dog from the side, in colour", zh: 彩色全身侧面照 }
`,
  'materials/liability-policy.yaml': `kind: material
id: liability-policy
title: { en: Liability insurance policy, zh: 责任保险单 }
`,
  'materials/dog-tag.yaml': `kind: material
id: dog-tag
title: { en: Dog tag, zh: 犬牌 }
`,
  'authorities/veterinary-office.yaml': `kind: authority
id: veterinary-office
title: { en: Veterinary office, zh: 动物防疫站 }
`,
  'authorities/police.yaml': `kind: authority
id: police
title: { en: Police, zh: 公安 }
`,
  'authorities/parks.yaml': `kind: authority
id: parks
title: { en: Parks department, zh: 园林 }
`,
  'registries/identity-register.yaml': `# Something that answers without asking the applicant.
kind: registry
id: identity-register
title: { en: Register of identities, zh: 人口库 }
subject: person
given: [idNumber]
gives: [name]
`,
  'blocks/vaccination.yaml': `kind: block
id: vaccination
title: { en: Vaccination against rabies, zh: 狂犬病免疫 }
authority: veterinary-office
basis: [{ title: { en: Ordinance on dogs (invented), zh: 养犬条例（虚构） }, article: "5" }]
roles: { owner: person, dog: dog }
inputs:
  - field: owner.name
  - field: owner.phone
  - field: dog.name
outputs:
  - { material: vaccination-certificate, of: dog }
time: { promised: 1wd }
channels: [counter]
`,
  'blocks/registration.yaml': `kind: block
id: registration
title: { en: Registration of the dog, zh: 养犬登记 }
authority: police
basis: [{ title: { en: Ordinance on dogs (invented), zh: 养犬条例（虚构） }, article: "7" }]
roles: { owner: person, dog: dog }
inputs:
  - field: owner.name
  - field: owner.idNumber
  - field: owner.phone
  - field: dog.name
  - field: dog.size
    codes: { small: "1", large: "2" } # what this authority calls the values
  - field: dog.chipNumber
  - material: vaccination-certificate
    of: dog
  - { material: dog-photo, of: dog }
  - material: liability-policy
    of: dog
    when: { dog.size: { const: large } }
    accept: [upload, { deferral: { within: 30d } }] # may follow later
outputs:
  - { material: dog-tag, of: dog }
time: { statutory: 10wd, promised: 3wd }
fee: { amount: 50, currency: CNY }
channels: [online, counter]
`,
  'blocks/park-card.yaml': `kind: block
id: park-card
title: { en: Card for the dog park, zh: 宠物公园卡 }
authority: parks
basis: [{ title: { en: Rules of the dog park (invented), zh: 宠物公园管理规定（虚构） } }]
roles: { owner: person, dog: dog }
inputs:
  - field: owner.name
  - field: dog.name
  - { material: dog-tag, of: dog }
time: { promised: 2wd }
channels: [online]
`,
  'bundles/new-dog.yaml': `kind: bundle
id: new-dog
title: { en: A new dog, zh: 养犬一件事 }
description: { en: "Vaccination, registration and the card for the park in one go.", zh: 免疫、登记、公园卡一次办好。 }
roles:
  owner: { type: person, title: { en: Owner, zh: 犬主 } }
  dog: dog
applicant: owner
known: [owner.idNumber] # what signing in tells
registries: [identity-register]
uses:
  - block: vaccination
    when: { dog.vaccinated: { const: false } }
  - block: registration
  - { block: park-card, choice: true }
target: { within: 6wd }
`,
  'cases/puppy.yaml': `# A golden case: what is known, and what must come out. "onething test" runs it.
kind: case
id: puppy
title: A puppy that was never vaccinated
bundle: new-dog
facts: { dog.vaccinated: false, dog.size: small }
choices: { park-card: false }
expect:
  steps: [vaccination, registration]
  notMaterials: [vaccination-certificate of dog, liability-policy of dog]
  materials: [dog-photo of dog]
  eligible: true
`,
  'cases/grown-up.yaml': `kind: case
id: grown-up
title: A big dog that is vaccinated already
bundle: new-dog
facts: { dog.vaccinated: true, dog.size: large }
choices: { park-card: true }
expect:
  steps: [registration, park-card]
  materials: [vaccination-certificate of dog, dog-photo of dog, liability-policy of dog]
`,
};
