import { loadCatalogue } from '../../../src/catalogue/index.js';
import { guideOf } from '../../../src/export/index.js';
import type { Guide } from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';

/** What a title would do if it were taken for more than text, in HTML or in Markdown. */
export const hostileTexts = [
  '<script>globalThis.pwned = 1</script>',
  '"><img src=x onerror="globalThis.pwned = 1">',
  '</style><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><iframe src="javascript:alert(1)">',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  '<javascript:alert(1)>',
  '| a | b |\n| --- | --- |',
  '# heading\n\n- list\n\n1. one',
  '```\ncode\n```',
  '*bold* _it_ ~~gone~~ `code` &lt;b&gt; $x$ https://evil.example www.evil.example a@evil.example',
  '\u202egnp.exe\u202c \u0000\u0007\u001b[31m',
];

const text = (index: number): string => JSON.stringify(hostileTexts[index % hostileTexts.length]!);

/** A guide every text of which is hostile. */
export function hostileGuide(locale = 'en'): Guide {
  const documents = [
    `{"kind":"catalogue","id":"c","version":"1.0.0","locales":["en"]}`,
    `{"kind":"authority","id":"office","title":${text(0)}}`,
    `{"kind":"material","id":"lease","title":${text(1)},"description":${text(8)},"specification":${text(9)}}`,
    `{"kind":"material","id":"deed","title":${text(2)}}`,
    `{"kind":"registry","id":"register","title":${text(3)},"subject":"person","given":["id"],"gives":["born",{"material":"deed"}]}`,
    `{"kind":"subject","id":"person","title":${text(4)},"elements":{
      "id":{"title":${text(5)},"schema":{"type":"string"}},
      "born":{"title":${text(6)},"schema":{"type":"string"}},
      "kind":{"title":${text(7)},"schema":{"enum":["a","b"]},"labels":{"a":${text(10)},"b":${text(11)}}}}}`,
    `{"kind":"block","id":"one","title":${text(12)},"description":${text(9)},"authority":"office",
      "basis":[{"title":${text(0)},"article":${text(1)},"uri":"javascript:alert(1)"},{"title":${text(8)},"uri":"https://law.example/\\"><script>a"}],
      "roles":{"owner":"person"},
      "inputs":[{"field":"owner.id"},{"field":"owner.born"},{"field":"owner.kind"},
        {"material":"deed","of":"owner"},
        {"material":"lease","of":"owner","when":{"owner.kind":{"const":"a"}},"accept":["upload","commitment"]}],
      "outputs":[{"material":"lease","of":"owner"}],
      "eligibility":[{"require":{"owner.kind":{"pattern":"<b>"}},"otherwise":${text(5)}}],
      "pauses":[{"reason":${text(6)},"time":"3d"}],"channels":[${text(7)}],
      "results":[{"result":"goods","title":${text(3)},"by":["mail"],"when":{"owner.kind":{"const":"b"}}}],
      "variants":[{"when":{"owner.kind":{"const":"a"}},"time":{"promised":"2wd"},"channels":[${text(1)}]}],
      "apply":[{"within":"30d","after":"owner.born"}],
      "places":{"collect":{"at":"owner.id","authority":"office","by":"mail","time":"3d"},"issue":{"by":"counter"}},
      "fee":{"amount":1,"currency":${text(4)}},"time":{"promised":"1wd"}}`,
    `{"kind":"bundle","id":"all","title":${text(0)},"description":${text(1)},"roles":{"owner":{"type":"person","title":${text(2)}}},
      "applicant":"owner","registries":["register"],"uses":[{"block":"one","choice":true}]}`,
  ];
  const catalogue = loadCatalogue(
    documents.map((document, index) => ({ path: `${index}.json`, text: document })),
  );
  return guideOf(catalogue, composeBundle(catalogue, 'all'), { locale });
}
