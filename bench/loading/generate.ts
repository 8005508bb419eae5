import type { SourceFile } from '../../src/catalogue/index.js';

/** A catalogue of blocks of about 40 lines each, with the subjects, materials and authorities that they refer to. */
export function generateCatalogue(blocks: number): SourceFile[] {
  const files: SourceFile[] = [
    { path: 'catalogue.yaml', text: 'kind: catalogue\nid: bench\nversion: 1.0.0\nlocales: [zh, en]\n' },
    { path: 'subjects/person.yaml', text: subject() },
  ];
  for (let index = 0; index < 20; index++) {
    files.push({
      path: `materials/m${index}.yaml`,
      text: `kind: material\nid: material-${index}\ntitle: { zh: 材料${index}, en: Material ${index} }\n`,
    });
    files.push({
      path: `authorities/a${index}.yaml`,
      text: `kind: authority\nid: authority-${index}\ntitle: { zh: 部门${index}, en: Authority ${index} }\n`,
    });
  }
  for (let index = 0; index < blocks; index++)
    files.push({ path: `blocks/b${index}.yaml`, text: block(index) });
  return files;
}

const elements = 40;

function subject(): string {
  const lines = ['kind: subject', 'id: person', 'elements:'];
  for (let index = 0; index < elements; index++) {
    lines.push(
      `  element${index}: { title: { zh: 数据元${index}, en: Element ${index} }, schema: { type: string, maxLength: ${50 + index} } }`,
    );
  }
  lines.push(
    '  sex: { schema: { enum: [male, female] }, labels: { male: { zh: 男, en: Male }, female: { zh: 女, en: Female } } }',
  );
  return lines.join('\n');
}

function block(index: number): string {
  const element = (offset: number): string => `element${(index * 7 + offset) % elements}`;
  const material = (offset: number): string => `material-${(index + offset) % 20}`;
  return `kind: block
id: block-${index}
title:
  zh: 第${index}项
  en: "Matter ${index}"
description: >-
  What this matter is about,
  in a sentence over two lines.
authority: authority-${index % 20}
basis:
  - title: { zh: 中华人民共和国户口登记条例 }
    article: "${(index % 30) + 1}"
roles:
  child: person
  guardian: person
inputs:
  - field: child.${element(0)}
    schema: { maxLength: ${30 + (index % 10)} }
  - field: guardian.${element(1)}
    optional: true
  - field: child.sex
    codes: { male: "1", female: "2" }
  - field: guardian.${element(2)}
    when: { guardian.sex: { const: male } }
  - material: ${material(0)}
    of: child
  - material: ${material(1)}
    of: guardian
    accept: [registry, upload, commitment]
  - anyOf:
      - [ { material: ${material(2)}, of: guardian } ]
      - [ { material: ${material(3)}, of: guardian }, { field: child.${element(3)} } ]
outputs:
  - field: child.${element(4)}
  - { material: ${material(4)}, of: child }
${index === 0 ? '' : `after: [ block-${Math.floor(index / 2)} ]\n`}time: { statutory: 30d, promised: 1wd }
fee: { amount: ${index % 100}, currency: CNY, per: child }
channels: [ online, counter ]
alone: { steps: 3, trips: 2 }
source: [ "Guide ${index}" ]
`;
}
