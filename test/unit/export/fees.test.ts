import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { guideMarkdown, guideOf } from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';

function guide(locale: string, ...fees: (string | undefined)[]): string {
  const documents = [
    'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }\n',
    ...fees.map(
      (fee, index) =>
        `kind: block\nid: b${index}\nroles: { who: person }\ninputs: [{ field: who.name }]\n${fee === undefined ? '' : `fee: ${fee}\n`}`,
    ),
    `kind: bundle\nid: one\nroles: { who: person }\nuses: [${fees.map((_, index) => `{ block: b${index} }`).join(', ')}]\n`,
  ];
  const catalogue = loadCatalogue(documents.map((text, index) => ({ path: `d${index}.yaml`, text })));
  return guideMarkdown(guideOf(catalogue, composeBundle(catalogue, 'one'), { locale }));
}

const free = '{ amount: 0, currency: CNY }';
const ten = '{ amount: 10, currency: CNY }';
const [aboutMoney, freeOfCharge] = [/fee|收费|免费/i, /No fee|不收费/];

test.each(['en', 'zh'])('a guide in %s says nothing of fees where no document does', (locale) => {
  expect(guide(locale, undefined, undefined)).not.toMatch(aboutMoney);
});

test.each(['en', 'zh'])('a guide in %s says that a matter is free where its author says so', (locale) => {
  const text = guide(locale, free);
  expect(text).toMatch(freeOfCharge);
  expect(text).not.toMatch(/say nothing about|未注明/);
});

test.each(['en', 'zh'])('a guide in %s tells where only some matters speak of a fee', (locale) => {
  const some = guide(locale, ten, undefined);
  expect(some).toMatch(/10 CNY|10元/);
  expect(some).not.toMatch(freeOfCharge);
  expect(some).toMatch(/say nothing about fees|未注明收费情况/);
  expect(guide(locale, free, undefined)).toMatch(/say nothing about fees|未注明收费情况/);
  expect(guide(locale, ten, free)).not.toMatch(/say nothing about|未注明/);
});
