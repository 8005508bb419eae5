import type { Format } from './format.js';
import { isIdnHostname } from './idn.js';

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const ipv4 = String.raw`${octet}(?:\.${octet}){3}`;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const quoted = String.raw`"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"`;
const literal = String.raw`\[(?:${ipv4}|IPv6:[0-9A-Fa-f:.]+)\]`;

const domains = String.raw`(?:${label}(?:\.${label})*|${literal})`;
const plainDomain = new RegExp(`^${domains}$`, 'u');
const ipv4Text = new RegExp(`^${ipv4}$`, 'u');

/** RFC 4291 section 2.2: eight groups of up to four hexadecimal digits, `::` once, IPv4 at the end. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || text.includes(':::')) return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '') {
      if (halves.length === 1) return false;
      continue;
    }
    const parts = half.split(':');
    for (const [place, part] of parts.entries()) {
      const last = index === halves.length - 1 && place === parts.length - 1;
      if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups += 1;
      else if (last && ipv4Text.test(part)) groups += 2;
      else return false;
    }
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

/** RFC 1123 section 2.1 and RFC 1035 section 2.3.4, with the dash rules of RFC 5890 section 2.3.1 for A-labels. */
export function isHostname(text: string): boolean {
  if (text.length > 253) return false;
  // eslint-disable-next-line no-restricted-syntax -- a host name, no key
  return text.split('.').every((part) => part.slice(2, 4) !== '--' || isIdnHostname(part));
}

/** RFC 5321 sections 4.1.2, 4.1.3 and 4.5.3.1. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  if (domain.startsWith('[IPv6:')) return isIpv6(domain.slice(6, -1));
  return domain.startsWith('[') || domain.length <= 253;
}

function isIdnEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  return plainDomain.test(domain) ? isEmail(`a@${domain}`) : isIdnHostname(domain);
}

function* someHosts(): Generator<string> {
  yield* ['example.com', 'localhost', 'a', 'www.example.org'];
  for (let length = 2; length <= 63; length++) yield 'a'.repeat(length);
  // eslint-disable-next-line no-restricted-syntax -- a host name, no key
  for (let length = 1; length <= 60; length++) yield `${'a'.repeat(63)}.${'b'.repeat(length)}`;
  for (let count = 0; count < 50; count++) yield `host-${count}.example.com`;
}

function* someEmails(): Generator<string> {
  yield* ['someone@example.com', 'a@b', 'a@example.org', 'first.last+tag@example.com'];
  for (let length = 1; length <= 64; length++) yield `${'a'.repeat(length)}@b.cn`;
  for (let count = 0; count < 50; count++) yield `user${count}@example.com`;
}

/** Hosts, addresses and mail. */
export const internet: readonly Format[] = [
  {
    name: 'email',
    source: 'RFC 5321 section 4.1.2, Mailbox',
    pattern: String.raw`^(?:${atom}(?:\.${atom})*|${quoted})@${domains}$`,
    check: isEmail,
    samples: someEmails,
    within: ['idn-email'],
  },
  {
    name: 'idn-email',
    source: 'RFC 6531 section 3.3',
    pattern: String.raw`^(?:[^@"\s]+|".*")@(?:[^@\s]+|\[[^\]]+\])$`,
    check: (text) => {
      const local = text.slice(0, text.lastIndexOf('@'));
      const shape = local.startsWith('"')
        ? /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|[^\x00-\x7f]|\\[\x20-\x7e])*"$/u // eslint-disable-line no-control-regex
        : /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\x00-\x7f])+(?:\.(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\x00-\x7f])+)*$/u; // eslint-disable-line no-control-regex
      return shape.test(local) && isIdnEmail(text);
    },
    samples: someEmails,
  },
  {
    name: 'hostname',
    source: 'RFC 1123 section 2.1',
    pattern: String.raw`^${label}(?:\.${label})*$`,
    check: isHostname,
    samples: someHosts,
    within: ['idn-hostname'],
  },
  {
    name: 'idn-hostname',
    source: 'RFC 5890 section 2.3.2.3',
    pattern: String.raw`^(?:[A-Za-z0-9.\-]|[^\x00-\x7f])+$`,
    check: isIdnHostname,
    samples: someHosts,
  },
  {
    name: 'ipv4',
    source: 'RFC 2673 section 3.2',
    pattern: `^${ipv4}$`,
    *samples() {
      yield* ['192.0.2.1', '127.0.0.1', '0.0.0.0', '255.255.255.255'];
      for (let count = 0; count < 256; count++) yield `198.51.100.${count}`;
    },
  },
  {
    name: 'ipv6',
    source: 'RFC 4291 section 2.2',
    pattern: String.raw`^[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,44}$`,
    check: isIpv6,
    *samples() {
      yield* ['2001:db8::1', '::1', '::', '::ffff:192.0.2.1', '2001:db8:0:0:0:0:0:1'];
      for (let count = 2; count < 256; count++) yield `2001:db8::${count.toString(16)}`;
    },
  },
];
