import { expect, test } from 'vitest';
import { loadCatalogue, type LoadedCatalogue } from '../../../src/catalogue/index.js';
import {
  guideHtml,
  guideMarkdown,
  guideOf,
  matrixMarkdown,
  matrixOf,
  mermaidOf,
} from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import { compositionText, planText, reportMarkdown } from '../../../src/report/index.js';

function guide(locale: string, ...fees: (string | undefined)[]): string {
  const catalogue = catalogueOf(fees);
  return guideMarkdown(guideOf(catalogue, composeBundle(catalogue, 'one'), { locale }));
}

function catalogueOf(fees: readonly (string | undefined)[]): LoadedCatalogue {
  const documents = [
    'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }\n',
    ...fees.map(
      (fee, index) =>
        `kind: block\nid: b${index}\nroles: { who: person }\ninputs: [{ field: who.name }]\n${fee === undefined ? '' : `fee: ${fee}\n`}`,
    ),
    `kind: bundle\nid: one\nroles: { who: person }\nuses: [${fees.map((_, index) => `{ block: b${index} }`).join(', ')}]\n`,
  ];
  return loadCatalogue(documents.map((text, index) => ({ path: `d${index}.yaml`, text })));
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

test.each(['en', 'zh'])('a figure of fees in %s says that it counts what is stated', (locale) => {
  const stated = /Stated fees in CNY|已注明的收费（元）/;
  expect(guide(locale, ten, undefined)).toMatch(stated);
  expect(guide(locale, ten, free)).not.toMatch(stated);
  // Nothing is stated that could be counted: 0 would say that it costs nothing.
  expect(guide(locale, free, undefined)).not.toMatch(/(fees|收费)[^|\n]*\| 0 +\| 0 +\|/i);
  expect(guide(locale, free, free)).toMatch(/(Fees in CNY|收费（元）) +\| 0 +\| 0 +\|/);
});

/** Everything that is written about a bundle, for people and for machines. */
function writtenOf(language: 'en' | 'zh', fees: readonly (string | undefined)[]): Record<string, string> {
  const catalogue = catalogueOf(fees);
  const composition = composeBundle(catalogue, 'one');
  const guided = guideOf(catalogue, composition, { locale: language });
  return {
    guide: guideMarkdown(guided),
    page: guideHtml(guided).replace(/<style>[\s\S]*?<\/style>/g, ''),
    json: JSON.stringify(composition),
    composition: compositionText(composition, { language }),
    plan: planText(composition.plan, { language }),
    markdown: reportMarkdown('one', composition.report, [], language),
    matrix: matrixMarkdown([matrixOf(catalogue, composition)]),
    chart: mermaidOf(composition.plan),
  };
}

test.each(['en', 'zh'] as const)(
  'nothing written in %s speaks of money that no document speaks of',
  (language) => {
    for (const [name, text] of Object.entries(writtenOf(language, [undefined, undefined]))) {
      expect(text.replace(/"fees":\{\}/g, ''), name).not.toMatch(
        /fee|free|tax|premium|收费|免费|税|保险费|CNY/i,
      );
    }
  },
);

test.each(['en', 'zh'] as const)('nothing written in %s calls free what is in part unknown', (language) => {
  for (const fees of [
    [ten, undefined],
    [free, undefined],
  ]) {
    for (const [name, text] of Object.entries(writtenOf(language, fees))) {
      if (name === 'json') continue;
      expect(text, name).not.toMatch(/(?<![Ss]tated )fees in CNY|(?<!已注明的)收费（/);
      expect(text, name).not.toMatch(/tax|premium|免费|税|保险费/i);
    }
  }
});
