import type { Format } from './format.js';
import { isIpv6 } from './internet.js';

/** Characters that RFC 3987 section 2.2 adds to those of RFC 3986. */
const ucschar =
  '\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}' +
  Array.from({ length: 14 }, (_, plane) => {
    const from = plane + 1 === 14 ? 0xe1000 : (plane + 1) * 0x10000;
    return `\\u{${from.toString(16)}}-\\u{${((plane + 1) * 0x10000 + 0xfffd).toString(16)}}`;
  }).join('');
const iprivate = '\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}';

/** The grammars of RFC 3986 appendix A, with more characters for RFC 3987. */
function grammar(more: string, moreInQuery: string): { absolute: string; reference: string } {
  const unreserved = `A-Za-z0-9\\-._~${more}`;
  const delimiters = "!$&'()*+,;=";
  const escaped = '%[0-9A-Fa-f]{2}';
  const characters = (extra: string): string => `(?:[${unreserved}${delimiters}${extra}]|${escaped})`;
  const pchar = characters(':@');
  const ip = `\\[(?:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\\.[A-Za-z0-9\\-._~${delimiters}:]+)\\]`;
  const authority = `(?:${characters(':')}*@)?(?:${ip}|${characters('')}*)(?::\\d*)?`;
  const segments = `(?:/${pchar}*)*`;
  const rooted = `/(?:${pchar}+${segments})?`;
  const tail = `(?:\\?${characters(`:@/?${moreInQuery}`)}*)?(?:#${characters(':@/?')}*)?`;
  const hierarchy = `(?://${authority}${segments}|${rooted}|${pchar}+${segments}|)`;
  const relative = `(?://${authority}${segments}|${rooted}|${characters('@')}+${segments}|)`;
  const absolute = `[A-Za-z][A-Za-z0-9+.\\-]*:${hierarchy}${tail}`;
  return { absolute: `^${absolute}$`, reference: `^(?:${absolute}|${relative}${tail})$` };
}

const uri = grammar('', '');
const iri = grammar(ucschar, iprivate);

/** An address in brackets must be one. */
function hasHost(text: string): boolean {
  const bracket = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\/(?:[^/?#@[\]]*@)?\[([^\]]*)\]/u.exec(text);
  return bracket === null || /^[vV]/.test(bracket[1]!) || isIpv6(bracket[1]!);
}

function* someUris(): Generator<string> {
  yield* [
    'https://example.com',
    'urn:a',
    'a:',
    'https://example.com/a/b?c=d#e',
    'mailto:someone@example.com',
  ];
  for (let length = 1; length <= 200; length++) yield `https://example.com/${'a'.repeat(length)}`;
  for (let count = 0; count < 50; count++) yield `urn:example:${count}`;
}

function* someReferences(): Generator<string> {
  yield* ['', 'a', '/a', '#a', '?a', '../a', '//example.com/a'];
  yield* someUris();
}

const name = '(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})';
const variable = String.raw`${name}(?:\.?${name})*(?:\*|:[1-9]\d{0,3})?`;

/** References to resources. */
export const references: readonly Format[] = [
  {
    name: 'uri',
    source: 'RFC 3986 section 3',
    pattern: uri.absolute,
    check: hasHost,
    samples: someUris,
    within: ['uri-reference', 'iri', 'iri-reference'],
  },
  {
    name: 'uri-reference',
    source: 'RFC 3986 section 4.1',
    pattern: uri.reference,
    check: hasHost,
    samples: someReferences,
    within: ['iri-reference'],
  },
  {
    name: 'iri',
    source: 'RFC 3987 section 2.2',
    pattern: iri.absolute,
    check: hasHost,
    samples: someUris,
    within: ['iri-reference'],
  },
  {
    name: 'iri-reference',
    source: 'RFC 3987 section 2.2',
    pattern: iri.reference,
    check: hasHost,
    samples: someReferences,
  },
  {
    name: 'uri-template',
    source: 'RFC 6570 section 2',
    pattern: `^(?:[^\\u{0}-\\u{20}"'%<>\\\\^\`{|}\\u{7f}]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\})*$`,
    samples: () => ['https://example.com/{id}', '', 'a', '{a}', '/{a,b}', '{?q}'],
  },
];
