import { describe, expect, test } from 'vitest';
import type { Location } from '../../../src/diagnostics/index.js';
import { parseDocument } from '../../../src/documents/index.js';
import { codeFrame } from '../../../src/report/text/layout/code-frame.js';

function frame(text: string, pointer: string, on: 'key' | 'value' = 'value') {
  const document = parseDocument('a.yaml', text);
  const range = document.locate(pointer, on);
  const at: Location = { file: 'a.yaml', pointer, on, ...(range === undefined ? {} : { range }) };
  return codeFrame(at, document.text);
}

describe('a code frame', () => {
  test('marks a value in its line', () => {
    expect(frame('kind: block\nid: lease\n', '/id')).toEqual({
      lineNumber: 2,
      line: 'id: lease',
      mark: '    ^^^^^',
    });
  });

  test('counts wide characters as two columns, before the place and within it', () => {
    expect(frame('姓名: { 值: 张三 }', '/姓名/值')).toEqual({
      lineNumber: 1,
      line: '姓名: { 值: 张三 }',
      mark: '            ^^^^',
    });
  });

  test('shows a tab as two spaces', () => {
    expect(frame('{ a: 1,\t\tb: 2 }', '/b')).toEqual({
      lineNumber: 1,
      line: '{ a: 1,    b: 2 }',
      mark: '              ^',
    });
  });

  test('leaves out the carriage return of a line and a byte order mark', () => {
    expect(frame('\ufeffkind: block\r\nid: lease\r\n', '/id')?.line).toBe('id: lease');
    expect(frame('\ufeffkind: block\r\nid: lease\r\n', '/kind')).toEqual({
      lineNumber: 1,
      line: 'kind: block',
      mark: '      ^^^^^',
    });
  });

  test('of a value over several lines marks the first to its end', () => {
    expect(frame('a:\n  b: 1\n  c: 2\n', '/a')).toEqual({ lineNumber: 2, line: '  b: 1', mark: '  ^^^^' });
  });

  test('shows the surroundings of the place in a line of any length', () => {
    const long = frame(`{ a: ${'x'.repeat(5000)}, b: here, c: ${'y'.repeat(5000)} }`, '/b')!;
    expect(long.line).toContain('b: here');
    expect(long.line.length).toBeLessThan(200);
    expect(long.line.indexOf('here')).toBe(long.mark.indexOf('^'));
    expect(long.mark.trim()).toBe('^^^^');
  });

  test('is not there without a range, without a text, or for an empty line', () => {
    expect(codeFrame({ file: 'a', pointer: '', on: 'value' }, 'a: 1')).toBeUndefined();
    const start = { line: 1, column: 1, offset: 0 };
    const at: Location = { file: 'a', pointer: '', on: 'value', range: { start, end: start } };
    expect(codeFrame(at, undefined)).toBeUndefined();
    expect(codeFrame(at, '\n')).toBeUndefined();
  });
});
