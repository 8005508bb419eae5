import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, visible } from '../../../src/base/index.js';
import { guideHtml, guideMarkdown } from '../../../src/export/index.js';
import { escapeHtml } from '../../../src/export/page/page-html.js';
import { isWebAddress } from '../../../src/export/page/page.js';
import { hostileGuide, hostileTexts } from './hostile.js';

describe('text in Markdown', () => {
  const marks = /(?<!\\)(?:\\\\)*[`*_{}[\]<>|~&$@]/;

  it('says what it said, and no mark in it means anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...hostileTexts)), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replaceAll('\u2060', '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(visible(text));
        expect(escaped).not.toMatch(marks);
        expect(escaped).not.toMatch(/^(?:#|[-+=]|\d+[.)])|\n|(?<!\\):\/\//);
      }),
    );
  });

  it('stays readable where nothing can be meant', () => {
    const text = 'Child-rearing: 5 days (see art. 7), "yes"; 1 + 1 = 2!';
    expect(escapeMarkdown(text)).toBe(text);
  });
});

describe('text in HTML', () => {
  it('says what it said, within an element or an attribute', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...hostileTexts)), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'`]|&(?!#\d+;)/);
        expect(escaped.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))).toBe(
          visible(text),
        );
      }),
    );
  });
});

describe('a guide whose every text is hostile', () => {
  it('has no tag in its HTML but its own, and loads nothing', () => {
    const html = guideHtml(hostileGuide());
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, tag]) => tag!.toLowerCase()));
    const own =
      'a body caption dd details div dl dt footer h1 h2 h3 h4 head header html li main meta nav ol p section span strong style summary table tbody td th thead title tr ul';
    expect([...tags].filter((tag) => tag !== '!doctype' && !own.split(' ').includes(tag))).toEqual([]);
    const inTags = [...html.matchAll(/<[^>]*>/g)].join('\n');
    expect(inTags).not.toMatch(/\son[a-z]+=|\ssrc=|javascript:/);
    expect(html).not.toContain('\u202e');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.split(/[:#]/)[0])).not.toContain(
      'javascript',
    );
  });

  it('keeps the columns of its tables in Markdown', () => {
    const lines = guideMarkdown(hostileGuide()).split('\n');
    const tables = lines.flatMap((line, index) => (/^\| (?:-+:? \| ?)+/.test(line) ? [index] : []));
    expect(tables.length).toBeGreaterThan(2);
    for (const rule of tables) {
      const columns = cellsOf(lines[rule]!);
      for (let at = rule - 1; lines[at]?.startsWith('|') === true; at++)
        expect(cellsOf(lines[at]!), lines[at]).toBe(columns);
    }
    const headings = lines.filter((line) => /^#{1,6} /.test(line));
    expect(headings.filter((line) => /^# /.test(line)).length).toBe(1);
    expect(lines.filter((line) => /^(?:```|~~~|<)/.test(line))).toEqual([]);
  });

  function cellsOf(line: string): number {
    return line.replaceAll(/\\./g, '').split('|').length;
  }

  it('links to the web and nowhere else', () => {
    expect(['https://a.example', 'http://a.example/x?y#z'].every(isWebAddress)).toBe(true);
    expect(
      ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/x', 'x', ''].some(isWebAddress),
    ).toBe(false);
    expect(guideMarkdown(hostileGuide())).toContain('](<https://law.example/%22%3E%3Cscript%3Ea>)');
  });
});
