import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import type { Event } from 'js-yaml';
import { createDiagnostic } from '../diagnostics/index.js';
import { documentLimits } from './limits.js';
import { Unreadable } from './problem.js';
import { literal } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import { tell } from './messages.js';

const none = {
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tagEnd: -1,
} as const;

const quote = 34;
const backslash = 92;
const firstPrintable = 32;
const word = /(?:null|true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const space = /[ \t\n\r]*/y;

/**
 * The events of a JSON text (RFC 8259, strictly), in the same form as those of a YAML text, so that values and
 * positions are made of both in one way. Iterative: nesting costs no stack.
 * @throws Unreadable where the text is not JSON
 */
export function jsonEvents(text: string): Event[] {
  return new JsonScanner(text).scan();
}

type Expectation = 'value' | 'first-item' | 'first-key' | 'key' | 'comma';

class JsonScanner {
  readonly #events: Event[] = [
    { type: EVENT_ID.DOCUMENT, explicitStart: false, explicitEnd: false, directives: [] },
  ];
  readonly #open: ('{' | '[')[] = [];
  #at = 0;

  constructor(readonly text: string) {}

  scan(): Event[] {
    let expected: Expectation | 'end' = 'value';
    while (expected !== 'end') {
      this.#skip(space);
      expected = this.#step(expected);
    }
    this.#skip(space);
    if (this.#at < this.text.length) this.#fail(tell('json.more-follows'));
    this.#events.push({ type: EVENT_ID.POP });
    return this.#events;
  }

  #step(expected: Expectation): Expectation | 'end' {
    const char = this.text[this.#at];
    if (char === undefined) this.#fail(tell('json.ends-too-early'));
    if (expected === 'comma') return this.#afterItem(char);
    if (expected === 'first-item' && char === ']') return this.#close();
    if (expected === 'first-key' && char === '}') return this.#close();
    if (expected === 'first-key' || expected === 'key') return this.#key(char);
    if (char === '{' || char === '[') return this.#collection(char);
    if (char === '"') this.#string();
    else this.#word();
    return this.#afterValue();
  }

  #collection(char: '{' | '['): Expectation {
    if (this.#open.length >= documentLimits.depth) tooDeep(this.#at);
    this.#open.push(char);
    const type = char === '{' ? EVENT_ID.MAPPING : EVENT_ID.SEQUENCE;
    this.#events.push({ type, start: this.#at++, ...none, style: COLLECTION_STYLE.FLOW });
    return char === '{' ? 'first-key' : 'first-item';
  }

  #key(char: string): Expectation {
    if (char !== '"') this.#fail(tell('json.key-expected'));
    this.#string();
    this.#skip(space);
    if (this.text[this.#at] !== ':') this.#fail(tell('json.colon-expected'));
    this.#at++;
    return 'value';
  }

  #afterItem(char: string): Expectation | 'end' {
    const inObject = this.#open.at(-1) === '{';
    if (char === (inObject ? '}' : ']')) return this.#close();
    if (char !== ',') this.#fail(tell('json.comma-expected', { bracket: inObject ? '}' : ']' }));
    this.#at++;
    return inObject ? 'key' : 'value';
  }

  #close(): Expectation | 'end' {
    this.#at++;
    this.#open.pop();
    this.#events.push({ type: EVENT_ID.POP });
    return this.#afterValue();
  }

  #afterValue(): Expectation | 'end' {
    return this.#open.length === 0 ? 'end' : 'comma';
  }

  /** A loop, not one expression: a repeated alternative over megabytes would overflow the matcher's own stack. */
  #string(): void {
    const start = ++this.#at;
    for (;;) {
      const unit = this.text.charCodeAt(this.#at);
      if (unit === quote) break;
      if (unit === backslash) {
        if (!this.#skip(escape)) this.#fail(tell('json.unknown-escape'));
      } else if (unit >= firstPrintable) {
        this.#at++;
      } else {
        this.#fail(tell(Number.isNaN(unit) ? 'json.string-open' : 'json.control-character'));
      }
    }
    this.#scalar(start, this.#at++, SCALAR_STYLE.DOUBLE_QUOTED);
  }

  #word(): void {
    const start = this.#at;
    if (!this.#skip(word) || /[\w.+-]/.test(this.text[this.#at] ?? '')) {
      this.#at = start;
      this.#fail(tell('json.value-expected'));
    }
    this.#scalar(start, this.#at, SCALAR_STYLE.PLAIN);
  }

  #scalar(valueStart: number, valueEnd: number, style: 1 | 3): void {
    this.#events.push({
      type: EVENT_ID.SCALAR,
      valueStart,
      valueEnd,
      ...none,
      style,
      chomping: 1,
      indent: -1,
      fast: true,
    });
  }

  #skip(expression: RegExp): boolean {
    expression.lastIndex = this.#at;
    if (!expression.test(this.text)) return false;
    this.#at = expression.lastIndex;
    return true;
  }

  #fail(reason: Message): never {
    const format = literal('JSON');
    const start = this.#at;
    throw new Unreadable({
      spot: { start, end: start + 1, pointer: '', on: 'value' },
      create: (at) => createDiagnostic('documents/syntax', { format, reason }, at),
    });
  }
}

/** The finding of nesting beyond the bound; both formats give it. */
export function tooDeep(start: number): never {
  throw new Unreadable({
    spot: { start, end: start + 1, pointer: '', on: 'value' },
    create: (at) => createDiagnostic('documents/too-deep', { limit: documentLimits.depth }, at),
  });
}
